import { useState } from "react";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { useSettings } from "../../state/settings";
import type { Language } from "../../words/catalogue";
import { useWords } from "../../words/use";
import { PAPERS } from "../print/slip";
import styles from "./settings.module.css";

const LANGUAGES = [
  { id: "bo", label: "བོད་ཡིག", lang: "bo" },
  { id: "zh-CN", label: "中文", lang: "zh-CN" },
  { id: "en", label: "English", lang: "en" },
] as const;

const IDLE_MINUTES = ["5", "15", "60", "0"] as const;

/** What this PC looks like and how it behaves; everything holds at once. */
export function PcPart() {
  const words = useWords();
  const { settings, language, change } = useSettings();
  const [note, setNote] = useState(settings.printer_note);
  return (
    <div className={styles["stack"]}>
      <div className={styles["group"]}>
        <h2>{words.t("settings-pc")}</h2>
        <Choice<Language>
          look="cards"
          label={words.t("settings-language")}
          options={LANGUAGES}
          value={language}
          onChange={(chosen) => change({ language: chosen })}
        />
        <Choice
          look="cards"
          label={words.t("settings-look")}
          value={settings.look}
          onChange={(look) => change({ look })}
          options={[
            { id: "light", label: words.t("settings-look-light") },
            { id: "dark", label: words.t("settings-look-dark") },
            { id: "contrast", label: words.t("settings-look-contrast") },
            { id: "system", label: words.t("settings-look-system") },
          ]}
        />
        <Choice
          look="cards"
          label={words.t("settings-unit")}
          value={settings.weight_unit}
          onChange={(weight_unit) => change({ weight_unit })}
          options={[
            { id: "kg", label: words.t("settings-unit-kg") },
            { id: "jin", label: words.t("settings-unit-jin") },
          ]}
        />
        <Choice
          look="cards"
          label={words.t("settings-idle")}
          value={String(settings.idle_minutes)}
          onChange={(minutes) => change({ idle_minutes: Number(minutes) })}
          options={[...new Set([...IDLE_MINUTES, String(settings.idle_minutes)])].map((minutes) => ({
            id: minutes,
            label: minutes === "0" ? words.t("settings-idle-never") : words.span(Number(minutes) * 60_000),
          }))}
        />
      </div>
      <div className={styles["group"]}>
        <h2>{words.t("settings-printer")}</h2>
        <p className="small">{words.t("settings-printer-hint")}</p>
        <Choice
          look="cards"
          label={words.t("print-paper")}
          value={settings.slip_paper}
          onChange={(paper) => change({ slip_paper: paper })}
          options={PAPERS.map((id) => ({ id, label: words.t(`print-paper-${id}`) }))}
        />
        <Field
          label={words.t("settings-printer-note")}
          value={note}
          onChange={(text) => {
            setNote(text);
            change({ printer_note: text });
          }}
          maxLength={200}
        />
      </div>
    </div>
  );
}

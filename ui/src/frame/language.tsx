import { useKey } from "../keys/keys";
import { Choice } from "../parts/choice";
import { useSettings } from "../state/settings";
import type { Language } from "../words/catalogue";
import { useWords } from "../words/use";

const KEYS = "Alt+L";

const OPTIONS = [
  { id: "bo", label: "བོད", lang: "bo" },
  { id: "zh-CN", label: "中", lang: "zh-CN" },
  { id: "en", label: "EN", lang: "en" },
] as const;

/** Changes the language in place; what is half typed stays. */
export function LanguageSwitch() {
  const { t } = useWords();
  const { language, change } = useSettings();
  const at = OPTIONS.findIndex((one) => one.id === language);
  const next = OPTIONS[(at + 1) % OPTIONS.length] ?? OPTIONS[0];
  useKey(KEYS, t("settings-language"), () => change({ language: next.id }), { isEverywhere: true });
  return (
    <Choice<Language>
      label={t("settings-language")}
      hideLabel
      keys={KEYS}
      options={OPTIONS}
      value={language}
      onChange={(chosen) => change({ language: chosen })}
    />
  );
}

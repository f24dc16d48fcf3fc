import { Choice } from "../parts/choice";
import { useSettings } from "../state/settings";
import type { Language } from "../words/catalogue";
import { useWords } from "../words/use";

const OPTIONS = [
  { id: "bo", label: "བོད", lang: "bo" },
  { id: "zh-CN", label: "中", lang: "zh-CN" },
  { id: "en", label: "EN", lang: "en" },
] as const;

/** Changes the language in place; what is half typed stays. */
export function LanguageSwitch() {
  const { t } = useWords();
  const { language, change } = useSettings();
  return (
    <Choice<Language>
      label={t("settings-language")}
      hideLabel
      options={OPTIONS}
      value={language}
      onChange={(chosen) => change({ language: chosen })}
    />
  );
}

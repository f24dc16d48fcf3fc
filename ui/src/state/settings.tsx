import { createContext, type ReactNode, use, useEffect } from "react";
import type { Settings } from "../../bindings/commands";
import { LANGUAGES, type Language } from "../words/catalogue";
import { useRead, useWrite } from "./read";

/** What this PC is set to. */
export interface SettingsState {
  settings: Settings;
  language: Language;
  /** Changes some of it; shown at once, in place. */
  change: (some: Partial<Settings>) => void;
}

const PLAIN: Settings = {
  language: "",
  look: "system",
  is_sync_automatic: true,
  sync_minutes: 15,
  photos: "unpaid",
  idle_minutes: 15,
  printer: "",
  printer_note: "",
  slip_paper: "a6",
  weight_unit: "kg",
  has_tibetan_digits: false,
  notices: [],
};

const Context = createContext<SettingsState | null>(null);

/** The language of the settings, else of the system, else Chinese. */
export function languageOf(tag: string | undefined): Language {
  const known = LANGUAGES.find((language) => language === tag);
  if (known) return known;
  const first = navigator.language.slice(0, 2);
  return LANGUAGES.find((language) => language.startsWith(first)) ?? "zh-CN";
}

function applyLook(look: string) {
  const root = document.documentElement;
  const isDark = look === "dark" || (look === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  const isHigh = look === "contrast" || (look === "system" && matchMedia("(prefers-contrast: more)").matches);
  if (isDark && !isHigh) root.dataset["theme"] = "dark";
  else delete root.dataset["theme"];
  if (isHigh) root.dataset["contrast"] = "high";
  else delete root.dataset["contrast"];
}

/** Reads the settings before anything is shown. */
export function SettingsProvider({ children }: { children: (state: SettingsState) => ReactNode }) {
  const read = useRead("settings.show", {});
  const save = useWrite("settings.save");
  // What cannot be read is no reason to show nothing: the door behind says what is wrong.
  const settings = read.data ?? (read.error ? PLAIN : undefined);
  const look = settings?.look;
  useEffect(() => {
    if (look === undefined) return undefined;
    applyLook(look);
    const queries = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(prefers-contrast: more)")];
    const again = () => applyLook(look);
    for (const query of queries) query.addEventListener("change", again);
    return () => {
      for (const query of queries) query.removeEventListener("change", again);
    };
  }, [look]);
  if (!settings) return null;
  const state: SettingsState = {
    settings,
    language: languageOf(settings.language),
    change: (some) => void save.run(some).catch(() => undefined),
  };
  return <Context value={state}>{children(state)}</Context>;
}

/** What this PC is set to. */
export function useSettings(): SettingsState {
  const state = use(Context);
  if (!state) throw new Error("no settings above this part");
  return state;
}

import { FluentBundle, type FluentResource } from "@fluent/bundle";
import type { Key } from "./keys";

/** A language of the house, by its tag. */
export type Language = "bo" | "zh-CN" | "en";

/** All three, the house's own first. */
export const LANGUAGES: readonly Language[] = ["bo", "zh-CN", "en"];

/** What may be put into a sentence. */
export type Args = Record<string, string | number>;

/** A catalogue as Fluent reads it. */
export type Catalogue = FluentResource["body"];

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  bo: () => import("virtual:wording/bo"),
  "zh-CN": () => import("virtual:wording/zh-CN"),
  en: () => import("virtual:wording/en"),
};

const loaded = new Map<Language, FluentBundle>();

/** Loads a language's words once. */
export async function load(language: Language): Promise<FluentBundle> {
  const known = loaded.get(language);
  if (known) return known;
  const { default: body } = await loaders[language]();
  return take(language, body);
}

/** Takes a language's words. */
export function take(language: Language, body: Catalogue): FluentBundle {
  // Chromium knows no Tibetan plurals, and Tibetan has none: any locale serves.
  const bundle = new FluentBundle(language === "bo" ? "zh-CN" : language, { useIsolating: false });
  bundle.addResource({ body });
  loaded.set(language, bundle);
  return bundle;
}

/** The words of a language that was loaded. */
export function words(language: Language): FluentBundle | undefined {
  return loaded.get(language);
}

/** The sentence of a key; a key that is not there is shown, not hidden. */
export function sentence(language: Language, key: string, args?: Args): string {
  const bundle = loaded.get(language);
  const pattern = bundle?.getMessage(key)?.value;
  return bundle && pattern ? bundle.formatPattern(pattern, args ?? null, []) : key;
}

/** Whether there is such a key. */
export function has(language: Language, key: string): boolean {
  return loaded.get(language)?.hasMessage(key) ?? false;
}

export type { Key };

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import type { AppError } from "../../bindings/commands";
import { type Args, has, type Key, type Language, load, words as loadedWords, sentence } from "./catalogue";
import { errorSentence, reasonSentence } from "./errors";
import { type Formats, formats } from "./formats";

/** Everything that says something in the chosen language. */
export interface Words extends Formats {
  language: Language;
  /** A sentence or label. */
  t: (key: Key, args?: Args) => string;
  /** A word of the program, such as the state `HandedOver`, from the keys that begin with `group-`; else the word itself. */
  word: (group: string, word: string) => string;
  /** What an error tells a person. */
  error: (error: AppError) => string;
  /** Why a field was not taken. */
  reason: (reason: string) => string;
  /** A name in three languages, in the chosen one, else in one that is there. */
  name: (names: { bo: string; "zh-CN": string; en: string } | { bo: string; zh: string; en: string }) => string;
}

function wordsOf(language: Language): Words {
  return {
    ...formats(language),
    language,
    t: (key, args) => sentence(language, key, args),
    word: (group, word) => {
      const plain = word
        .replace(/(?<=[a-z])(?=[A-Z])/gu, "-")
        .replaceAll("_", "-")
        .toLowerCase();
      const key = `${group}-${plain}`;
      return has(language, key) ? sentence(language, key) : word;
    },
    error: (error) => errorSentence(language, error),
    reason: (reason) => reasonSentence(language, reason),
    name: (names) => {
      const all = names as Record<string, string>;
      const zh = all["zh-CN"] ?? all["zh"] ?? "";
      const order =
        language === "bo"
          ? [all["bo"], zh, all["en"]]
          : language === "en"
            ? [all["en"], zh, all["bo"]]
            : [zh, all["en"], all["bo"]];
      return order.find((one) => one !== undefined && one !== "") ?? "";
    },
  };
}

const Context = createContext<Words | null>(null);

/** Shows its children in a language, once its words are there; the old words stay until then. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [shown, setShown] = useState<Language | null>(loadedWords(language) ? language : null);
  useEffect(() => {
    if (shown) document.documentElement.lang = shown;
  }, [shown]);
  useEffect(() => {
    let isCurrent = true;
    void load(language).then(() => {
      if (isCurrent) setShown(language);
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  const value = useMemo(() => (shown ? wordsOf(shown) : null), [shown]);
  return value ? <Context value={value}>{children}</Context> : null;
}

/** Speaks another language on an island of the page, such as the second half of a bilingual slip. Its words must be loaded. */
export function useWordsOf(language: Language): Words | null {
  const [isThere, setThere] = useState(loadedWords(language) !== undefined);
  useEffect(() => {
    void load(language).then(() => setThere(true));
  }, [language]);
  return useMemo(() => (isThere ? wordsOf(language) : null), [isThere, language]);
}

/** The words of the chosen language. */
export function useWords(): Words {
  const words = use(Context);
  if (!words) throw new Error("no words above this part");
  return words;
}

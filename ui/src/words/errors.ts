import type { AppError } from "../../bindings/commands";
import { type Args, has, type Language, sentence } from "./catalogue";

const dashed = (word: string) => word.replaceAll("_", "-");

/** A Tibetan label ends with a shad, which would end the sentence that it is put into. */
const bare = (label: string) => label.replace(/།+$/u, "");

const GROUPS: Record<string, readonly string[]> = {
  state: ["state", "payment", "after-sale", "listing"],
  right: ["right"],
  what: ["thing"],
  field: ["field"],
  reason: ["error"],
};

function inWords(language: Language, name: string, value: string): string {
  const plain = dashed(value.replace(/_(fen|grams|ms|id)$/u, "").replace(/(?<=[a-z])(?=[A-Z])/gu, "-")).toLowerCase();
  for (const group of GROUPS[name] ?? []) {
    const key = `${group}-${plain}`;
    if (has(language, key)) return name === "reason" ? sentence(language, key) : bare(sentence(language, key));
  }
  return value;
}

/** What an error tells a person: what happened, what is safe, what to do. */
export function errorSentence(language: Language, error: AppError): string {
  const key = `error-${dashed(error.code)}`;
  if (!has(language, key)) return sentence(language, "error-unknown", { code: error.code });
  const args: Args = {};
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === "number") args[name] = value;
    else if (typeof value === "string") args[name] = inWords(language, name, value);
  }
  return sentence(language, key, args);
}

/** The reason of a `bad_input`, as a sentence to stand under the field that it names. */
export function reasonSentence(language: Language, reason: string): string {
  return inWords(language, "reason", reason);
}

import type { Refusal } from "../../bindings/desk";
import { useWords } from "../words/use";

/** What a refusal of the hub tells a person. */
export function useRefusal(): (refusal: Refusal) => string {
  const words = useWords();
  return (refusal) => {
    const said = words.word("desk-refusal", refusal.code);
    const text = said === refusal.code ? words.t("desk-refusal-other", { code: refusal.code }) : said;
    return refusal.wait_ms === undefined || refusal.wait_ms <= 0
      ? text
      : `${text} ${words.t("desk-wait", { seconds: Math.ceil(refusal.wait_ms / 1000) })}`;
  };
}

import type { PriceUnder } from "../../../bindings/commands";
import { useQuantityText } from "../../parts/number";
import { useWords } from "../../words/use";

/** When a price counts, in words. */
export function useCondition(): (price: PriceUnder, measure: string) => string {
  const words = useWords();
  const say = useQuantityText();
  return ({ source, from, since, until }, measure) =>
    [
      source === "" ? "" : words.word("orders-source", source),
      from === 0 ? "" : words.t("listings-price-from-on", { quantity: say(from, measure) }),
      since === "" && until === ""
        ? ""
        : since === ""
          ? words.t("listings-price-up-to", { day: until })
          : until === ""
            ? words.t("listings-price-since-day", { day: since })
            : `${since} – ${until}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
}

/** When the price of a field such as `price/phone/5000/-/-` counts, in words; undefined for other fields. */
export function useConditionOf(): (field: string, measure: string) => string | undefined {
  const condition = useCondition();
  return (field, measure) => {
    const [noun, source = "", from = "", since = "", until = ""] = field.split("/");
    if (noun !== "price") return undefined;
    const of = (part: string) => (part === "-" ? "" : part);
    const price = { source: of(source), from: Number(from), since: of(since), until: of(until) };
    return condition({ ...price, price_fen: 0, is_over: false }, measure);
  };
}

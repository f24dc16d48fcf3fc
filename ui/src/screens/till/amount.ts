import { plainDigits, typedDecimal } from "../../words/digits";

/** The unit in which bare digits are weights. */
export type Unit = "kg" | "jin";

/** Grams of each unit that may stand behind a number: 斤 500 g, 两 50 g. */
const GRAMS: Record<string, number> = {
  kg: 1000,
  公斤: 1000,
  千克: 1000,
  jin: 500,
  斤: 500,
  "རྒྱ་མ": 500,
  liang: 50,
  两: 50,
  兩: 50,
  སྲང: 50,
  g: 1,
  克: 1,
};

/** An amount as typed, in grams or pieces; else the code of what is wrong with it. */
export type Amount = { quantity: number } | { reason: string };

const MOST = 1_000_000_000;

/** Reads what was typed on the pad. */
export function readAmount(typed: string, measure: string, unit: Unit): Amount {
  const text = plainDigits(typed).trim().toLowerCase();
  if (text === "") return { reason: "empty" };
  if (/^-/u.test(text)) return { reason: "negative" };
  const match = /^([\d.,，\s]+)(.*)$/u.exec(text);
  if (!match) return { reason: "not_a_number" };
  const tail = (match[2] ?? "").trim().replace(/་+$/u, "");
  if (measure === "piece") {
    if (!/^(?:pcs?|个|只|件)?$/u.test(tail)) return { reason: "unknown_unit" };
    return checked(typedDecimal(match[1] ?? "", 0), match[1] ?? "");
  }
  const grams = GRAMS[tail === "" ? unit : tail];
  if (grams === undefined) return { reason: "unknown_unit" };
  const thousandths = typedDecimal(match[1] ?? "", 3);
  if (thousandths === null) return checked(null, match[1] ?? "");
  const scaled = thousandths * grams;
  if (scaled % 1000 !== 0) return { reason: "too_precise" };
  return checked(scaled / 1000, match[1] ?? "");
}

function checked(quantity: number | null, digits: string): Amount {
  if (quantity === null) return { reason: typedDecimal(digits, 9) === null ? "not_a_number" : "too_precise" };
  if (quantity === 0) return { reason: "zero" };
  return quantity > MOST ? { reason: "too_large" } : { quantity };
}

/** A quantity as it would be typed. */
export function typedOf(quantity: number, measure: string, unit: Unit): string {
  if (measure === "piece") return String(quantity);
  const grams = unit === "jin" ? quantity * 2 : quantity;
  const fraction = String(grams % 1000)
    .padStart(3, "0")
    .replace(/0+$/u, "");
  const whole = String(Math.floor(grams / 1000));
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Decimals that a field takes. */
export const decimalsOf = (measure: string) => (measure === "piece" ? 0 : 3);

/** A number typed before the goods: `2.5 sr` is two and a half of what `sr` finds. */
export function splitQuery(text: string): { typed: string; query: string } {
  const match = /^\s*(\d{1,6}(?:\.\d{0,3})?)\s*(?=[^\d\s.-])(.*)$/su.exec(plainDigits(text));
  return match ? { typed: match[1] ?? "", query: match[2] ?? "" } : { typed: "", query: text };
}

// Weights and counts as people type them; the station reads the same words.
import { plainDigits, typedDecimal } from "./digits";
import { kilograms } from "./formats";

/** The unit in which bare digits are weights: 斤 is 500 g, 两 50 g. */
export type WeightUnit = "kg" | "jin" | "liang";

/** All of them, as they stand on the switch. */
export const WEIGHT_UNITS: readonly WeightUnit[] = ["kg", "jin", "liang"];

/** An amount in whole grams or pieces; else the code of what is wrong with it. */
export type Amount = { quantity: number } | { reason: string };

const GRAMS: Record<WeightUnit, number> = { kg: 1000, jin: 500, liang: 50 };

/** Words that may stand behind a number, longest first where one begins another. */
const WORDS: readonly (readonly [string, number])[] = [
  ["公斤", 1000],
  ["千克", 1000],
  ["kg", 1000],
  ["སྤྱི་རྒྱ", 1000],
  ["市斤", 500],
  ["jin", 500],
  ["斤", 500],
  ["རྒྱ་མ", 500],
  ["liang", 50],
  ["市两", 50],
  ["两", 50],
  ["兩", 50],
  ["སྲང", 50],
  ["克", 1],
  ["g", 1],
];
const PIECES = /^(?:pcs?|[个只条块瓶袋盒包箱件朵根张把罐桶枚份颗双套])?$/u;

/** What one field takes: 100 t, a million pieces. */
const MOST_GRAMS = 100_000_000;
const MOST_PIECES = 1_000_000;
/** Decimals that are looked at; what is finer than a gram is refused. */
const SCALE = 4;

const HAN = "零一二三四五六七八九";

/** `十二` as `12`, up to 999. */
function hanNumber(text: string): string {
  let whole = 0;
  let digit = 0;
  let isPlace = false;
  for (const char of text.replaceAll("〇", "零")) {
    if (char === "十" || char === "百") {
      whole += (digit || 1) * (char === "十" ? 10 : 100);
      digit = 0;
      isPlace = true;
    } else digit = isPlace ? HAN.indexOf(char) : digit * 10 + HAN.indexOf(char);
  }
  return String(whole + digit);
}

function plain(typed: string): string {
  return plainDigits(typed)
    .toLowerCase()
    .replaceAll(/[\s,，]+/gu, "")
    .replaceAll(/(?<=[^\d.])་+$/gu, "")
    .replaceAll(/(^|[斤kg])[两兩](?=公?斤|千克|kg)/gu, "$12")
    .replaceAll(/[零〇一二三四五六七八九十百]+/gu, hanNumber);
}

function wordAt(text: string): readonly [string, number] | undefined {
  return WORDS.find(([word]) => text.startsWith(word));
}

/** Ten-thousandths of a number times grams, in whole grams. */
function times(number: string, grams: number): Amount {
  const scaled = typedDecimal(number, SCALE);
  if (scaled === null) {
    if (/^\d+$/u.test(number)) return { reason: "too_large" };
    return { reason: /^\d*\.\d{5,}$/u.test(number) ? "too_precise" : "not_a_number" };
  }
  if (scaled > MOST_GRAMS * 10 ** SCALE) return { reason: "too_large" };
  const product = scaled * grams;
  return product % 10 ** SCALE === 0 ? { quantity: product / 10 ** SCALE } : { reason: "too_precise" };
}

function grams(text: string, unit: WeightUnit): Amount {
  let rest = text;
  let total = 0;
  let above = Number.POSITIVE_INFINITY;
  while (rest !== "") {
    const number = /^(?:[\d.]+|半)/u.exec(rest)?.[0];
    if (number === undefined) return { reason: Number.isFinite(above) ? "unknown_unit" : "not_a_number" };
    rest = rest.slice(number.length);
    const word = wordAt(rest);
    if (!word && rest !== "" && number !== "半") return { reason: "unknown_unit" };
    // 三斤二 is three jin and two liang; 一斤半 is half a jin more.
    const follows = number === "半" ? above : above === GRAMS.jin ? GRAMS.liang : Number.NaN;
    const size = word?.[1] ?? (Number.isFinite(above) ? follows : GRAMS[unit]);
    if (Number.isNaN(size)) return { reason: "not_a_number" };
    const part = times(number === "半" ? "0.5" : number, size);
    if ("reason" in part) return part;
    // 三斤十二两 is a slip of the hand, not a weight.
    if (part.quantity >= above) return { reason: "not_a_number" };
    total += part.quantity;
    above = size;
    rest = rest.slice(word?.[0].length ?? 0).replace(/^་/u, "");
  }
  return { quantity: total };
}

/** Reads what was typed: `2.35`, `3斤2两`, `三斤半`, `500g`, `3 pcs`, in digits of every script. */
export function readQuantity(typed: string, measure: string, unit: WeightUnit, mayBeZero = false): Amount {
  const text = plain(typed);
  if (text === "") return { reason: "empty" };
  if (text.startsWith("-")) return { reason: "negative" };
  const isPiece = measure === "piece";
  let amount: Amount;
  if (isPiece) {
    const match = /^([\d.]+)(.*)$/u.exec(text);
    if (!match) return { reason: "not_a_number" };
    if (!PIECES.test(match[2] ?? "")) return { reason: "unknown_unit" };
    amount = times(match[1] ?? "", 1);
  } else amount = grams(text, unit);
  if ("reason" in amount) return amount;
  if (amount.quantity === 0 && !mayBeZero) return { reason: "zero" };
  return amount.quantity > (isPiece ? MOST_PIECES : MOST_GRAMS) ? { reason: "too_large" } : amount;
}

/** Grams in a unit, with as many decimals as there are. */
export function inUnit(weightGrams: number, unit: WeightUnit): string {
  if (unit === "liang") return kilograms(weightGrams * 20);
  return kilograms(unit === "jin" ? weightGrams * 2 : weightGrams);
}

/** A quantity as it would be typed. */
export function typedQuantity(quantity: number, measure: string, unit: WeightUnit): string {
  return measure === "piece" ? String(quantity) : inUnit(quantity, unit).replaceAll(",", "");
}

/** Decimals that the keys of a pad type. */
export function decimalsOf(measure: string, unit: WeightUnit): number {
  if (measure === "piece") return 0;
  return unit === "liang" ? 2 : 3;
}

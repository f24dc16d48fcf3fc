// Digits as people type them: of every script, and the marks around them.

const DIGIT = /\p{Nd}/u;
const MARKS: Record<string, string> = { "．": ".", "。": ".", "٫": ".", "٬": ",", "−": "-", "－": "-" };

/** What a digit of any script counts. Unicode has them in rows of ten, from nought to nine. */
function countOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

/** Digits of every script, points and minus as ASCII; everything else stays. */
export function plainDigits(text: string): string {
  let plain = "";
  for (const char of text) plain += char > "\x7f" && DIGIT.test(char) ? countOf(char) : (MARKS[char] ?? char);
  return plain;
}

/** A typed decimal as a whole number of its smallest parts (`scale` decimals), or null when it is none or too fine. */
export function typedDecimal(text: string, scale: number): number | null {
  const plain = plainDigits(text).replaceAll(/[\s,，]/gu, "");
  const match = /^(\d{0,10})(?:\.(\d*))?$/u.exec(plain);
  const whole = match?.[1] ?? "";
  const fraction = match?.[2] ?? "";
  if (!match || (whole === "" && fraction === "")) return null;
  if (fraction.replace(/0+$/u, "").length > scale) return null;
  const value = Number(whole || "0") * 10 ** scale + Number(fraction.padEnd(scale, "0").slice(0, scale) || "0");
  return Number.isSafeInteger(value) ? value : null;
}

/** Yuan as typed, in fen. */
export const typedFen = (text: string) => typedDecimal(text, 2);

/** What one line comes to: fen a kilogram times grams, rounded once, half up. The station says the same. */
export function lineFen(priceFen: number, quantity: number, measure: "weight" | "piece" | (string & {})): number {
  if (measure === "piece") return priceFen * quantity;
  const product = BigInt(priceFen) * BigInt(quantity);
  return Number((product + 500n) / 1000n);
}

// What comes out of a lot that is sorted or made into something else, and what is lost by it.
import type { LotPart, LotRow } from "../../../bindings/commands";
import { type Amount, readQuantity, type WeightUnit } from "../../words/weight";

/** What was typed of one grade; an empty field is nothing of it. */
export function readPart(typed: string, measure: string, unit: WeightUnit): Amount {
  return typed.trim() === "" ? { quantity: 0 } : readQuantity(typed, measure, unit, true);
}

/** What goes in, what comes out by grade, and what is missing; null while a field is not readable. */
export function sorted(
  taken: Amount,
  typed: readonly string[],
  grades: readonly string[],
  measure: string,
  unit: WeightUnit,
): { parts: LotPart[]; out: number; lost: number } | null {
  if ("reason" in taken) return null;
  const parts: LotPart[] = [];
  let out = 0;
  for (const grade of grades) {
    const amount = readPart(typedAt(typed, grade), measure, unit);
    if ("reason" in amount) return null;
    if (amount.quantity === 0) continue;
    parts.push({ grade, quantity: amount.quantity, keeping: "", shelf: "" });
    out += amount.quantity;
  }
  return { parts, out, lost: taken.quantity - out };
}

/** The lots that may be put together with one, itself first; the station looks once more at them. */
export function alike(lot: LotRow, all: readonly LotRow[]): LotRow[] {
  const same = (other: LotRow) =>
    other.here > 0 &&
    other.villager === lot.villager &&
    other.product === lot.product &&
    other.grade === lot.grade &&
    other.place === lot.place &&
    other.permit === lot.permit &&
    other.keeping === lot.keeping;
  return [lot, ...all.filter((other) => other.id !== lot.id && same(other))];
}

/** The shelves on which lots lie, each once, as they are read. */
export function shelvesOf(lots: readonly LotRow[]): string[] {
  return [...new Set(lots.map((lot) => lot.shelf))].toSorted((a, b) => a.localeCompare(b, "zh-CN", { numeric: true }));
}

/** What was typed under a key: a kept form holds lists of words, so a key stands before its word. */
export function typedAt(typed: readonly string[], key: string): string {
  const entry = typed.find((one) => one.startsWith(`${key} `));
  return entry === undefined ? "" : entry.slice(key.length + 1);
}

/** The same with another word under a key. */
export function withTyped(typed: readonly string[], key: string, value: string): string[] {
  return [...typed.filter((one) => !one.startsWith(`${key} `)), ...(value === "" ? [] : [`${key} ${value}`])];
}

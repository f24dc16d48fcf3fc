// The lines of a placed order as they shall be.
import type { OrderAmend, OrderShown } from "../../../bindings/commands";
import { typedFen } from "../../words/digits";
import { readQuantity, type WeightUnit } from "../../words/weight";

type Line = OrderShown["filled"][number];

/** Goods that come to an order. */
export interface Added {
  listing: string;
  measure: string;
}

/** What is typed: a quantity and a price for each line that is there, a quantity for each that comes to it. */
export interface Typed {
  quantities: readonly string[];
  prices: readonly string[];
  added: readonly string[];
}

/** Why a quantity is not taken; null for one that is, and for an empty one, which drops the line. */
export function quantityProblem(typed: string, measure: string, unit: WeightUnit): string | null {
  if (typed.trim() === "") return null;
  const amount = readQuantity(typed, measure, unit);
  return "reason" in amount ? amount.reason : null;
}

/** What the station is asked; null while something is not readable. */
export function amendOf(
  id: string,
  lines: readonly Line[],
  added: readonly Added[],
  typed: Typed,
  unit: WeightUnit,
  isConfirmed: boolean,
): OrderAmend | null {
  const keep: OrderAmend["keep"] = [];
  const add: OrderAmend["add"] = [];
  for (const [at, line] of lines.entries()) {
    const quantity = typed.quantities[at] ?? "";
    if (quantity.trim() === "") continue;
    const amount = readQuantity(quantity, line.measure, unit);
    const price = typedFen(typed.prices[at] ?? "");
    if ("reason" in amount || price === null) return null;
    keep.push({ line: line.line, quantity: amount.quantity, ...(price === line.price_fen ? {} : { price }) });
  }
  for (const [at, one] of added.entries()) {
    const quantity = typed.added[at] ?? "";
    if (quantity.trim() === "") continue;
    const amount = readQuantity(quantity, one.measure, unit);
    if ("reason" in amount) return null;
    add.push({ listing: one.listing, product: "", grade: "", quantity: amount.quantity });
  }
  return { id, keep, add, is_confirmed: isConfirmed };
}

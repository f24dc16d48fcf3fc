// What the scale says of an order's lots, and what that is beside what was ordered.
import type { OrderShown, WeighedInput } from "../../../bindings/commands";
import { type Amount, readQuantity, type WeightUnit } from "../../words/weight";

type Line = OrderShown["filled"][number];

/** One lot to weigh: a line may be filled from several, and one lot by several holders. */
export interface Pick {
  key: string;
  line: Line;
  lot: string;
  from: Line["from"][number];
  /** What is held of it. */
  quantity: number;
}

/** The lots of an order in the order of its lines, each once a line. */
export function picksOf(order: { filled: OrderShown["filled"] }): Pick[] {
  const picks: Pick[] = [];
  for (const line of order.filled) {
    for (const from of line.from) {
      const known = picks.find((one) => one.line === line && one.lot === from.lot);
      if (known) known.quantity += from.quantity;
      else picks.push({ key: `${line.line} ${from.lot}`, line, lot: from.lot, from, quantity: from.quantity });
    }
  }
  return picks;
}

/** What was typed of a lot; an empty field is what was picked. */
export function readPick(pick: Pick, typed: string, unit: WeightUnit): Amount {
  return typed.trim() === "" ? { quantity: pick.quantity } : readQuantity(typed, pick.line.measure, unit);
}

/** What the station is told; null while a field is not readable. */
export function weighedOf(picks: readonly Pick[], typed: readonly string[], unit: WeightUnit): WeighedInput[] | null {
  const all: WeighedInput[] = [];
  for (const [at, pick] of picks.entries()) {
    const amount = readPick(pick, typed[at] ?? "", unit);
    if ("reason" in amount) return null;
    all.push({ line: pick.line.line, lot: pick.lot, weight: amount.quantity });
  }
  return all;
}

/** The lines whose weight is further from the ordered one than their product allows, and by how much. */
export function beyond(lines: readonly Line[], weighed: readonly WeighedInput[]): { line: Line; difference: number }[] {
  return lines.flatMap((line) => {
    const own = weighed.filter((one) => one.line === line.line);
    const packed = own.reduce((sum, one) => sum + Number(one.weight), 0);
    const difference = packed - line.quantity;
    return own.length > 0 && Math.abs(difference) > line.tolerance ? [{ line, difference }] : [];
  });
}

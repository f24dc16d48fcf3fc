import type { LotRow, ProductRow, VillagerRow } from "../../../bindings/commands";
import { lifeOf } from "./life";

/** Whose or which goods: a row of the list on the left. */
export interface Group {
  /** A villager's id or a product's key. */
  id: string;
  lots: number;
  urgent: number;
  villager?: VillagerRow;
  product?: ProductRow;
}

interface Counts {
  lots: number;
  urgent: number;
}

/** How many lots lie here of each, and how many of them must go. */
export function counted(lots: readonly LotRow[], of: (lot: LotRow) => string): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const lot of lots) {
    const one = counts.get(of(lot)) ?? { lots: 0, urgent: 0 };
    one.lots += 1;
    if (lifeOf(lot).isUrgent) one.urgent += 1;
    counts.set(of(lot), one);
  }
  return counts;
}

/** Those with urgent lots first, then those with lots; the rest only when all are asked for. */
export function ordered(groups: readonly Group[], withAll: boolean): Group[] {
  const rank = (group: Group) => (group.urgent > 0 ? 0 : group.lots > 0 ? 1 : 2);
  return groups.filter((group) => withAll || group.lots > 0).toSorted((a, b) => rank(a) - rank(b));
}

/** Villagers with what lies here of them. */
export function byVillager(villagers: readonly VillagerRow[], lots: readonly LotRow[]): Group[] {
  const counts = counted(lots, (lot) => lot.villager);
  return villagers.map((villager) => ({ id: villager.id, lots: 0, urgent: 0, ...counts.get(villager.id), villager }));
}

/** Products with what lies here of them. */
export function byProduct(products: readonly ProductRow[], lots: readonly LotRow[]): Group[] {
  const counts = counted(lots, (lot) => lot.product);
  return products.map((product) => ({ id: product.key, lots: 0, urgent: 0, ...counts.get(product.key), product }));
}

/** What may be sold of lots now, weighed and counted apart. */
export function mayBeSold(lots: readonly LotRow[]): { grams: number; pieces: number } {
  const sum = { grams: 0, pieces: 0 };
  for (const lot of lots) {
    if (lot.measure === "piece") sum.pieces += lot.here;
    else sum.grams += lot.here;
  }
  return sum;
}

import type { LotRow, ProductRow, VillagerLots, VillagerRow } from "../../../bindings/commands";
import { lifeOf } from "./life";

/** A villager as the list and the head show them. */
export interface Person {
  name: string;
  nameBo: string;
  thumbnail: string;
  owedFen: number;
}

/** Whose or which goods: a row of the list on the left. */
export interface Group {
  /** A villager's id or a product's key. */
  id: string;
  lots: number;
  urgent: number;
  person?: Person;
  product?: ProductRow;
}

/** Villagers with lots, as the station orders them: the most urgent first. */
export function byVillager(rows: readonly VillagerLots[]): Group[] {
  return rows.map((row) => ({
    id: row.villager,
    lots: row.lots,
    urgent: row.urgent,
    person: { name: row.name, nameBo: row.name_bo, thumbnail: row.thumbnail, owedFen: row.owed_fen },
  }));
}

/** A villager of whom nothing lies here. */
export function withoutLots(row: VillagerRow): Group {
  const person = { name: row.name, nameBo: row.name_bo, thumbnail: row.thumbnail, owedFen: row.owed_fen };
  return { id: row.id, lots: 0, urgent: 0, person };
}

/** Products with what lies here of them: those with urgent lots first, those without lots only when they are asked for. */
export function byProduct(products: readonly ProductRow[], lots: readonly LotRow[], withAll: boolean): Group[] {
  const counts = new Map<string, { lots: number; urgent: number }>();
  for (const lot of lots) {
    const one = counts.get(lot.product) ?? { lots: 0, urgent: 0 };
    one.lots += 1;
    if (lifeOf(lot).isUrgent) one.urgent += 1;
    counts.set(lot.product, one);
  }
  const rank = (group: Group) => (group.urgent > 0 ? 0 : group.lots > 0 ? 1 : 2);
  return products
    .map((product) => ({ id: product.key, lots: 0, urgent: 0, ...counts.get(product.key), product }))
    .filter((group) => withAll || group.lots > 0)
    .toSorted((x, y) => rank(x) - rank(y));
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

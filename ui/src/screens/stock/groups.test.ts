import { expect, it } from "vitest";
import type { ListingRow, LotRow, VillagerRow } from "../../../bindings/commands";
import { byVillager, mayBeSold, ordered } from "./groups";
import { listingOf } from "./lower-price";

const villagers = ["a", "b", "c", "d"].map((id) => ({ id, name: id }) as VillagerRow);
const lot = (villager: string, life: string, here = 0, measure = "weight") =>
  ({ villager, life, here, measure }) as LotRow;

it("puts villagers with goods that must go first, keeps the order among equals, and hides those without goods", () => {
  const lots = [lot("b", "on_sale"), lot("d", "last_call"), lot("d", "on_sale"), lot("c", "keeps")];
  const groups = byVillager(villagers, lots);
  expect(ordered(groups, false).map((one) => [one.id, one.lots, one.urgent])).toEqual([
    ["d", 2, 1],
    ["b", 1, 0],
    ["c", 1, 0],
  ]);
  expect(ordered(groups, true).map((one) => one.id)).toEqual(["d", "b", "c", "a"]);
});

it("adds up weight and pieces apart", () => {
  expect(mayBeSold([lot("a", "on_sale", 1850), lot("a", "on_sale", 650), lot("a", "on_sale", 12, "piece")])).toEqual({
    grams: 2500,
    pieces: 12,
  });
});

it("finds the price under which a lot is sold: its grade's own before that of all grades", () => {
  const rows = [
    { id: "all", product: "tea", grade: "" },
    { id: "first", product: "tea", grade: "first" },
    { id: "salt", product: "salt", grade: "second" },
  ] as ListingRow[];
  expect(listingOf({ product: "tea", grade: "first" }, rows)?.id).toBe("first");
  expect(listingOf({ product: "tea", grade: "second" }, rows)?.id).toBe("all");
  expect(listingOf({ product: "salt", grade: "first" }, rows)).toBeUndefined();
});

import { expect, it } from "vitest";
import type { ListingRow, LotRow, ProductRow } from "../../../bindings/commands";
import { byProduct, mayBeSold } from "./groups";
import { listingOf } from "./lower-price";

const products = ["a", "b", "c", "d"].map((key) => ({ key }) as ProductRow);
const lot = (product: string, life: string, here = 0, measure = "weight") =>
  ({ product, life, here, measure }) as LotRow;

it("puts products with goods that must go first, keeps the order among equals, and hides those without goods", () => {
  const lots = [lot("b", "on_sale"), lot("d", "last_call"), lot("d", "on_sale"), lot("c", "keeps")];
  expect(byProduct(products, lots, false).map((one) => [one.id, one.lots, one.urgent])).toEqual([
    ["d", 2, 1],
    ["b", 1, 0],
    ["c", 1, 0],
  ]);
  expect(byProduct(products, lots, true).map((one) => one.id)).toEqual(["d", "b", "c", "a"]);
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

import { describe, expect, it } from "vitest";
import type { ListingRow, LotRow, ProductRow } from "../../../bindings/commands";
import {
  addInput,
  backInput,
  changeInput,
  countStates,
  isEmpty,
  NOTHING,
  offersOf,
  readContent,
  readPrice,
  untouched,
} from "./content";

const row = (some: Partial<ListingRow>): ListingRow =>
  ({
    id: "l",
    product: "tea",
    grade: "",
    state: "on_sale",
    price_fen: 38000,
    steps: [],
    sold_there: 0,
    title: { bo: "ཇ", "zh-CN": "茶", en: "" },
    wording: { bo: "", "zh-CN": "", en: "" },
    photo: "p",
    thumbnail: "t",
    ...some,
  }) as ListingRow;

describe("a price as it is typed", () => {
  it.each([
    ["380", 38000],
    ["9.5", 950],
    ["༣༨༠", 38000],
    ["３８０．０５", 38005],
    ["¥1,180", 118000],
    ["0", 0],
  ])("reads %s", (typed, fen) => {
    expect(readPrice(typed)).toEqual({ fen });
  });

  it.each([
    ["", "empty"],
    ["-3", "negative"],
    ["abc", "not_a_number"],
    ["9.555", "too_precise"],
    ["<i>3</i>", "not_a_number"],
  ])("refuses %j: %s", (typed, reason) => {
    expect(readPrice(typed)).toEqual({ reason });
  });
});

it("sends only what was changed, and knows the way back", () => {
  const content = { ...untouched(row({})), price: "360" };
  const change = changeInput(content, 36000);
  expect(change).toEqual({ id: "l", price: 36000 });
  expect(backInput(row({}), change)).toEqual({ id: "l", price: 38000 });
  expect(backInput(row({ state: "paused" }), { id: "l", state: "on_sale" })).toEqual({ id: "l", state: "paused" });
  expect(backInput(row({}), changeInput({ ...content, photo: "", thumbnail: "" }, null))).toEqual({
    id: "l",
    photo: "p",
    thumbnail: "t",
  });
});

it("keeps a new listing even when nothing was typed for it yet, and nothing of one that is only looked at", () => {
  expect(isEmpty(untouched(row({})))).toBe(true);
  expect(isEmpty({ ...NOTHING, product: "tea", isNew: true })).toBe(false);
  expect(
    isEmpty({ ...untouched(row({})), title: { bo: "", "zh-CN": "", en: "" } }),
    "a cleared title is a change",
  ).toBe(false);
});

it("takes up a draft, and none that says of which listing", () => {
  const typed = { ...untouched(row({})), price: "3", title: { bo: "a", "zh-CN": "b", en: "c" } };
  expect(readContent(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  expect(readContent({ product: "tea" }), "neither new nor of a listing").toBeNull();
  expect(readContent(7)).toBeNull();
  expect(addInput({ ...typed, isNew: true }, 300)).toMatchObject({ product: "tea", price: 300, photo: "" });
});

it("counts the listings of each state; a state of a newer station is counted among all", () => {
  const rows = [
    row({}),
    row({ state: "paused" }),
    row({ state: "draft" }),
    row({ state: "on_sale" }),
    row({ state: "hidden" }),
  ];
  expect(countStates(rows)).toEqual({ all: 5, on_sale: 2, paused: 1, draft: 1 });
});

it("offers first what lies here and is not listed", () => {
  const product = (key: string, grades: string[]) =>
    ({ key, grades: grades.map((grade) => ({ key: grade })) }) as unknown as ProductRow;
  const lots = [
    { product: "tea", grade: "one", here: 2000 },
    { product: "tea", grade: "two", here: 500 },
    { product: "salt", grade: "", here: 9 },
  ] as LotRow[];
  const offers = offersOf([product("tea", ["one", "two"]), product("salt", []), product("wool", [])], lots, [
    row({ product: "tea", grade: "one" }),
  ]);
  expect(offers.map((one) => `${one.product.key}:${one.grade}:${one.here}`)).toEqual([
    "tea:two:500",
    "tea::2500",
    "salt::9",
    "wool::0",
    "tea:one:2000",
  ]);
});

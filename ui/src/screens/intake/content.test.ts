import { expect, it } from "vitest";
import type { LotRow, ProductRow } from "../../../bindings/commands";
import { broughtFirst, firstOpen, isEmpty, lotInput, NOTHING, nextStep, readContent, withProduct } from "./content";

const names = { bo: "", "zh-CN": "", en: "" };
const product = (key: string, grades = 0): ProductRow =>
  ({
    key,
    names,
    measure: "weight",
    grades: Array.from({ length: grades }, (_, at) => ({ key: `g${at}`, names })),
  }) as ProductRow;
const NOW = Date.UTC(2026, 7, 18, 1, 42);

it("asks the first question that has no answer, and none about grades where there are none", () => {
  const tea = product("tea", 0);
  const mushroom = product("mushroom", 3);
  expect(firstOpen(NOTHING, undefined, "kg")).toBe("villager");
  expect(firstOpen({ ...NOTHING, villager: "v" }, undefined, "kg")).toBe("product");
  expect(firstOpen({ ...NOTHING, villager: "v", product: "mushroom" }, mushroom, "kg")).toBe("grade");
  expect(firstOpen({ ...NOTHING, villager: "v", product: "tea" }, tea, "kg")).toBe("weight");
  expect(
    firstOpen({ ...NOTHING, villager: "v", product: "tea", typed: "abc" }, tea, "kg"),
    "nonsense is no weight",
  ).toBe("weight");
  expect(firstOpen({ ...NOTHING, villager: "v", product: "tea", typed: "2" }, tea, "kg")).toBe("more");
});

it("goes on to the next open question, over those that were answered, and back to one that was left out", () => {
  const tea = product("tea", 0);
  const typed = { ...NOTHING, villager: "v", product: "tea", grade: "", typed: "2" };
  expect(nextStep("villager", typed, tea, "kg"), "all is answered: what may be said beside").toBe("more");
  expect(nextStep("weight", { ...typed, villager: "" }, tea, "kg"), "nobody was chosen").toBe("villager");
  expect(nextStep("product", { ...typed, typed: "" }, tea, "kg")).toBe("weight");
});

it("forgets grade, keeping and permit with the product that they were of, and keeps the weight", () => {
  const was = { ...NOTHING, villager: "v", product: "a", grade: "g1", keeping: "frozen", permit: "7", typed: "2.5" };
  const now = withProduct(was, product("b", 2));
  expect([now.grade, now.keeping, now.permit, now.typed]).toEqual([null, "", "", "2.5"]);
  expect(withProduct(was, product("a", 2)), "the same product again changes nothing").toBe(was);
});

it("is worth keeping once a villager was chosen, but not for the one left over", () => {
  expect(isEmpty(NOTHING)).toBe(true);
  expect(isEmpty({ ...NOTHING, villager: "v" })).toBe(false);
  expect(isEmpty({ ...NOTHING, villager: "v", isNext: true })).toBe(true);
  expect(isEmpty({ ...NOTHING, villager: "v", isNext: true, typed: "2" })).toBe(false);
});

it("takes a draft of another hand for what it holds", () => {
  expect(readContent({ villager: "v", typed: 7, when: "never", unit: "stone" })).toEqual({ ...NOTHING, villager: "v" });
  expect(readContent("nonsense")).toBeNull();
  expect(readContent(JSON.parse(JSON.stringify({ ...NOTHING, grade: "" })))?.grade, "not graded is an answer").toBe("");
});

it("sends whole grams and the draft's id, and no time for now", () => {
  const input = lotInput({ ...NOTHING, villager: "v", product: "tea", grade: "" }, 2350, undefined, "id", NOW);
  expect(input).toMatchObject({ id: "id", villager: "v", product: "tea", quantity: 2350, place: "" });
  expect(input).not.toHaveProperty("harvested_ms");
  expect(lotInput({ ...NOTHING, when: "own", day: "x" }, 1, undefined, undefined, NOW)).toBeNull();
});

it("puts first what this villager brought last", () => {
  const lots = [
    { product: "b", harvested_ms: 1 },
    { product: "c", harvested_ms: 5 },
    { product: "b", harvested_ms: 2 },
  ] as LotRow[];
  const order = broughtFirst([product("a"), product("b"), product("c"), product("d")], lots);
  expect(order.map((one) => `${one.product.key}${one.times}`)).toEqual(["c1", "b2", "a0", "d0"]);
});

import { describe, expect, test } from "vitest";
import type { LotRow } from "../../../bindings/commands";
import { alike, shelvesOf, sorted, typedAt, withTyped } from "./sorting";

const row = (over: Partial<LotRow>) =>
  ({
    id: "a",
    villager: "v",
    product: "p",
    grade: "g",
    place: "",
    permit: "",
    keeping: "chilled",
    here: 1,
    ...over,
  }) as LotRow;

describe("a lot that is sorted", () => {
  const grades = ["a", "b", "c"];
  test("what is not said to come out is lost", () => {
    const sum = sorted({ quantity: 5000 }, ["a 3", "b 1.8"], grades, "weight", "kg");
    expect(sum?.lost).toBe(200);
    expect(sum?.parts.map((part) => part.grade)).toEqual(["a", "b"]);
  });
  test("more than went in is less than nothing lost, so that the form can say so", () => {
    expect(sorted({ quantity: 1000 }, ["a 2"], grades, "weight", "kg")?.lost).toBe(-1000);
  });
  test("a field that is emptied again is nothing, and its neighbour keeps what was typed", () => {
    const typed = withTyped(withTyped(["a 3"], "b", "1.8"), "a", "");
    expect([typedAt(typed, "a"), typedAt(typed, "b")]).toEqual(["", "1.8"]);
  });
  test("one unreadable field keeps all of it from being sent", () => {
    expect(sorted({ quantity: 5000 }, ["a 3", "b x"], grades, "weight", "kg")).toBeNull();
    expect(sorted({ reason: "empty" }, ["a 3"], grades, "weight", "kg")).toBeNull();
  });
});

describe("lots that are put together", () => {
  test("only what is one villager's, of one kind and place, and free here", () => {
    const lot = row({});
    const fits = row({ id: "b" });
    const others = [
      row({ id: "c", villager: "w" }),
      row({ id: "d", grade: "h" }),
      row({ id: "e", here: 0 }),
      row({ id: "f", permit: "x" }),
    ];
    expect(alike(lot, [lot, fits, ...others]).map((one) => one.id)).toEqual(["a", "b"]);
  });
  test("shelves are read by their numbers", () => {
    const lots = [row({ shelf: "A-10" }), row({ shelf: "A-2" }), row({ shelf: "" }), row({ shelf: "A-2" })];
    expect(shelvesOf(lots)).toEqual(["", "A-2", "A-10"]);
  });
});

import { describe, expect, it } from "vitest";
import { decimalsOf, inUnit, readQuantity, typedQuantity } from "./weight";

const weight = (typed: string, unit: "kg" | "jin" | "liang" = "kg") => readQuantity(typed, "weight", unit);

describe("a weight as it is typed", () => {
  it.each([
    ["2.35", "kg", 2350],
    ["2.35", "jin", 1175],
    ["47", "liang", 2350],
    ["0.02", "liang", 1],
    ["0.001", "kg", 1],
    ["1,250", "kg", 1_250_000],
    [" 2 . 5 ", "kg", 2500],
  ] as const)("counts %s %s as %i g", (typed, unit, quantity) => {
    expect(weight(typed, unit)).toEqual({ quantity });
  });

  it.each([
    ["༢.༣༥", 2350],
    ["２．３５", 2350],
    ["2。35", 2350],
    ["三斤二两", 1600],
    ["三斤二", 1600],
    ["一斤半", 750],
    ["半斤", 250],
    ["两斤", 1000],
    ["十二斤", 6000],
    ["3斤2两", 1600],
    ["2公斤", 2000],
    ["500g", 500],
    ["༣ རྒྱ་མ་", 1500],
    ["2.5KG", 2500],
  ])("reads %s in whatever script and unit it was written", (typed, quantity) => {
    expect(weight(typed)).toEqual({ quantity });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["-2", "negative"],
    ["−2", "negative"],
    ["0", "zero"],
    ["0.00", "zero"],
    ["abc", "not_a_number"],
    ["<b>2</b>", "not_a_number"],
    ["2..5", "not_a_number"],
    ["2 stone", "unknown_unit"],
    ["2.3555", "too_precise"],
    ["0.00001", "too_precise"],
    ["100001", "too_large"],
    ["99999999999999999999", "too_large"],
    ["三斤十二两", "not_a_number"],
    ["2.5斤3斤", "not_a_number"],
  ])("refuses %j and says why: %s", (typed, reason) => {
    expect(weight(typed)).toEqual({ reason });
  });

  it("refuses what is finer than a gram in every unit", () => {
    expect(weight("0.003", "jin"), "1.5 g").toEqual({ reason: "too_precise" });
    expect(weight("0.01", "liang"), "half a gram").toEqual({ reason: "too_precise" });
  });
});

describe("a count of pieces", () => {
  it("takes whole pieces, with or without their word", () => {
    expect(readQuantity("༡༢", "piece", "jin")).toEqual({ quantity: 12 });
    expect(readQuantity("十二只", "piece", "kg")).toEqual({ quantity: 12 });
    expect(readQuantity("3 pcs", "piece", "kg")).toEqual({ quantity: 3 });
  });

  it("refuses a part of a piece, and a weight", () => {
    expect(readQuantity("1.5", "piece", "kg")).toEqual({ reason: "too_precise" });
    expect(readQuantity("2kg", "piece", "kg")).toEqual({ reason: "unknown_unit" });
  });

  it("may find nothing where nothing can be found", () => {
    expect(readQuantity("0", "weight", "kg", true)).toEqual({ quantity: 0 });
  });
});

it("says one weight in all three units, to the gram", () => {
  expect([inUnit(2350, "kg"), inUnit(2350, "jin"), inUnit(2350, "liang")]).toEqual(["2.35", "4.7", "47"]);
  expect([inUnit(1, "kg"), inUnit(1, "jin"), inUnit(1, "liang")]).toEqual(["0.001", "0.002", "0.02"]);
});

it("types a quantity back as it would be typed again", () => {
  for (const unit of ["kg", "jin", "liang"] as const) {
    expect(readQuantity(typedQuantity(1_234_567, "weight", unit), "weight", unit)).toEqual({ quantity: 1_234_567 });
  }
  expect(decimalsOf("piece", "kg")).toBe(0);
});

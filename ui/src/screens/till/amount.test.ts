import { describe, expect, it } from "vitest";
import { readAmount, splitQuery, typedOf } from "./amount";

describe("an amount on the pad", () => {
  it.each([
    ["2.5", "weight", "kg", 2500],
    ["2.5", "weight", "jin", 1250],
    ["༢.༥", "weight", "kg", 2500],
    ["２．５", "weight", "kg", 2500],
    ["3斤", "weight", "kg", 1500],
    ["3 两", "weight", "jin", 150],
    ["750g", "weight", "jin", 750],
    [".5", "weight", "kg", 500],
    ["12", "piece", "kg", 12],
    ["12 个", "piece", "jin", 12],
  ] as const)("%s of a %s in %s is %i", (typed, measure, unit, quantity) => {
    expect(readAmount(typed, measure, unit)).toEqual({ quantity });
  });

  it.each([
    ["", "weight", "empty"],
    ["0", "weight", "zero"],
    ["-0", "weight", "negative"],
    ["abc", "weight", "not_a_number"],
    ["1e9", "weight", "unknown_unit"],
    ["1.2.3", "weight", "not_a_number"],
    ["0.0001", "weight", "too_precise"],
    ["9999999999", "weight", "too_large"],
    ["2.5", "piece", "too_precise"],
    ["2 kg", "piece", "unknown_unit"],
  ] as const)("%j of a %s is refused as %s", (typed, measure, reason) => {
    expect(readAmount(typed, measure, "kg")).toEqual({ reason });
  });

  it("refuses half a gram typed in jin instead of rounding it", () => {
    expect(readAmount("0.001", "weight", "jin")).toEqual({ reason: "too_precise" });
  });

  it("is typed again as it was", () => {
    for (const unit of ["kg", "jin"] as const) {
      for (const grams of [1, 50, 999, 1000, 2350]) {
        expect(readAmount(typedOf(grams, "weight", unit), "weight", unit)).toEqual({ quantity: grams });
      }
    }
  });
});

describe("a number typed before the goods", () => {
  it.each([
    ["2.5 sr", "2.5", "sr"],
    ["2.5sr", "2.5", "sr"],
    ["༣ མར", "3", "མར"],
    ["12松茸", "12", "松茸"],
  ])("%j is %s of %j", (text, typed, query) => {
    expect(splitQuery(text)).toEqual({ typed, query });
  });

  it.each(["sr", "0818-017", "2.5", "sr 2", "13812341234"])("%j is all to be looked for", (text) => {
    expect(splitQuery(text)).toEqual({ typed: "", query: text });
  });
});

import { describe, expect, it } from "vitest";
import { lineFen, plainDigits, typedDecimal, typedFen } from "./digits";

describe("digits of every script", () => {
  it("reads Tibetan and full-width ones", () => {
    expect(plainDigits("༢.༣༥")).toBe("2.35");
    expect(plainDigits("１２．５")).toBe("12.5");
    expect(plainDigits("−3")).toBe("-3");
  });

  it("reads those of any other script, too", () => {
    for (const [zero, nine] of [
      ["٠", "٩"],
      ["۰", "۹"],
      ["०", "९"],
      ["๐", "๙"],
      ["᠐", "᠙"],
      ["𝟎", "𝟗"],
      ["𝟶", "𝟿"],
    ]) {
      expect(plainDigits(`${nine}${zero}`)).toBe("90");
    }
    expect(plainDigits("١٫٢٥")).toBe("1.25");
    expect(plainDigits("松茸 3 斤")).toBe("松茸 3 斤");
    expect(plainDigits("½ Ⅳ 三")).toBe("½ Ⅳ 三");
  });

  it("refuses what is no number or too fine, and keeps what is", () => {
    expect(typedFen("༣༨༠")).toBe(38_000);
    expect(typedFen("1,147.5")).toBe(114_750);
    expect(typedFen("0.005")).toBeNull();
    expect(typedFen("0.050")).toBe(5);
    expect(typedFen("1e9")).toBeNull();
    expect(typedFen("-0")).toBeNull();
    expect(typedFen("")).toBeNull();
    expect(typedFen(".")).toBeNull();
    expect(typedDecimal("99999999999", 3)).toBeNull();
  });
});

describe("a line's sum", () => {
  it("is rounded once, half up, as the station does it", () => {
    expect(lineFen(38_000, 2_350, "weight")).toBe(89_300);
    expect(lineFen(999, 500, "weight")).toBe(500);
    expect(lineFen(1, 499, "weight")).toBe(0);
    expect(lineFen(1, 500, "weight")).toBe(1);
    expect(lineFen(6_200, 3, "piece")).toBe(18_600);
  });

  it("loses nothing where a float would", () => {
    expect(lineFen(99_999_999, 90_071_993, "weight")).toBe(9_007_199_209_928);
  });
});

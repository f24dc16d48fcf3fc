import { describe, expect, it } from "vitest";
import { bytes, dayOf, formats, grouped, jin, kilograms, money, price, startOfDay } from "./formats";

// 18 August 2026, 09:42 in Beijing: a Tuesday.
const MOMENT = Date.parse("2026-08-18T01:42:00Z");

describe("money and weight", () => {
  it("says every fen, with a decent minus and groups of three", () => {
    expect(money(114_700)).toBe("1,147.00");
    expect(money(-5)).toBe("−0.05");
    expect(money(123_456_789_01)).toBe("123,456,789.01");
    expect(price(38_000)).toBe("380");
    expect(price(950)).toBe("9.50");
  });

  it("says every gram and no needless zero", () => {
    expect(kilograms(2_350)).toBe("2.35");
    expect(kilograms(2_350, 3)).toBe("2.350");
    expect(kilograms(1)).toBe("0.001");
    expect(kilograms(12_000_000)).toBe("12,000");
    expect(kilograms(-600)).toBe("−0.6");
    expect(jin(250)).toBe("0.5");
  });

  it("never says that something is nothing", () => {
    expect(bytes(1)).toBe("1 KB");
    expect(bytes(0)).toBe("0 KB");
    expect(bytes(38_400)).toBe("38 KB");
    expect(bytes(2_149_000)).toBe("2.1 MB");
    expect(grouped(-1_284)).toBe("−1,284");
  });
});

describe("days and times", () => {
  it("lives by Beijing time, whatever the PC is set to", () => {
    expect(dayOf(MOMENT)).toBe("2026-08-18");
    expect(dayOf(Date.parse("2026-08-17T16:00:00Z"))).toBe("2026-08-18");
    expect(startOfDay("2026-08-18")).toBe(Date.parse("2026-08-17T16:00:00Z"));
    expect(startOfDay("yesterday")).toBeNaN();
  });

  it("says the day in each language without asking the browser", () => {
    expect(formats("en").date(MOMENT)).toBe("Tuesday 18 August");
    expect(formats("zh-CN").date(MOMENT)).toBe("8月18日 周二");
    expect(formats("bo").date(MOMENT)).toContain("གཟའ༌མིག༌དམར");
    expect(formats("bo").date(MOMENT)).not.toContain("་");
    expect(formats("en").time(MOMENT)).toBe("09:42");
  });

  it("is as coarse as one may be", () => {
    const en = formats("en");
    const minute = 60_000;
    expect(en.span(318 * minute)).toBe("5 h 18 min");
    expect(en.span(31 * 60 * minute)).toBe("31 h");
    expect(en.span(38 * 24 * 60 * minute)).toBe("38 days");
    expect(en.span(250 * 24 * 60 * minute)).toBe("8 months");
    expect(en.span(-5)).toBe("0 min");
  });
});

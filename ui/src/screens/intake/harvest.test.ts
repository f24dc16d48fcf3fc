import { describe, expect, it } from "vitest";
import { dayOf, parts } from "../../words/formats";
import { harvestedMs, morningMs, readDay, readTime, yesterdayMs } from "./harvest";

/** Tuesday 18 August 2026, 09:42 in Beijing. */
const NOW = Date.UTC(2026, 7, 18, 1, 42);
const HOUR = 3_600_000;
const said = (ms: number) => `${dayOf(ms)} ${parts(ms).hour}`;

describe("when it was gathered", () => {
  it("answers in one press by the station's own clock", () => {
    expect(harvestedMs("now", "", "", NOW), "the station says what now is").toEqual({ ms: undefined });
    expect(said(morningMs(NOW))).toBe("2026-08-18 6");
    expect(said(yesterdayMs(NOW))).toBe("2026-08-17 12");
  });

  it("means the morning before while this one is still to come", () => {
    expect(said(morningMs(Date.UTC(2026, 7, 17, 21, 0))), "at five in the morning").toBe("2026-08-17 6");
  });

  it.each([
    ["17", "2026-08-17"],
    ["༡༧", "2026-08-17"],
    ["8-17", "2026-08-17"],
    ["8月17日", "2026-08-17"],
    ["2026-08-17", "2026-08-17"],
    ["26/8/17", "2026-08-17"],
    ["20", "2026-07-20"],
    ["12-31", "2025-12-31"],
  ])("reads the day %s as %s", (typed, day) => {
    expect(dayOf(readDay(typed, NOW))).toBe(day);
  });

  it.each(["", "tomorrow", "31-31", "2026-02-31", "1-2-3-4", "17 <b>"])("takes no day from %j", (typed) => {
    expect(readDay(typed, NOW)).toBeNaN();
  });

  it("reads the time of day, and noon where none is said", () => {
    expect([readTime("6"), readTime("6:30"), readTime("0630"), readTime("༦:༣༠"), readTime("")]).toEqual([
      6 * HOUR,
      6.5 * HOUR,
      6.5 * HOUR,
      6.5 * HOUR,
      12 * HOUR,
    ]);
    expect([readTime("25"), readTime("6:75"), readTime("dawn")].every(Number.isNaN)).toBe(true);
  });

  it("says which field is wrong, and takes no time ahead", () => {
    expect(harvestedMs("own", "x", "6", NOW)).toEqual({ field: "day", reason: "unclear" });
    expect(harvestedMs("own", "17", "x", NOW)).toEqual({ field: "time", reason: "unclear" });
    expect(harvestedMs("own", "18", "23:00", NOW)).toEqual({ field: "time", reason: "future" });
    expect(harvestedMs("own", "2027-01-01", "6", NOW)).toEqual({ field: "day", reason: "future" });
  });

  it("takes today without an hour as by now", () => {
    expect(harvestedMs("own", "18", "", NOW)).toEqual({ ms: NOW });
  });
});

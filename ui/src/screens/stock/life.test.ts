import { describe, expect, it } from "vitest";
import type { LotRow } from "../../../bindings/commands";
import { formats } from "../../words/formats";
import { barOf, byUrgency, lifeOf, nearTime, toShipMs } from "./life";

const HOUR = 3_600_000;
/** Tuesday 18 August 2026, 10:42 in Beijing. */
const NOW = Date.UTC(2026, 7, 18, 2, 42);
const lot = (some: Partial<LotRow>): LotRow =>
  ({ id: "a", life: "on_sale", left: 1000, here: 1000, harvested_ms: NOW - 40 * HOUR, ...some }) as LotRow;

describe("a lot's life", () => {
  it("counts hours to ship, not to spoil, and never below nothing", () => {
    expect(toShipMs(lot({ ship_by_ms: NOW + 5 * HOUR, expires_ms: NOW + 43 * HOUR }), NOW)).toBe(5 * HOUR);
    expect(toShipMs(lot({ ship_by_ms: NOW - HOUR }), NOW)).toBe(0);
    expect(toShipMs(lot({}), NOW), "what keeps has no hours").toBeNull();
  });

  it("has no bar where it keeps, and no time to sell where the road is longer than the life", () => {
    expect(barOf(lot({}))).toBeNull();
    expect(barOf(lot({ expires_ms: null as unknown as number })), "as the station writes it over JSON").toBeNull();
    const short = barOf(lot({ harvested_ms: NOW, expires_ms: NOW + 20 * HOUR, ship_by_ms: NOW - 18 * HOUR }));
    expect(short).toEqual({ harvestedMs: NOW, shipByMs: NOW, expiresMs: NOW + 20 * HOUR });
  });

  it("calls for a person at the last call and before a count, and greys what is over", () => {
    expect(lifeOf({ life: "last_call", here: 1 })).toMatchObject({ flag: "fire", isUrgent: true, isOver: false });
    expect(lifeOf({ life: "recount", here: 0 }).flag).toBe("fire");
    expect([lifeOf({ life: "too_late", here: 0 }).isOver, lifeOf({ life: "sold_out", here: 0 }).isOver]).toEqual([
      true,
      true,
    ]);
    expect(lifeOf({ life: "too_late", here: 500 }), "it may still be sold over the counter").toMatchObject({
      word: "stock-counter-only",
      isOver: false,
    });
    expect(lifeOf({ life: "of a newer station", here: 0 }).isOver, "an unknown word hides nothing").toBe(false);
  });

  it("puts what must leave first on top, what keeps below it, what is over last", () => {
    const lots = [
      lot({ id: "keeps", life: "keeps" }),
      lot({ id: "gone", life: "sold_out", left: 0, ship_by_ms: NOW - HOUR }),
      lot({ id: "late", life: "too_late", ship_by_ms: NOW - HOUR }),
      lot({ id: "soon", life: "last_call", ship_by_ms: NOW + HOUR }),
      lot({ id: "then", ship_by_ms: NOW + 30 * HOUR }),
    ];
    expect(lots.toSorted(byUrgency).map((one) => one.id)).toEqual(["soon", "then", "keeps", "late", "gone"]);
  });

  it("says a time as near as it is", () => {
    const words = { ...formats("en"), t: (_: string, args?: { time?: string }) => `today ${args?.time ?? ""}` };
    const say = (ms: number) => nearTime(words as Parameters<typeof nearTime>[0], ms, NOW);
    expect(say(NOW + 5 * HOUR)).toBe("today 15:42");
    expect(say(NOW + 24 * HOUR)).toBe("Wed 10:42");
    expect(say(NOW + 38 * 24 * HOUR)).toBe("25 Sep");
  });
});

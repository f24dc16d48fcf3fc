import type { LotRow } from "../../../bindings/commands";
import type { Flag } from "../../parts/state";
import { dayOf } from "../../words/formats";
import type { Key } from "../../words/keys";
import type { Words } from "../../words/use";

const DAY_MS = 86_400_000;

/** What may still be done with a lot, as it is shown. */
export interface LifeState {
  flag: Flag;
  word: Key;
  isUrgent: boolean;
  /** It is grey: nothing of it can be sold as it is. */
  isOver: boolean;
}

const STATES: Record<string, LifeState> = {
  on_sale: { flag: "water", word: "stock-on-sale", isUrgent: false, isOver: false },
  keeps: { flag: "water", word: "stock-keeps", isUrgent: false, isOver: false },
  last_call: { flag: "fire", word: "stock-last-call", isUrgent: true, isOver: false },
  recount: { flag: "fire", word: "stock-recount", isUrgent: false, isOver: false },
  too_late: { flag: "cloud", word: "stock-too-late", isUrgent: false, isOver: true },
  sold_out: { flag: "cloud", word: "stock-sold-out", isUrgent: false, isOver: true },
};
const ON_SALE: LifeState = { flag: "water", word: "stock-on-sale", isUrgent: false, isOver: false };

/** Too late for the road, but it has not gone off: whoever stands here may have it. */
const COUNTER: LifeState = { flag: "earth", word: "stock-counter-only", isUrgent: false, isOver: false };

/** The state of a lot; one that a newer station knows is on sale. */
export function lifeOf(lot: Pick<LotRow, "life" | "here">): LifeState {
  if (lot.life === "too_late" && lot.here > 0) return COUNTER;
  return STATES[lot.life] ?? ON_SALE;
}

/** How long until it has to leave, never below nothing; `null` for what keeps. */
export function toShipMs(lot: Pick<LotRow, "ship_by_ms">, nowMs: number): number | null {
  const ship = lot.ship_by_ms ?? null;
  return ship === null ? null : Math.max(0, ship - nowMs);
}

/** The three parts of a lot's life, for its bar; `null` for what keeps. */
export function barOf(
  lot: Pick<LotRow, "harvested_ms" | "ship_by_ms" | "expires_ms">,
): { harvestedMs: number; shipByMs: number; expiresMs: number } | null {
  const expiresMs = lot.expires_ms ?? null;
  if (expiresMs === null) return null;
  // A life shorter than the road has no time to sell in it.
  const shipByMs = Math.max(lot.harvested_ms, lot.ship_by_ms ?? expiresMs);
  return { harvestedMs: lot.harvested_ms, shipByMs, expiresMs };
}

/** A time as near as it is: `today 16:00`, `Wed 18:00`, `25 Sep`. */
export function nearTime(words: Pick<Words, "t" | "time" | "weekday" | "when">, ms: number, nowMs: number): string {
  if (dayOf(ms) === dayOf(nowMs)) return words.t("stock-today", { time: words.time(ms) });
  if (Math.abs(ms - nowMs) < 6 * DAY_MS) return `${words.weekday(ms)} ${words.time(ms)}`;
  return words.when(ms, nowMs);
}

/** The most urgent first, what keeps after it, what is over last; of equals the oldest. */
export function byUrgency(a: LotRow, b: LotRow): number {
  const rank = (lot: LotRow) =>
    lot.left <= 0 ? 3 : lot.life === "too_late" ? 2 : (lot.ship_by_ms ?? null) === null ? 1 : 0;
  return (
    rank(a) - rank(b) ||
    (a.ship_by_ms ?? 0) - (b.ship_by_ms ?? 0) ||
    a.harvested_ms - b.harvested_ms ||
    (a.id < b.id ? -1 : 1)
  );
}

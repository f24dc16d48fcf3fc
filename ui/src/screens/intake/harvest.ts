import { plainDigits } from "../../words/digits";
import { dayOf, parts, startOfDay } from "../../words/formats";

/** When goods were gathered: an answer in one press, or a time of one's own. */
export type When = "now" | "morning" | "yesterday" | "own";

/** All of them, in the order in which they are offered. */
export const WHENS: readonly When[] = ["now", "morning", "yesterday", "own"];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Mushrooms are gathered at dawn. */
const MORNING_HOUR = 6;
const NOON_HOUR = 12;

/** A time in milliseconds; else which field is wrong. */
export type Harvest = { ms: number | undefined } | { field: "day" | "time"; reason: "unclear" | "future" };

/** Six this morning; at night before six, of the day before. */
export function morningMs(nowMs: number): number {
  const morning = startOfDay(dayOf(nowMs)) + MORNING_HOUR * HOUR_MS;
  return morning <= nowMs ? morning : morning - DAY_MS;
}

/** Yesterday at noon. */
export function yesterdayMs(nowMs: number): number {
  return startOfDay(dayOf(nowMs)) - DAY_MS + NOON_HOUR * HOUR_MS;
}

const numbers = (text: string) => plainDigits(text).match(/\d+/gu) ?? [];

/** A day as typed: `17`, `8-17`, `8月17日`, `2026-08-17`; NaN for what is none. What lies ahead is of the month or year before. */
export function readDay(text: string, nowMs: number): number {
  const typed = numbers(text).map(Number);
  if (typed.length === 0 || typed.length > 3 || /[^\d\s./年月日号-]/u.test(plainDigits(text))) return Number.NaN;
  const today = parts(nowMs);
  const [day = 0, month, year] = typed.toReversed();
  const of = (y: number, m: number) => {
    const name = `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const ms = startOfDay(name);
    // 31 February is no day, though the calendar would count on.
    return Number.isNaN(ms) || dayOf(ms) !== name ? Number.NaN : ms;
  };
  if (year !== undefined && month !== undefined) return of(year < 100 ? 2000 + year : year, month);
  if (month !== undefined) {
    const ms = of(today.year, month);
    return ms > nowMs ? of(today.year - 1, month) : ms;
  }
  const ms = of(today.year, today.month);
  if (ms <= nowMs) return ms;
  return today.month === 1 ? of(today.year - 1, 12) : of(today.year, today.month - 1);
}

/** A time of day as typed, in milliseconds: `6`, `6:30`, `0630`; nothing typed is noon; NaN for what is none. */
export function readTime(text: string): number {
  const plain = plainDigits(text).trim();
  if (plain === "") return NOON_HOUR * HOUR_MS;
  const match = /^(\d{1,2})(?:\s*[:：.点时h]\s*(\d{1,2})?\s*分?)?$/u.exec(plain) ?? /^(\d{2})(\d{2})$/u.exec(plain);
  const hour = Number(match?.[1] ?? Number.NaN);
  const minute = Number(match?.[2] ?? 0);
  return hour <= 23 && minute <= 59 ? hour * HOUR_MS + minute * 60_000 : Number.NaN;
}

/** The answer as a time; `undefined` leaves "now" to the station. */
export function harvestedMs(when: When, day: string, time: string, nowMs: number): Harvest {
  if (when === "now") return { ms: undefined };
  if (when === "morning") return { ms: morningMs(nowMs) };
  if (when === "yesterday") return { ms: yesterdayMs(nowMs) };
  const dayMs = readDay(day, nowMs);
  if (Number.isNaN(dayMs)) return { field: "day", reason: "unclear" };
  const timeMs = readTime(time);
  if (Number.isNaN(timeMs)) return { field: "time", reason: "unclear" };
  // A day without its hour may be today before noon.
  const ms = time.trim() === "" ? Math.min(dayMs + timeMs, Math.max(dayMs, nowMs)) : dayMs + timeMs;
  return ms > nowMs ? { field: dayMs > nowMs ? "day" : "time", reason: "future" } : { ms };
}

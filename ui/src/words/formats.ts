// Dates, numbers and weights by our own code: Chromium has no Tibetan, WebKit has, and both must say the same.
import type { Language } from "./catalogue";

/** Stations live by Beijing time, all year, everywhere. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUS = "−";

const EN_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const EN_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const ZH_DAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
// The planets of the week, as Tibetan calendars print them.
const BO_DAYS = ["གཟའ་ཉི་མ", "གཟའ་ཟླ་བ", "གཟའ་མིག་དམར", "གཟའ་ལྷག་པ", "གཟའ་ཕུར་བུ", "གཟའ་པ་སངས", "གཟའ་སྤེན་པ"];

const pad = (n: number) => String(n).padStart(2, "0");
const at = (list: readonly string[], index: number) => list[index] ?? "";
/** No line breaks inside a label: U+0F0C looks like a tsheg. */
const unbroken = (text: string) => text.replaceAll("་", "༌");

/** A time taken apart in Beijing. */
export function parts(ms: number) {
  const date = new Date(ms + OFFSET_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** The local day, `2026-08-18`. */
export function dayOf(ms: number): string {
  const p = parts(ms);
  return `${p.year}-${pad(p.month)}-${pad(p.day)}`;
}

/** The first millisecond of a local day `2026-08-18`; NaN for what is none. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MS;
}

/** Digits in threes, with a decent minus. */
export function grouped(whole: number): string {
  const text = String(Math.abs(Math.trunc(whole))).replace(/\B(?=(\d{3})+$)/gu, ",");
  return whole < 0 ? `${MINUS}${text}` : text;
}

/** An amount in its three pieces, for big sums: sign and yuan, and the two digits of fen. */
export function moneyParts(fen: number): { yuan: string; fen: string } {
  const absolute = Math.abs(fen);
  const yuan = grouped(Math.floor(absolute / 100));
  return { yuan: fen < 0 ? `${MINUS}${yuan}` : yuan, fen: pad(absolute % 100) };
}

/** `1,147.00`, without the sign of the currency. */
export function money(fen: number): string {
  const p = moneyParts(fen);
  return `${p.yuan}.${p.fen}`;
}

/** `380` or `9.50`: a price without needless zeros. */
export function price(fen: number): string {
  const p = moneyParts(fen);
  return p.fen === "00" ? p.yuan : `${p.yuan}.${p.fen}`;
}

/** Grams as kilograms, with as many decimals as there are, at least `least`. */
export function kilograms(grams: number, least = 0): string {
  const absolute = Math.abs(grams);
  let decimals = String(absolute % 1000).padStart(3, "0");
  while (decimals.length > least && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  const whole = grouped(Math.floor(absolute / 1000));
  const text = decimals === "" ? whole : `${whole}.${decimals}`;
  return grams < 0 ? `${MINUS}${text}` : text;
}

/** Grams as jin of 500 g; ten grams are 0.02 jin, so three decimals say every gram. */
export function jin(grams: number): string {
  return kilograms(grams * 2);
}

/** `38 KB`, `2.1 MB`; bytes are never less than one KB when there are any. */
export function bytes(count: number): string {
  if (count < 1_000_000) return `${grouped(Math.max(count > 0 ? 1 : 0, Math.round(count / 1000)))} KB`;
  const tenths = Math.round(count / 100_000);
  return `${grouped(Math.floor(tenths / 10))}.${tenths % 10} MB`;
}

/** Formats that depend on the language. */
export interface Formats {
  /** `Tuesday 18 August`, `8月18日 周二`, the same in Tibetan. */
  date: (ms: number) => string;
  /** `18 Aug 2026`-like, with the year. */
  dateWithYear: (ms: number) => string;
  /** Short: `18 Aug`, `8月18日`. */
  shortDate: (ms: number) => string;
  /** `Tue`, `周二`. */
  weekday: (ms: number) => string;
  /** `09:42`. */
  time: (ms: number) => string;
  /** Time today, else the short date. */
  when: (ms: number, nowMs: number) => string;
  /** `5 h 18 min`, `31 h`, `38 days`, `8 months`: as coarse as one may be. */
  span: (ms: number) => string;
  /** The same in number and unit, for big numbers. */
  spanParts: (ms: number) => { count: string; unit: string };
  money: (fen: number) => string;
  price: (fen: number) => string;
  kilograms: (grams: number, least?: number) => string;
  jin: (grams: number) => string;
  bytes: (count: number) => string;
  grouped: (whole: number) => string;
}

const UNITS: Record<
  Language,
  { minute: string; hour: string; day: string; days: string; month: string; months: string }
> = {
  en: { minute: "min", hour: "h", day: "day", days: "days", month: "month", months: "months" },
  "zh-CN": { minute: "分钟", hour: "小时", day: "天", days: "天", month: "个月", months: "个月" },
  bo: { minute: "སྐར༌མ", hour: "ཆུ༌ཚོད", day: "ཉིན", days: "ཉིན", month: "ཟླ", months: "ཟླ" },
};

function spanParts(language: Language, ms: number): { count: string; unit: string } {
  const unit = UNITS[language];
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (hours < 1) return { count: String(minutes), unit: unit.minute };
  if (hours < 72) return { count: String(hours), unit: unit.hour };
  if (days < 90) return { count: String(days), unit: days === 1 ? unit.day : unit.days };
  const months = Math.floor(days / 30);
  return { count: grouped(months), unit: months === 1 ? unit.month : unit.months };
}

function span(language: Language, ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  const hours = Math.floor(minutes / 60);
  const unit = UNITS[language];
  if (hours >= 1 && hours < 12 && minutes % 60 > 0) {
    return `${hours} ${unit.hour} ${minutes % 60} ${unit.minute}`;
  }
  const p = spanParts(language, ms);
  return `${p.count} ${p.unit}`;
}

function monthDay(language: Language, p: ReturnType<typeof parts>): string {
  if (language === "zh-CN") return `${p.month}月${p.day}日`;
  if (language === "bo") return unbroken(`ཟླ་${p.month}་ཚེས་${p.day}`);
  return `${p.day} ${at(EN_MONTHS, p.month - 1).slice(0, 3)}`;
}

/** All formats of one language. */
export function formats(language: Language): Formats {
  const time = (ms: number) => `${pad(parts(ms).hour)}:${pad(parts(ms).minute)}`;
  const shortDate = (ms: number) => monthDay(language, parts(ms));
  return {
    date: (ms) => {
      const p = parts(ms);
      if (language === "zh-CN") return `${p.month}月${p.day}日 ${at(ZH_DAYS, p.weekday)}`;
      if (language === "bo") return `${monthDay(language, p)} ${unbroken(at(BO_DAYS, p.weekday))}`;
      return `${at(EN_DAYS, p.weekday)} ${p.day} ${at(EN_MONTHS, p.month - 1)}`;
    },
    dateWithYear: (ms) => {
      const p = parts(ms);
      if (language === "zh-CN") return `${p.year}年${monthDay(language, p)}`;
      if (language === "bo") return `${p.year} ${monthDay(language, p)}`;
      return `${monthDay(language, p)} ${p.year}`;
    },
    shortDate,
    weekday: (ms) => {
      const day = parts(ms).weekday;
      if (language === "zh-CN") return at(ZH_DAYS, day);
      return language === "bo" ? unbroken(at(BO_DAYS, day)) : at(EN_DAYS, day).slice(0, 3);
    },
    time,
    when: (ms, nowMs) => {
      if (dayOf(ms) === dayOf(nowMs)) return time(ms);
      return Math.abs(nowMs - ms) < 300 * DAY_MS ? shortDate(ms) : dayOf(ms);
    },
    span: (ms) => span(language, ms),
    spanParts: (ms) => spanParts(language, ms),
    money,
    price,
    kilograms,
    jin,
    bytes,
    grouped,
  };
}

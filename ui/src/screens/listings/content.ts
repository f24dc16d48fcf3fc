import type { Commands, ListingRow, LotRow, ProductRow, Trilingual } from "../../../bindings/commands";
import { DraftKeeper } from "../../state/draft";
import { plainDigits, typedDecimal, typedFen } from "../../words/digits";

/** Where a listing stands. */
export type ListingState = "draft" | "on_sale" | "paused";

/** All states, as they stand on the switch. */
export const STATES: readonly ListingState[] = ["on_sale", "paused", "draft"];

/** What was typed about a listing; `null` where it stays as it is. */
export interface Content {
  /** Which; empty for a new one. */
  id: string;
  product: string;
  grade: string;
  isNew: boolean;
  price: string | null;
  title: Trilingual | null;
  wording: Trilingual | null;
  photo: string | null;
  thumbnail: string | null;
  /** Of a new one. */
  state: ListingState;
}

/** No listing at all. */
export const NOTHING: Content = {
  id: "",
  product: "",
  grade: "",
  isNew: false,
  price: null,
  title: null,
  wording: null,
  photo: null,
  thumbnail: null,
  state: "on_sale",
};

/** A listing that is looked at, with nothing typed. */
export const untouched = (row: ListingRow): Content => ({
  ...NOTHING,
  id: row.id,
  product: row.product,
  grade: row.grade,
});

/** Whether nothing was typed that would be missed. */
export function isEmpty(content: Content): boolean {
  return !content.isNew && [content.price, content.title, content.wording, content.photo].every((one) => one === null);
}

const text = (value: unknown) => (typeof value === "string" ? value : null);

function names(value: unknown): Trilingual | null {
  if (typeof value !== "object" || value === null) return null;
  const from = value as Record<string, unknown>;
  return { bo: text(from["bo"]) ?? "", "zh-CN": text(from["zh-CN"]) ?? "", en: text(from["en"]) ?? "" };
}

/** A draft's content. */
export function readContent(value: unknown): Content | null {
  if (typeof value !== "object" || value === null || !("product" in value)) return null;
  const from = value as Record<string, unknown>;
  const content: Content = {
    id: text(from["id"]) ?? "",
    product: text(from["product"]) ?? "",
    grade: text(from["grade"]) ?? "",
    isNew: from["isNew"] === true,
    price: text(from["price"]),
    title: names(from["title"]),
    wording: names(from["wording"]),
    photo: text(from["photo"]),
    thumbnail: text(from["thumbnail"]),
    state: STATES.find((one) => one === from["state"]) ?? "on_sale",
  };
  return content.id === "" && !content.isNew ? null : content;
}

/** The listing that is being typed in this window. */
export const keeper = new DraftKeeper<Content>({ noun: "listing", nothing: NOTHING, isEmpty, read: readContent });

/** A price as typed, in fen; else the code of what is wrong. Nothing is no price. */
export function readPrice(typed: string): { fen: number } | { reason: string } {
  const fen = typedFen(typed.replace(/^\s*[¥￥]/u, ""));
  if (fen !== null) return { fen };
  if (typed.trim() === "") return { reason: "empty" };
  if (/^\s*-/u.test(plainDigits(typed))) return { reason: "negative" };
  return { reason: typedDecimal(typed, 9) === null ? "not_a_number" : "too_precise" };
}

const EMPTY: Trilingual = { bo: "", "zh-CN": "", en: "" };

/** A new listing, as the station takes it. */
export function addInput(content: Content, priceFen: number): Commands["listing.add"]["input"] {
  return {
    product: content.product,
    grade: content.grade,
    price: priceFen,
    title: content.title ?? EMPTY,
    wording: content.wording ?? EMPTY,
    photo: content.photo ?? "",
    thumbnail: content.thumbnail ?? "",
    state: content.state,
  };
}

/** What was changed, as the station takes it. */
export function changeInput(content: Content, priceFen: number | null): Commands["listing.change"]["input"] {
  return {
    id: content.id,
    ...(priceFen === null ? {} : { price: priceFen }),
    ...(content.title === null ? {} : { title: content.title }),
    ...(content.wording === null ? {} : { wording: content.wording }),
    ...(content.photo === null ? {} : { photo: content.photo, thumbnail: content.thumbnail ?? "" }),
  };
}

/** The change that brings back what a listing was before another change. */
export function backInput(
  row: ListingRow,
  change: Commands["listing.change"]["input"],
): Commands["listing.change"]["input"] {
  return {
    id: row.id,
    ...(change.price === undefined ? {} : { price: row.price_fen }),
    ...(change.title === undefined ? {} : { title: row.title }),
    ...(change.wording === undefined ? {} : { wording: row.wording }),
    ...(change.photo === undefined ? {} : { photo: row.photo, thumbnail: row.thumbnail }),
    ...(change.state === undefined ? {} : { state: row.state }),
  };
}

/** The change that writes again what one field of a listing shows. */
export function shownInput(row: ListingRow, field: string): Commands["listing.change"]["input"] | undefined {
  const { id, price_fen: price, title, wording, photo, thumbnail, state } = row;
  const shown: Record<string, Commands["listing.change"]["input"]> = {
    price_fen: { id, price },
    title: { id, title },
    wording: { id, wording },
    photo: { id, photo, thumbnail },
    state: { id, state },
  };
  return shown[field];
}

/** How many listings stand in each state. */
export function countStates(rows: readonly ListingRow[]): Record<ListingState | "all", number> {
  const counts = { all: rows.length, on_sale: 0, paused: 0, draft: 0 };
  for (const row of rows) {
    const state = STATES.find((one) => one === row.state);
    if (state) counts[state] += 1;
  }
  return counts;
}

/** Something that could be offered: a product in one grade or in all of them. */
export interface Offer {
  product: ProductRow;
  /** Empty for all grades. */
  grade: string;
  /** What could be sold of it here. */
  here: number;
  isListed: boolean;
}

/** What may be offered, what lies here and is not listed first, what is listed already last. */
export function offersOf(
  products: readonly ProductRow[],
  lots: readonly LotRow[],
  listings: readonly ListingRow[],
): Offer[] {
  const key = (product: string, grade: string) => `${product}\n${grade}`;
  const here = new Map<string, number>();
  for (const lot of lots) {
    for (const one of new Set([key(lot.product, lot.grade), key(lot.product, "")])) {
      here.set(one, (here.get(one) ?? 0) + lot.here);
    }
  }
  const listed = new Set(listings.map((row) => key(row.product, row.grade)));
  const offers = products.flatMap((product) =>
    [...product.grades.map((grade) => grade.key), ""].map((grade) => ({
      product,
      grade,
      here: here.get(key(product.key, grade)) ?? 0,
      isListed: listed.has(key(product.key, grade)),
    })),
  );
  const rank = (offer: Offer) => (offer.isListed ? 2 : offer.here > 0 ? 0 : 1);
  return offers.toSorted((a, b) => rank(a) - rank(b));
}

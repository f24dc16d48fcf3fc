import type { ListingRow, LotRow, ProductRow, Trilingual } from "../../../bindings/commands";
import { plainDigits } from "../../words/digits";

/** One offer of a product: a grade at a price. */
export interface Offer {
  listing: ListingRow;
  /** The grade's names; undefined for all grades together. */
  grade: Trilingual | undefined;
  /** When the first of its lots has to be gone; undefined when it keeps. */
  endsMs: number | undefined;
  /** Whose lot goes first. */
  villager: string;
  /** What a search of the grade matches. */
  text: string;
}

/** What stands as one tile: a product, or goods with a title of their own, in their grades. */
export interface Tile {
  key: string;
  names: Trilingual;
  measure: string;
  picture: string;
  thumbnail: string;
  isCold: boolean;
  offers: Offer[];
  isOut: boolean;
  endsMs: number | undefined;
  codes: string;
  text: string;
  /** All of it, grades too: what does not stand here is nowhere. */
  hay: string;
}

const HOUR_MS = 3_600_000;
/** What has less than this left shows its hours. */
export const URGENT_MS = 72 * HOUR_MS;

/** What a station may tell of its goods beyond names: codes and letters to find by, and how they travel. */
interface Told {
  code?: string;
  keys?: string;
  cold_chain?: string;
  ship_by_ms?: number;
}

const clean = (text: string) =>
  plainDigits(text)
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[།༎]+/gu, " ")
    .replaceAll(/་(?=\s|$)/gu, "")
    .trim();

const spaced = (texts: readonly string[]) => ` ${texts.map(clean).filter(Boolean).join(" ")} `;

/** Fields that a listing's search is matched over, kept with the row: a list that is read again keeps its rows. */
const codesOfRow = new WeakMap<ListingRow, string>();
function codesOf(row: ListingRow & Told): string {
  let codes = codesOfRow.get(row);
  if (codes === undefined) {
    codes = spaced([row.code ?? "", row.keys ?? "", row.product]);
    codesOfRow.set(row, codes);
  }
  return codes;
}

const isNamed = (names: Trilingual) => names.bo !== "" || names["zh-CN"] !== "" || names.en !== "";
const spot = (product: string, grade: string) => `${product}\n${grade}`;

interface First {
  endsMs: number | undefined;
  villager: string;
}

/** Of each product and grade the lot that must go first, of those that can be sold here. */
function firstLots(lots: readonly (LotRow & Told)[]): Map<string, First> {
  const first = new Map<string, First>();
  for (const lot of lots) {
    if (lot.here <= 0) continue;
    const endsMs = lot.ship_by_ms ?? lot.expires_ms;
    for (const key of [spot(lot.product, lot.grade), spot(lot.product, "")]) {
      const known = first.get(key);
      if (!known || (endsMs ?? Number.POSITIVE_INFINITY) < (known.endsMs ?? Number.POSITIVE_INFINITY)) {
        first.set(key, { endsMs, villager: lot.villager_name });
      }
    }
  }
  return first;
}

/** Tiles in the order in which they are offered: what must go, what sells, the catalogue; sold out last. */
export function tilesOf(
  listings: readonly ListingRow[],
  products: readonly (ProductRow & Told)[],
  lots: readonly LotRow[],
  sold: ReadonlyMap<string, number>,
  nowMs: number,
): Tile[] {
  const first = firstLots(lots);
  const place = new Map(products.map((product, at) => [product.key, { product, at }]));
  const tiles = new Map<string, Tile>();
  for (const listing of listings) {
    const known = place.get(listing.product)?.product;
    const names = isNamed(listing.title)
      ? listing.title
      : (known?.names ?? { bo: "", "zh-CN": listing.product, en: "" });
    const key = isNamed(listing.title)
      ? `${listing.product}\n${names["zh-CN"]}\n${names.en}\n${names.bo}`
      : listing.product;
    const grade = known?.grades.find((one) => one.key === listing.grade)?.names;
    const lot = first.get(spot(listing.product, listing.grade));
    const offer: Offer = {
      listing,
      grade,
      endsMs: lot?.endsMs,
      villager: lot?.villager ?? "",
      text: grade ? spaced([grade["zh-CN"], grade.en, grade.bo, listing.grade]) : " ",
    };
    const tile = tiles.get(key);
    if (tile) tile.offers.push(offer);
    else
      tiles.set(key, {
        key,
        names,
        measure: listing.measure,
        picture: known?.picture ?? "",
        thumbnail: "",
        isCold: ["chilled", "frozen"].includes(known?.cold_chain ?? ""),
        offers: [offer],
        isOut: false,
        endsMs: undefined,
        codes: "",
        hay: "",
        text: spaced([names["zh-CN"], names.en, names.bo]),
      });
  }
  const all = [...tiles.values()];
  for (const tile of all) finish(tile, place.get(tile.offers[0]?.listing.product ?? "")?.product);
  const at = (tile: Tile) => place.get(tile.offers[0]?.listing.product ?? "")?.at ?? products.length;
  const rank = (tile: Tile) => (tile.isOut ? 2 : isUrgent(tile, nowMs) ? 0 : 1);
  const ranked = all.map((tile) => ({
    tile,
    rank: rank(tile),
    sold: sold.get(tile.offers[0]?.listing.product ?? "") ?? 0,
    at: at(tile),
  }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      (a.rank === 0 ? (a.tile.endsMs ?? 0) - (b.tile.endsMs ?? 0) : 0) ||
      b.sold - a.sold ||
      a.at - b.at,
  );
  return ranked.map((one) => one.tile);
}

function finish(tile: Tile, product: ProductRow | undefined) {
  const grades = new Map(product?.grades.map((grade, at) => [grade.key, at]));
  tile.offers.sort((a, b) => (grades.get(a.listing.grade) ?? -1) - (grades.get(b.listing.grade) ?? -1));
  tile.isOut = tile.offers.every((offer) => offer.listing.here <= 0);
  const ends = tile.offers.flatMap((offer) =>
    offer.listing.here > 0 && offer.endsMs !== undefined ? [offer.endsMs] : [],
  );
  tile.endsMs = ends.length > 0 ? Math.min(...ends) : undefined;
  tile.thumbnail = tile.offers.find((offer) => offer.listing.thumbnail !== "")?.listing.thumbnail ?? "";
  tile.codes = [...new Set(tile.offers.map((offer) => codesOf(offer.listing)))].join("");
  tile.hay = tile.codes + tile.text + tile.offers.map((offer) => offer.text).join("");
}

/** Whether a tile's goods have to go soon. */
export const isUrgent = (tile: Pick<Tile, "endsMs">, nowMs: number) =>
  tile.endsMs !== undefined && tile.endsMs - nowMs < URGENT_MS;

const isShort = (word: string) => /^[\x20-\x7e]{1,2}$/u.test(word);

/** A word of a search, made ready once for all tiles. */
interface Asked {
  word: string;
  /** The word where another begins. */
  begun: string;
  isShort: boolean;
}

const askedOf = (word: string): Asked => ({ word, begun: ` ${word}`, isShort: isShort(word) });

/** How well a word fits a tile: 0 is best, -1 not at all. One or two Latin letters must begin something. */
function fit(tile: Tile, { word, begun, isShort: isBrief }: Asked): number {
  // One letter stands in nearly every tile, but begins something in few.
  if (!tile.hay.includes(word.length === 1 && isBrief ? begun : word)) return -1;
  if (tile.codes.includes(`${begun} `)) return 0;
  if (tile.codes.includes(begun)) return 1;
  if (tile.text.includes(begun)) return 2;
  if (word.length > 1 && tile.codes.includes(word)) return 3;
  if (!isBrief && tile.text.includes(word)) return 4;
  return tile.offers.some((offer) => offer.text.includes(isBrief ? begun : word)) ? 5 : -1;
}

/** Whether a search is too short to look for in descriptions: one Latin letter stands in all of them. */
export const isTooShort = (query: string) => /^[\x20-\x7e]?$/u.test(query.trim());

/** The words of a search. */
export const wordsOf = (text: string) => clean(text).split(/\s+/u).filter(Boolean);

/** Tiles that fit every word, the best first, each rank in the order of the tiles. */
export function matching(tiles: readonly Tile[], text: string): readonly Tile[] {
  const words = wordsOf(text).map(askedOf);
  if (words.length === 0) return tiles;
  const ranks: Tile[][] = [];
  for (const tile of tiles) {
    let worst = 0;
    for (const word of words) {
      const one = fit(tile, word);
      if (one < 0) {
        worst = -1;
        break;
      }
      worst = Math.max(worst, one);
    }
    if (worst < 0) continue;
    const rank = worst + (tile.isOut ? 6 : 0);
    const list = ranks[rank];
    if (list) list.push(tile);
    else ranks[rank] = [tile];
  }
  return ranks.flat();
}

/** The offer that a search means: the grade that most of its words name, what must go soon first. */
export function offerFor(tile: Tile, text: string, nowMs: number): Offer | undefined {
  const words = wordsOf(text);
  const named = tile.offers.map((offer) => words.filter((word) => offer.text.includes(` ${word}`)).length);
  const most = Math.max(0, ...named);
  const from = tile.offers.filter((_, at) => named[at] === most);
  const sellable = from.filter((offer) => offer.listing.here > 0);
  const ends = (offer: Offer) => offer.endsMs ?? Number.POSITIVE_INFINITY;
  const first = sellable.toSorted((a, b) => ends(a) - ends(b))[0];
  return (first && isUrgent(first, nowMs) ? first : sellable[0]) ?? from[0];
}

/** Every offer by its listing. */
export function offersById(tiles: readonly Tile[]): Map<string, { tile: Tile; offer: Offer }> {
  const all = new Map<string, { tile: Tile; offer: Offer }>();
  for (const tile of tiles) for (const offer of tile.offers) all.set(offer.listing.id, { tile, offer });
  return all;
}

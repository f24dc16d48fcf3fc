import type { ListingRow, ProductRow, Trilingual } from "../../../bindings/commands";
import { typedFen } from "../../words/digits";
import type { Offer, Tile } from "./goods";
import { type Content, type Line, NO_PAD, nextKey, type Pad, type Source } from "./order";

/** What a line or the pad shows of its goods, whether they are still on sale or not. */
export interface Shown {
  names: Trilingual;
  grade: Trilingual | undefined;
  picture: string;
  thumbnail: string;
  measure: string;
  /** What the listing asks for the least amount; undefined when it is not on sale any more. */
  priceFen: number | undefined;
  /** From how much on it asks what, the least first. */
  steps: readonly Step[];
  /** What may be sold here; undefined when it is not known. */
  here: number | undefined;
  endsMs: number | undefined;
  villager: string;
  isCold: boolean;
  offers: readonly Offer[];
}

/** From so much in one line on, a price. */
export interface Step {
  from: number;
  priceFen: number;
}

/** What a listing asks today of an order that comes by a way, from how much on; never empty. */
export function stepsOf(row: ListingRow, source: Source): Step[] {
  const steps = row.steps
    .filter((one) => one.source === source)
    .map((one) => ({ from: one.from, priceFen: one.price_fen }));
  return steps.length === 0 ? [{ from: 0, priceFen: row.price_fen }] : steps;
}

/** What is asked for so much; undefined for what is not on sale any more. */
export const askedFen = (steps: readonly Step[], quantity: number): number | undefined =>
  (steps.findLast((step) => step.from <= quantity) ?? steps[0])?.priceFen;

/** Lines that cost what was asked cost what is asked of an order that comes another way. */
export function repriced(content: Content, offers: Offers, before: Source): Content {
  if (content.source === before) return content;
  const lines = content.lines.map((line) => {
    const row = offers.get(line.listing)?.offer.listing;
    if (!row || askedFen(stepsOf(row, before), line.quantity) !== line.priceFen) return line;
    return { ...line, priceFen: askedFen(stepsOf(row, content.source), line.quantity) ?? line.priceFen };
  });
  return { ...content, lines };
}

type Offers = ReadonlyMap<string, { tile: Tile; offer: Offer }>;
const UNNAMED: Trilingual = { bo: "", "zh-CN": "", en: "" };

/** The goods of a listing, else of a line's own product. */
export function shownOf(
  listing: string,
  offers: Offers,
  products: readonly ProductRow[],
  source: Source,
  line?: Pick<Line, "product" | "grade" | "measure">,
): Shown | null {
  const found = offers.get(listing);
  if (found) {
    const { tile, offer } = found;
    const steps = stepsOf(offer.listing, source);
    return {
      names: tile.names,
      grade: offer.grade,
      picture: tile.picture,
      thumbnail: offer.listing.thumbnail || tile.thumbnail,
      measure: offer.listing.measure,
      priceFen: askedFen(steps, 0),
      steps,
      here: offer.listing.here,
      endsMs: offer.endsMs,
      villager: offer.villager,
      isCold: tile.isCold,
      offers: tile.offers,
    };
  }
  if (!line) return null;
  const product = products.find((one) => one.key === line.product);
  return {
    names: product?.names ?? { ...UNNAMED, "zh-CN": line.product },
    grade: product?.grades.find((one) => one.key === line.grade)?.names,
    picture: product?.picture ?? "",
    thumbnail: "",
    measure: line.measure,
    priceFen: undefined,
    steps: [],
    here: undefined,
    endsMs: undefined,
    villager: "",
    isCold: false,
    offers: [],
  };
}

/** The price on the pad: one's own, else the listing's, else that of the line that is being changed; null when it is no price. */
export function padPriceFen(pad: Pad, shown: Shown, lines: readonly Line[], quantity: number): number | null {
  if (pad.price !== null) return typedFen(pad.price);
  return askedFen(shown.steps, quantity) ?? lines.find((line) => line.key === pad.editing)?.priceFen ?? null;
}

/** The order with what stands on the pad as a line, new or changed. */
export function withPad(content: Content, offers: Offers, quantity: number, priceFen: number): Content {
  const { pad, lines } = content;
  const listing = offers.get(pad.listing)?.offer.listing;
  const old = lines.find((line) => line.key === pad.editing);
  const goods = listing ?? old;
  if (!goods) return content;
  const line: Line = {
    key: old?.key ?? nextKey(lines),
    listing: listing?.id ?? old?.listing ?? "",
    product: goods.product,
    grade: goods.grade,
    measure: goods.measure,
    quantity,
    priceFen,
    lot: pad.lot,
    filling: pad.filling,
  };
  return {
    ...content,
    lines: old ? lines.map((one) => (one.key === old.key ? line : one)) : [...lines, line],
    pad: NO_PAD,
  };
}

/** How much more each line asks than there is, by its key: lines of the same goods share what is there. */
export function missing(lines: readonly Line[], offers: Offers): Map<number, { available: number }> {
  const left = new Map<string, number>();
  const short = new Map<number, { available: number }>();
  for (const line of lines) {
    const here = offers.get(line.listing)?.offer.listing.here;
    if (here === undefined) continue;
    const key = `${line.product}\n${line.grade}`;
    const available = left.get(key) ?? here;
    if (line.quantity > available) short.set(line.key, { available });
    left.set(key, Math.max(0, available - line.quantity));
  }
  return short;
}

import type { ProductRow, Trilingual } from "../../../bindings/commands";
import { typedFen } from "../../words/digits";
import type { Offer, Tile } from "./goods";
import { type Content, type Line, NO_PAD, nextKey, type Pad } from "./order";

/** What a line or the pad shows of its goods, whether they are still on sale or not. */
export interface Shown {
  names: Trilingual;
  grade: Trilingual | undefined;
  picture: string;
  thumbnail: string;
  measure: string;
  /** What the listing asks; undefined when it is not on sale any more. */
  priceFen: number | undefined;
  /** What may be sold here; undefined when it is not known. */
  here: number | undefined;
  endsMs: number | undefined;
  villager: string;
  isCold: boolean;
  offers: readonly Offer[];
}

type Offers = ReadonlyMap<string, { tile: Tile; offer: Offer }>;
const UNNAMED: Trilingual = { bo: "", "zh-CN": "", en: "" };

/** The goods of a listing, else of a line's own product. */
export function shownOf(
  listing: string,
  offers: Offers,
  products: readonly ProductRow[],
  line?: Pick<Line, "product" | "grade" | "measure">,
): Shown | null {
  const found = offers.get(listing);
  if (found) {
    const { tile, offer } = found;
    return {
      names: tile.names,
      grade: offer.grade,
      picture: tile.picture,
      thumbnail: offer.listing.thumbnail || tile.thumbnail,
      measure: offer.listing.measure,
      priceFen: offer.listing.price_fen,
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
    here: undefined,
    endsMs: undefined,
    villager: "",
    isCold: false,
    offers: [],
  };
}

/** The price on the pad: one's own, else the listing's, else that of the line that is being changed; null when it is no price. */
export function padPriceFen(pad: Pad, shown: Shown, lines: readonly Line[]): number | null {
  if (pad.price !== null) return typedFen(pad.price);
  return shown.priceFen ?? lines.find((line) => line.key === pad.editing)?.priceFen ?? null;
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

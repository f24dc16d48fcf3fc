import type { OrderInput, PastedBuyer } from "../../../bindings/commands";
import { lineFen, typedFen } from "../../words/digits";

/** The form of a kept order; a draft of another form is left where it is. */
export const VERSION = 1;

/** How an order came to the station. */
export const SOURCES = ["counter", "phone", "message", "livestream"] as const;
export type Source = (typeof SOURCES)[number];

/** How it is paid. */
export const WAYS = ["cash", "wechat", "alipay", "bank", "on_delivery"] as const;
export type Way = (typeof WAYS)[number];

/** How a deposit is paid. */
export const DEPOSIT_WAYS = ["wechat", "alipay", "cash", "bank"] as const;
export type DepositWay = (typeof DEPOSIT_WAYS)[number];

/** How a line is filled from the lots here; a lot that was scanned is the chosen one. */
export const FILLINGS = ["earliest_expiry", "rotated", "pooled"] as const;
export type Filling = (typeof FILLINGS)[number] | "chosen";

/** The next rule of a line, by one key. A chosen lot is given up, and comes back with its scan only. */
export const nextFilling = (filling: Filling): Filling =>
  FILLINGS[((FILLINGS as readonly string[]).indexOf(filling) + 1) % FILLINGS.length] ?? "earliest_expiry";

/** A line by the next rule. */
export const refilled = (line: Line): Line => ({ ...line, filling: nextFilling(line.filling), lot: "" });

/** One line of the order that is being typed. */
export interface Line {
  /** Its own number within this order, never used twice. */
  key: number;
  listing: string;
  product: string;
  grade: string;
  measure: string;
  /** Grams or pieces. */
  quantity: number;
  /** Fen for a kilogram or a piece; what is charged, also when the listing changes afterwards. */
  priceFen: number;
  /** The lot that was scanned for it; empty for what must go first. */
  lot: string;
  /** By which rule it is filled. */
  filling: Filling;
}

/** Who the order goes to, as far as it is known. All empty for a sale over the counter. */
export interface Buyer {
  id: string;
  /** The text that was pasted. */
  raw: string;
  /** The pasted text out of which the parts were read; another one is not read yet. */
  read: string;
  name: string;
  phone: string;
  region: string[];
  place: string;
  address: string;
  /** What to look at again, as codes of `buyer.paste`. */
  doubts: string[];
}

/** What stands on the number pad. */
export interface Pad {
  /** The chosen listing; empty while only a number was typed. */
  listing: string;
  typed: string;
  /** A price of one's own, as typed; null for the listing's. */
  price: string | null;
  /** The line that is being changed. */
  editing: number | null;
  lot: string;
  filling: Filling;
}

/** All that is typed of one order. It is kept as a draft at every change. */
export interface Content {
  version: typeof VERSION;
  isParked: boolean;
  lines: Line[];
  freight: string;
  note: string;
  buyer: Buyer;
  source: Source;
  way: Way;
  isCleared: boolean;
  /** What the buyer paid of it already, as typed, while the rest is still to come; empty for nothing. */
  deposit: string;
  depositWay: DepositWay;
  /** A hand chose source or payment: nothing else changes them. */
  isPayChosen: boolean;
  isSourceChosen: boolean;
  pad: Pad;
}

export const NOBODY: Buyer = {
  id: "",
  raw: "",
  read: "",
  name: "",
  phone: "",
  region: [],
  place: "",
  address: "",
  doubts: [],
};
export const NO_PAD: Pad = { listing: "", typed: "", price: null, editing: null, lot: "", filling: "earliest_expiry" };
export const NOTHING: Content = {
  version: VERSION,
  isParked: false,
  lines: [],
  freight: "",
  note: "",
  buyer: NOBODY,
  source: "counter",
  way: "cash",
  isCleared: true,
  deposit: "",
  depositWay: "wechat",
  isPayChosen: false,
  isSourceChosen: false,
  pad: NO_PAD,
};

/** Whether an order has a buyer at all. */
export const hasBuyer = (buyer: Buyer) =>
  [buyer.name, buyer.phone, buyer.place, buyer.address].some((one) => one !== "");

/** Whether the pasted text, as it stands now, was not read yet. */
export const isUnread = (buyer: Buyer) => buyer.raw.trim() !== "" && buyer.raw !== buyer.read;

/** Whether nothing was typed yet. */
export const isEmpty = (content: Content) =>
  content.lines.length === 0 &&
  content.freight === "" &&
  content.note === "" &&
  content.buyer.raw === "" &&
  !hasBuyer(content.buyer) &&
  content.pad.listing === "" &&
  content.pad.typed === "";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A kept order as it was typed; null for what this version did not write. */
export function readContent(value: unknown): Content | null {
  if (!isRecord(value) || value["version"] !== VERSION) return null;
  const kept = value as unknown as Content;
  if (!Array.isArray(kept.lines) || !isRecord(kept.buyer) || !isRecord(kept.pad)) return null;
  // A line of before there were rules: its lot was the chosen one.
  const lines = kept.lines.map((line) => ({
    ...line,
    filling: line.filling ?? (line.lot === "" ? "earliest_expiry" : "chosen"),
  }));
  return { ...NOTHING, ...kept, lines, buyer: { ...NOBODY, ...kept.buyer }, pad: { ...NO_PAD, ...kept.pad } };
}

/** The key of the next line. */
export const nextKey = (lines: readonly Line[]) => lines.reduce((most, line) => Math.max(most, line.key), 0) + 1;

/** What a line comes to. */
export const amountFen = (line: Pick<Line, "priceFen" | "quantity" | "measure">) =>
  lineFen(line.priceFen, line.quantity, line.measure);

/** Goods, freight and both. Freight that is no number counts nothing and is said where it was typed. */
export function sums(content: Pick<Content, "lines" | "freight">) {
  const goodsFen = content.lines.reduce((sum, line) => sum + amountFen(line), 0);
  const freightFen = typedFen(content.freight) ?? 0;
  return { goodsFen, freightFen, totalFen: goodsFen + freightFen };
}

/** A pasted buyer in the order: a known one keeps the place that the text does not tell. */
export function withPasted(content: Content, raw: string, read: PastedBuyer): Content {
  const known = read.known;
  const hasPlace = read.place !== "" || read.address !== "";
  const buyer: Buyer = {
    id: known?.id ?? "",
    raw,
    read: raw,
    name: read.name || (known?.name ?? ""),
    phone: read.phone || (known?.phone ?? ""),
    region: hasPlace ? read.region : (known?.region ?? []),
    place: hasPlace ? read.place : (known?.place ?? ""),
    address: hasPlace ? read.address : (known?.address ?? ""),
    doubts: read.doubts,
  };
  const note = content.note === "" ? read.note : content.note;
  return paidFor({ ...content, buyer, note, source: content.isSourceChosen ? content.source : "message" });
}

/** Where nobody chose, money over the counter is there, and from afar it is still to come. */
export function paidFor(content: Content): Content {
  if (content.isPayChosen) return content;
  const isHere = content.source === "counter";
  return { ...content, way: isHere ? "cash" : "wechat", isCleared: isHere };
}

/** The deposit in fen: 0 for none or where all is paid, null for what is no part of the total. */
export function depositFen(content: Content): number | null {
  if (content.isCleared || content.deposit.trim() === "") return 0;
  const fen = typedFen(content.deposit);
  return fen === null || fen > sums(content).totalFen ? null : fen;
}

/** What came and what is still to come. */
function payments(content: Content): OrderInput["payments"] {
  const { way } = content;
  const deposit = depositFen(content) ?? 0;
  if (deposit === 0) return [{ state: content.isCleared ? "cleared" : "expected", way }];
  const rest = sums(content).totalFen - deposit;
  const paid = { state: "cleared", way: content.depositWay, amount: deposit };
  return rest === 0 ? [paid] : [paid, { state: "expected", way, amount: rest }];
}

/** What the station is asked. */
export function orderInput(content: Content, id: string | undefined, ask: boolean): OrderInput {
  const { buyer } = content;
  return {
    ...(id === undefined ? {} : { id }),
    source: content.source,
    ...(hasBuyer(buyer)
      ? {
          buyer: {
            ...(buyer.id === "" ? {} : { id: buyer.id }),
            name: buyer.name,
            phone: buyer.phone,
            region: buyer.region,
            place: buyer.place,
            address: buyer.address,
          },
        }
      : {}),
    lines: content.lines.map((line) => ({
      ...(line.listing === "" ? {} : { listing: line.listing }),
      product: line.product,
      grade: line.grade,
      quantity: line.quantity,
      price: line.priceFen,
      ...(line.lot === "" ? {} : { lot: line.lot }),
      ...(line.filling === "rotated" || line.filling === "pooled" ? { filling: line.filling } : {}),
    })),
    ...(content.freight.trim() === "" ? {} : { shipping: content.freight }),
    note: content.note,
    payments: payments(content),
    ask,
  };
}

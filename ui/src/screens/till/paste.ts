import type { Buyer } from "./order";

/** A piece of the pasted text; what was recognised carries the part that it became. */
export interface Piece {
  text: string;
  part: "name" | "phone" | "place" | "address" | null;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** Where a part stands in the text, written with blanks or marks between its characters. */
function find(raw: string, wanted: string, between: string): [number, number] | null {
  const chars = [...wanted.replaceAll(/\s+/gu, "")].map(escaped);
  if (chars.length === 0) return null;
  const match = new RegExp(chars.join(between), "u").exec(raw);
  return match ? [match.index, match.index + match[0].length] : null;
}

/** A region's names with or without the ends that people leave out, each at most once, in their order. */
function findRegion(raw: string, region: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const name of region.filter(Boolean)) {
    const short = name.replace(/(?:省|市|区|县|镇|乡|街道|自治区|自治州|地区)$/u, "");
    for (const form of [name, short]) {
      const at = form === "" ? -1 : raw.indexOf(form, from);
      if (at < 0) continue;
      found.push([at, at + form.length]);
      from = at + form.length;
      break;
    }
  }
  return found;
}

/** The pasted text in pieces, recognised ones marked. */
export function piecesOf(raw: string, buyer: Pick<Buyer, "name" | "phone" | "region" | "address">): Piece[] {
  const marks: { from: number; to: number; part: Piece["part"] }[] = [];
  const mark = (span: [number, number] | null, part: Piece["part"]) => {
    if (!span || marks.some((one) => span[0] < one.to && one.from < span[1])) return;
    marks.push({ from: span[0], to: span[1], part });
  };
  mark(find(raw, buyer.phone.replaceAll(/\D/gu, ""), "[\\s\\-()（）]*"), "phone");
  for (const span of findRegion(raw, buyer.region)) mark(span, "place");
  mark(find(raw, buyer.address, "\\s*"), "address");
  mark(find(raw, buyer.name, "\\s*"), "name");
  marks.sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const one of marks) {
    if (one.from > at) pieces.push({ text: raw.slice(at, one.from), part: null });
    pieces.push({ text: raw.slice(one.from, one.to), part: one.part });
    at = one.to;
  }
  if (at < raw.length) pieces.push({ text: raw.slice(at), part: null });
  return pieces;
}

/** What a tick, a doubt or a gap says of each part. */
export type Sure = "sure" | "doubt" | "missing";

const DOUBTS = { name: /^name/u, phone: /^phone/u, place: /^place/u, address: /^no_address$/u } as const;

/** How sure each part of a buyer is. */
export function sureness(buyer: Buyer): Record<keyof typeof DOUBTS, Sure> {
  const of = (part: keyof typeof DOUBTS, text: string): Sure =>
    text === "" ? "missing" : buyer.doubts.some((doubt) => DOUBTS[part].test(doubt)) ? "doubt" : "sure";
  return {
    name: of("name", buyer.name),
    phone: of("phone", buyer.phone),
    place: of("place", buyer.place),
    address: of("address", buyer.address),
  };
}

/** Whether a text pasted into the search line is somebody's address rather than something to look for. */
export const looksLikeBuyer = (text: string) =>
  /\d(?:[\s-]?\d){6}/u.test(text) || /\S\s*\n\s*\S/u.test(text) || [...text.trim()].length > 24;

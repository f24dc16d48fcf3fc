import { describe, expect, it } from "vitest";
import { NOBODY } from "./order";
import { looksLikeBuyer, piecesOf, sureness } from "./paste";

const RAW = "李建国 138 1234 1234 浙江杭州市西湖区 文三路478号3幢1102 要新鲜的，谢谢";
const BUYER = {
  name: "李建国",
  phone: "13812341234",
  region: ["浙江省", "杭州市", "西湖区", ""],
  address: "文三路478号3幢1102",
};

describe("the marks on a pasted text", () => {
  it("show what became of each piece, and lose no character", () => {
    const pieces = piecesOf(RAW, BUYER);
    expect(pieces.map((piece) => piece.text).join("")).toBe(RAW);
    const marked = pieces.flatMap((piece) => (piece.part ? [[piece.part, piece.text]] : []));
    expect(marked).toEqual([
      ["name", "李建国"],
      ["phone", "138 1234 1234"],
      ["place", "浙江"],
      ["place", "杭州市"],
      ["place", "西湖区"],
      ["address", "文三路478号3幢1102"],
    ]);
  });

  it("stand on no text that only looks like a pattern", () => {
    const raw = "(a+)+$ <b>1</b>";
    expect(piecesOf(raw, { name: "(a+)+$", phone: "", region: [], address: ".*" })).toEqual([
      { text: "(a+)+$", part: "name" },
      { text: " <b>1</b>", part: null },
    ]);
  });
});

describe("how sure each part is", () => {
  it("tells a guess and a gap from what was read", () => {
    expect(sureness({ ...NOBODY, ...BUYER, address: "", place: "330106", doubts: ["place_guessed"] })).toEqual({
      name: "sure",
      phone: "sure",
      place: "doubt",
      address: "missing",
    });
  });
});

describe("a text pasted into the search line", () => {
  it.each([RAW, "13812341234", "王芳\n成都", "一二三四五六七八九十一二三四五六七八九十一二三四五"])(
    "%j is a buyer",
    (text) => {
      expect(looksLikeBuyer(text)).toBe(true);
    },
  );

  it.each(["松茸", "SR", "བེ་ཤ་གསར་པ", "ST0417"])("%j is looked for", (text) => {
    expect(looksLikeBuyer(text)).toBe(false);
  });
});

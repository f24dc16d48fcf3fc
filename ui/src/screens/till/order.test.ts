import { describe, expect, it } from "vitest";
import type { PastedBuyer } from "../../../bindings/commands";
import { askedFen, missing, repriced, stepsOf, withPad } from "./chosen";
import { LISTINGS, PRODUCTS } from "./fixtures";
import { offersById, tilesOf } from "./goods";
import {
  type Content,
  depositFen,
  isEmpty,
  isUnread,
  type Line,
  NOBODY,
  NOTHING,
  orderInput,
  readContent,
  refilled,
  sums,
  withPasted,
} from "./order";
import { withCleared, withSource, withWay } from "./pay";
import { lessened } from "./use-place";

const offers = offersById(tilesOf(LISTINGS, PRODUCTS, [], new Map(), 0));
const line = (some: Partial<Line> = {}): Line => ({
  key: 1,
  listing: "matsutake/a-5-7",
  product: "matsutake",
  grade: "a-5-7",
  measure: "weight",
  quantity: 2_350,
  priceFen: 38_000,
  lot: "",
  filling: "earliest_expiry",
  ...some,
});
const read = (some: Partial<PastedBuyer>): PastedBuyer => ({
  name: "",
  phone: "",
  region: [],
  place: "",
  address: "",
  note: "",
  doubts: [],
  ...some,
});

describe("the sums", () => {
  it("round each line once, half up, and add the freight", () => {
    const content = { lines: [line(), line({ quantity: 1, priceFen: 500 })], freight: "38" };
    expect(sums(content)).toEqual({ goodsFen: 89_301, freightFen: 3_800, totalFen: 93_101 });
  });

  it("count no freight that is no number", () => {
    expect(sums({ lines: [line()], freight: "x" }).totalFen).toBe(89_300);
  });
});

describe("what is asked", () => {
  const row = {
    ...LISTINGS[1],
    id: "stepped",
    price_fen: 32_000,
    steps: [
      { source: "counter", from: 0, price_fen: 32_000 },
      { source: "counter", from: 5_000, price_fen: 30_000 },
      { source: "message", from: 0, price_fen: 33_000 },
    ],
  } as (typeof LISTINGS)[number];
  const stepped = offersById(tilesOf([row], PRODUCTS, [], new Map(), 0));

  it("goes by the way in and by how much", () => {
    const counter = stepsOf(row, "counter");
    expect([1, 4_999, 5_000, 90_000].map((grams) => askedFen(counter, grams))).toEqual([
      32_000, 32_000, 30_000, 30_000,
    ]);
    expect(askedFen(stepsOf(row, "message"), 9_000)).toBe(33_000);
    expect(askedFen(stepsOf(row, "phone"), 9_000), "without steps all pay one price").toBe(32_000);
  });

  it("follows the way in, but a haggled price stays", () => {
    const lines = [
      line({ listing: "stepped", quantity: 6_000, priceFen: 30_000 }),
      line({ key: 2, listing: "stepped", quantity: 6_000, priceFen: 28_000 }),
    ];
    const moved = repriced({ ...NOTHING, lines, source: "message" }, stepped, "counter");
    expect(moved.lines.map((one) => one.priceFen)).toEqual([33_000, 28_000]);
  });
});

describe("a deposit", () => {
  const content: Content = { ...NOTHING, lines: [line()], isCleared: false, way: "wechat", depositWay: "alipay" };
  const paid = (some: Partial<Content>) => orderInput({ ...content, ...some }, undefined, false).payments;

  it("is paid now, and the rest is still to come", () => {
    expect(paid({ deposit: "100" })).toEqual([
      { state: "cleared", way: "alipay", amount: 10_000 },
      { state: "expected", way: "wechat", amount: 79_300 },
    ]);
    expect(paid({ deposit: "" })).toEqual([{ state: "expected", way: "wechat" }]);
    expect(paid({ deposit: "100", isCleared: true }), "all is paid").toEqual([{ state: "cleared", way: "wechat" }]);
    expect(paid({ deposit: "893" })).toEqual([{ state: "cleared", way: "alipay", amount: 89_300 }]);
  });

  it("is no more than the total, and a number", () => {
    expect(depositFen({ ...content, deposit: "893.01" })).toBeNull();
    expect(depositFen({ ...content, deposit: "x" })).toBeNull();
  });
});

describe("a line's rule", () => {
  it("goes round by one key, and a chosen lot is given up by it", () => {
    const rules = [line()];
    for (let at = 0; at < 3; at += 1) rules.push(refilled(rules.at(-1) ?? line()));
    expect(rules.map((one) => one.filling)).toEqual(["earliest_expiry", "rotated", "pooled", "earliest_expiry"]);
    expect(refilled(line({ filling: "chosen", lot: "l1" }))).toEqual(line());
  });

  it("is told to the station, and the lot only where it was chosen", () => {
    const content = {
      ...NOTHING,
      lines: [line(), line({ filling: "pooled" }), line({ filling: "chosen", lot: "l1" })],
    };
    const told = orderInput(content, undefined, false).lines.map((one) => [one.filling, one.lot]);
    expect(told).toEqual([
      [undefined, undefined],
      ["pooled", undefined],
      [undefined, "l1"],
    ]);
  });

  it("of a draft of before there were rules is what it was", () => {
    const { filling: _, ...old } = line({ lot: "l1" });
    const content = JSON.parse(JSON.stringify({ ...NOTHING, lines: [old, { ...old, lot: "" }] }));
    expect(readContent(content)?.lines.map((one) => one.filling)).toEqual(["chosen", "earliest_expiry"]);
  });
});

describe("a draft", () => {
  it("comes back as it was typed", () => {
    const content: Content = { ...NOTHING, lines: [line()], note: "要新鲜的" };
    expect(readContent(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it.each([null, 7, "x", {}, { version: 2 }, { version: 1, lines: 3 }])("leaves %j where it is", (value) => {
    expect(readContent(value)).toBeNull();
  });

  it("is nothing until something is typed, and a number on the pad is something", () => {
    expect(isEmpty(NOTHING)).toBe(true);
    expect(isEmpty({ ...NOTHING, pad: { ...NOTHING.pad, typed: "2" } })).toBe(false);
  });
});

describe("a pasted buyer", () => {
  const known = {
    id: "b1",
    name: "王芳",
    phone: "138",
    region: ["浙江省"],
    place: "33",
    address: "路1号",
    contested: [],
  };

  it("keeps a known buyer's place where the text has none", () => {
    const { buyer } = withPasted(NOTHING, "138", read({ phone: "138", known }));
    expect(buyer).toMatchObject({ id: "b1", name: "王芳", place: "33", address: "路1号" });
  });

  it("takes the text's own place before the known one", () => {
    const { buyer } = withPasted(NOTHING, "…", read({ phone: "138", place: "54", address: "巴河镇", known }));
    expect(buyer).toMatchObject({ id: "b1", place: "54", address: "巴河镇" });
  });

  it("makes it an order by message that is still to be paid, unless a hand chose otherwise", () => {
    expect(withPasted(NOTHING, "x", read({}))).toMatchObject({ source: "message", way: "wechat", isCleared: false });
    const chosen = withWay(withSource(NOTHING, "phone"), "alipay");
    expect(withPasted(chosen, "x", read({}))).toMatchObject({ source: "phone", way: "alipay" });
  });

  it("does not write over a note that was typed", () => {
    expect(withPasted({ ...NOTHING, note: "mine" }, "x", read({ note: "theirs" })).note).toBe("mine");
  });
});

describe("a text that was pasted and left", () => {
  it("is unread until this very text was read", () => {
    expect(isUnread(NOBODY)).toBe(false);
    expect(isUnread({ ...NOBODY, raw: " \n" })).toBe(false);
    expect(isUnread({ ...NOBODY, raw: "李建国 138" })).toBe(true);
    expect(isUnread({ ...NOBODY, raw: "李建国 138", read: "李", address: "李" })).toBe(true);
    expect(isUnread(withPasted(NOTHING, "李建国 138", read({ name: "李建国" })).buyer)).toBe(false);
  });
});

describe("the payment", () => {
  it("is never there already when it is on delivery", () => {
    const content = withWay(NOTHING, "on_delivery");
    expect(content.isCleared).toBe(false);
    expect(withCleared(content, true).isCleared).toBe(false);
  });
});

describe("what the station is asked", () => {
  it("names the price that was shown, the draft's id and no buyer for a counter sale", () => {
    const input = orderInput({ ...NOTHING, lines: [line()], freight: " " }, "d1", false);
    expect(input).toMatchObject({ id: "d1", lines: [{ quantity: 2_350, price: 38_000 }], ask: false });
    expect(input).not.toHaveProperty("buyer");
    expect(input).not.toHaveProperty("shipping");
    expect(input.payments).toEqual([{ state: "cleared", way: "cash" }]);
  });
});

describe("the lines", () => {
  it("share what is there: the second of two is short of what the first took", () => {
    const short = missing([line({ quantity: 4_000 }), line({ key: 2, quantity: 2_000 })], offers);
    expect([...short]).toEqual([[2, { available: 1_000 }]]);
  });

  it("change in their place and are added at the end", () => {
    const pad = { ...NOTHING.pad, listing: "butter/" };
    const two = withPad({ ...NOTHING, lines: [line()], pad }, offers, 1_500, 9_600);
    expect(two.lines.map((one) => [one.key, one.product])).toEqual([
      [1, "matsutake"],
      [2, "butter"],
    ]);
    const changed = withPad({ ...two, pad: { ...pad, listing: "matsutake/b-5-7", editing: 1 } }, offers, 500, 22_000);
    expect(changed.lines[0]).toMatchObject({ key: 1, grade: "b-5-7", quantity: 500, priceFen: 22_000 });
    expect(changed.lines).toHaveLength(2);
  });

  it("come down to what is there, or go when there is nothing", () => {
    const content = { ...NOTHING, lines: [line()] };
    expect(lessened(content, 1, 900).lines[0]?.quantity).toBe(900);
    expect(lessened(content, 1, 0).lines).toEqual([]);
  });
});

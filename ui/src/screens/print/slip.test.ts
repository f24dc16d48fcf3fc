import { expect, it } from "vitest";
import type { OrderShown, PaymentRow } from "../../../bindings/commands";
import { bars } from "./barcode";
import { isScannable, packedBy, paperLanguages, paperOf, slipSums } from "./slip";

const payment = (state: string, amount_fen: number, refunded_fen = 0) =>
  ({ id: state, state, way: "cash", amount_fen, refunded_fen }) as PaymentRow;

it("prints what is paid and what is due; what is only said to be paid is due", () => {
  const order = { goods_fen: 96_400, shipping_fen: 3_800, total_fen: 100_200 };
  expect(slipSums({ ...order, payments: [payment("reported", 100_200)] })).toMatchObject({
    paidFen: 0,
    dueFen: 100_200,
  });
  expect(slipSums({ ...order, payments: [payment("cleared", 60_000), payment("expected", 40_200)] })).toMatchObject({
    paidFen: 60_000,
    dueFen: 40_200,
  });
  expect(slipSums({ ...order, payments: [payment("part_refunded", 100_200, 200), payment("void", 5)] })).toMatchObject({
    paidFen: 100_000,
    dueFen: 200,
  });
  expect(slipSums({ ...order, payments: [payment("cleared", 200_000)] }).dueFen, "never below nothing").toBe(0);
});

it("draws bars only for numbers that the scanner of every screen takes", () => {
  expect(isScannable("KDM-00014")).toBe(true);
  expect(isScannable("LKDM-0003")).toBe(true);
  expect(isScannable("KDM-1"), "too short").toBe(false);
  expect(isScannable("kdm-00014"), "the scanner hears capitals").toBe(false);
  expect(isScannable("订单-00014")).toBe(false);
  const drawn = bars("KDM-00014");
  expect(drawn?.startsWith("11010010000"), "Code 128, start B").toBe(true);
  expect(drawn?.endsWith("1100011101011"), "the stop").toBe(true);
  expect(bars("订单-00014")).toBeUndefined();
});

it("says who packed, else who handed over, and never the program", () => {
  const row = (step: string, actor: string) => ({ step, actor, at_ms: 1, doubtful: false });
  const by = (...reached: OrderShown["reached"]) => packedBy({ reached });
  expect(by(row("taken", "A"), row("packing", "B"), row("handed_over", "C"))).toBe("B");
  expect(by(row("taken", "A"), row("handed_over", "C"))).toBe("C");
  expect(by(row("handed_over", "station"))).toBe("");
  expect(by(row("taken", "A"))).toBe("");
});

it("speaks Tibetan and Chinese, and English with those who do", () => {
  expect(paperLanguages("bo")).toEqual(["bo", "zh-CN"]);
  expect(paperLanguages("en")).toEqual(["bo", "zh-CN", "en"]);
});

it("falls back to A6 for a paper that it does not know", () => {
  expect(paperOf("roll80")).toBe("roll80");
  expect(paperOf("letter")).toBe("a6");
  expect(paperOf(undefined)).toBe("a6");
});

import { expect, it } from "vitest";
import type { PaymentRow } from "../../../bindings/commands";
import { mainAct, mayCancel, openFen, otherAct, paidFen, payActs } from "./acts";
import { amountProblem } from "./paying";
import { shortNumber } from "./row";

const payment = (state: string, amount_fen: number, refunded_fen = 0) =>
  ({ id: state, state, way: "cash", amount_fen, refunded_fen }) as PaymentRow;

it("puts the next step on one key and leaves seldom ones beside it", () => {
  const placed = { state: "Placed", next: ["confirmed", "packing", "hand_over", "cancel"] } as const;
  expect(mainAct({ ...placed, next: [...placed.next] })).toBe("confirmed");
  expect(otherAct({ ...placed, next: [...placed.next] }), "a buyer at the counter takes it along").toBe("hand_over");
  expect(mayCancel({ ...placed, next: [...placed.next] })).toBe(true);
  expect(otherAct({ state: "Packing", next: ["hand_over", "cancel"] })).toBeNull();
  expect(mainAct({ state: "Completed", next: [] })).toBeNull();
});

it("never reopens a cancelled order with the main key", () => {
  expect(mainAct({ state: "Cancelled", next: ["answer"] })).toBeNull();
  expect(otherAct({ state: "Cancelled", next: ["answer"] })).toBe("answer");
});

it("frees the goods of an asked cancel with the main key, once", () => {
  expect(mainAct({ state: "CancelAsked", next: ["cancel"] })).toBe("cancel");
  expect(mayCancel({ state: "CancelAsked", next: ["cancel"] }), "not offered twice").toBe(false);
});

it("does to a payment what the rules allow", () => {
  expect(payActs("expected")).toEqual(["cleared", "void"]);
  expect(payActs("part_refunded")).toEqual(["refund"]);
  expect(payActs("void")).toEqual([]);
  expect(payActs("refunded")).toEqual([]);
});

it("counts what no payment stands for, and what would have to go back", () => {
  const payments = [payment("cleared", 10_000, 2_500), payment("void", 9_900), payment("expected", 1_000)];
  expect(openFen({ total_fen: 20_000, payments })).toBe(11_500);
  expect(openFen({ total_fen: 1, payments })).toBe(0);
  expect(paidFen({ payments })).toBe(7_500);
});

it("takes amounts of every script and says what is wrong with the others", () => {
  expect(amountProblem("１２．５０", null)).toBeNull();
  expect(amountProblem("༡༢", 1_200)).toBeNull();
  expect(amountProblem("", null)).toBe("empty");
  expect(amountProblem("0", null)).toBe("bad_amount");
  expect(amountProblem("-5", null)).toBe("bad_amount");
  expect(amountProblem("1.234", null)).toBe("bad_amount");
  expect(amountProblem("12.01", 1_200), "more than there is to give back").toBe("too_large");
});

it("calls an order in a list by its last digits, an imported one by all of its number", () => {
  expect(shortNumber("KDM-00014")).toBe("014");
  expect(shortNumber("KDM-12345")).toBe("12345");
  expect(shortNumber("TB2026-77")).toBe("TB2026-77");
  expect(shortNumber("")).toBe("");
});

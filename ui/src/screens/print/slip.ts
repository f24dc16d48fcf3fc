// What stands on paper, before it is drawn.
import type { OrderShown } from "../../../bindings/commands";
import type { Language } from "../../words/catalogue";

/** Papers that a slip is laid out for. */
export const PAPERS = ["a5", "a6", "roll80"] as const;

/** One of them. */
export type Paper = (typeof PAPERS)[number];

/** The paper of the settings; A6 where none is set. */
export const paperOf = (word: string | undefined): Paper => PAPERS.find((paper) => paper === word) ?? "a6";

/** Paper speaks Tibetan and Chinese, and English where the operator does. */
export const paperLanguages = (language: Language): readonly Language[] =>
  language === "en" ? ["bo", "zh-CN", "en"] : ["bo", "zh-CN"];

/** The sums of an order slip, in fen. */
export interface SlipSums {
  goodsFen: number;
  freightFen: number;
  totalFen: number;
  /** What came and did not go back. */
  paidFen: number;
  /** What the buyer still has to pay; never below zero. */
  dueFen: number;
}

/** The sums as they are printed. What is only said to be paid is not paid. */
export function slipSums(order: Pick<OrderShown, "goods_fen" | "shipping_fen" | "total_fen" | "payments">): SlipSums {
  const paidFen = order.payments
    .filter((payment) => payment.state === "cleared" || payment.state === "part_refunded")
    .reduce((sum, payment) => sum + payment.amount_fen - payment.refunded_fen, 0);
  return {
    goodsFen: order.goods_fen,
    freightFen: order.shipping_fen,
    totalFen: order.total_fen,
    paidFen,
    dueFen: Math.max(0, order.total_fen - paidFen),
  };
}

/** Whether the scanner of the other screens takes a number from paper: letters, digits, dashes, four digits at least. */
export const isScannable = (number: string) =>
  /^[A-Z0-9-]{6,24}$/u.test(number) && (number.match(/\d/gu)?.length ?? 0) >= 4;

/** Who packed an order, by name; empty when nobody has. */
export function packedBy(order: Pick<OrderShown, "reached">): string {
  const by = (step: string) => order.reached.find((one) => one.step === step)?.actor ?? "";
  const actor = by("packing") || by("handed_over");
  return actor === "station" ? "" : actor;
}

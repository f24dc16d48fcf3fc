// What may be done with an order, and what its money comes to.
import type { OrderShown, PaymentRow } from "../../../bindings/commands";

/** A step that a person may take. */
export type Act = "confirmed" | "packing" | "hand_over" | "completed" | "answer" | "cancel";

const ACTS: readonly Act[] = ["confirmed", "packing", "hand_over", "completed", "answer", "cancel"];

const isAct = (word: string): word is Act => (ACTS as readonly string[]).includes(word);

/** Whether a person was asked, and the order may go on: such an order has its own choices, one key each. */
export const isQuestion = (order: Pick<OrderShown, "state" | "next">) =>
  order.state === "NeedsDecision" && order.next.includes("confirmed");

/** The one next step: the first that the rules offer. A cancelled order lies still until a person reopens it. */
export function mainAct(order: Pick<OrderShown, "state" | "next">): Act | null {
  if (order.state === "Cancelled" || isQuestion(order)) return null;
  return order.next.find(isAct) ?? null;
}

/** The other steps worth a button: to hand over at once, and to take a cancelled order up again. */
export function otherAct(order: Pick<OrderShown, "state" | "next">): "hand_over" | "answer" | null {
  if (order.state === "Cancelled") return order.next.includes("answer") ? "answer" : null;
  return mainAct(order) !== "hand_over" && order.next.includes("hand_over") ? "hand_over" : null;
}

/** Whether a cancel is offered beside the main step. */
export const mayCancel = (order: Pick<OrderShown, "state" | "next">) =>
  order.next.includes("cancel") && mainAct(order) !== "cancel" && !isQuestion(order);

/** What can be done with a payment by its state, as `order.pay` takes it. */
export function payActs(state: string): ("cleared" | "void" | "refund")[] {
  if (state === "expected" || state === "reported") return ["cleared", "void"];
  return state === "cleared" || state === "part_refunded" ? ["refund"] : [];
}

/** What of a payment is still with the station or to come, in fen. */
export const restFen = (payment: PaymentRow) =>
  payment.state === "void" ? 0 : payment.amount_fen - payment.refunded_fen;

/** What no payment stands for yet, in fen; never below zero. */
export function openFen(order: Pick<OrderShown, "total_fen" | "payments">): number {
  const noted = order.payments.reduce((sum, payment) => sum + restFen(payment), 0);
  return Math.max(0, order.total_fen - noted);
}

/** The money that came and would have to go back when the order is not to be, in fen. */
export const paidFen = (order: Pick<OrderShown, "payments">) =>
  order.payments
    .filter((payment) => payment.state === "cleared" || payment.state === "part_refunded")
    .reduce((sum, payment) => sum + restFen(payment), 0);

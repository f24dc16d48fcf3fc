import { useState } from "react";
import type { AppError, OrderShown, PaymentRow } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { typedFen } from "../../words/digits";
import { price } from "../../words/formats";
import { useWords } from "../../words/use";
import styles from "./orders.module.css";

const WAYS = ["cash", "wechat", "alipay", "bank", "on_delivery", "platform"] as const;
const STATES = ["cleared", "reported", "expected"] as const;

/** What is wrong with an amount that was typed: a reason of the wording, or null. */
export function amountProblem(text: string, mostFen: number | null): "empty" | "bad_amount" | "too_large" | null {
  if (text.trim() === "") return "empty";
  const fen = typedFen(text);
  if (fen === null || fen <= 0) return "bad_amount";
  return mostFen !== null && fen > mostFen ? "too_large" : null;
}

/** Notes a payment, or gives some or all of one back. */
export function PayDialog({
  order,
  kind,
  payment,
  amountFen,
  onClose,
}: {
  order: OrderShown;
  kind: "note" | "refund";
  payment?: PaymentRow;
  /** What is offered; a refund is no more than this. */
  amountFen: number;
  onClose: () => void;
}) {
  const words = useWords();
  const pay = useWrite("order.pay");
  const [text, setText] = useState(amountFen > 0 ? price(amountFen).replaceAll(",", "") : "");
  const [way, setWay] = useState<string>(payment?.way ?? "wechat");
  const [state, setState] = useState<(typeof STATES)[number]>("cleared");
  const [error, setError] = useState<AppError | null>(null);
  const [isTried, setTried] = useState(false);
  const isRefund = kind === "refund";
  const problem = amountProblem(text, isRefund ? amountFen : null);
  const run = async () => {
    setTried(true);
    const fen = typedFen(text);
    if (problem !== null || fen === null || pay.isRunning) return;
    const refund = fen === amountFen ? "refunded" : "part_refunded";
    try {
      await pay.run({
        id: order.id,
        state: isRefund ? refund : state,
        way,
        amount: fen,
        ...(payment ? { payment: payment.id } : {}),
      });
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  return (
    <Dialog
      title={words.t(isRefund ? "orders-refund-title" : "orders-pay-title")}
      onClose={onClose}
      actions={
        <>
          <Btn label={words.t("screen-cancel")} onPress={onClose} />
          <Btn
            look="main"
            keys="F12"
            label={words.t(isRefund ? "orders-pay-refund" : "screen-save")}
            isDisabled={pay.isRunning}
            onPress={() => void run()}
          />
        </>
      }
    >
      <Field
        label={words.t("orders-amount")}
        kind="number"
        value={text}
        onChange={setText}
        autoFocus
        maxLength={16}
        problem={isTried && problem !== null ? words.reason(problem) : undefined}
        onEnter={() => void run()}
        {...(isRefund ? { hint: words.t("orders-refund-most", { amount: words.money(amountFen) }) } : {})}
      />
      <div className={styles["ways"]}>
        <Choice
          look="cards"
          label={words.t("orders-way")}
          value={way}
          onChange={setWay}
          options={WAYS.map((id) => ({ id, label: words.word("orders-way", id) }))}
        />
      </div>
      {isRefund ? (
        <p className="small">{words.t("orders-refund-hint")}</p>
      ) : (
        <Choice
          look="cards"
          label={words.t("orders-pay-state")}
          value={state}
          onChange={setState}
          options={STATES.map((id) => ({ id, label: words.word("payment", id) }))}
        />
      )}
      <Problem error={error} />
    </Dialog>
  );
}

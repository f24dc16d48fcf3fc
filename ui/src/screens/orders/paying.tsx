import { useState } from "react";
import type { OrderShown, PaymentRow } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ScanIcon } from "../../parts/icons";
import { ChangeBack, PayCode, usePayCode } from "../../parts/paycode";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { typedFen } from "../../words/digits";
import { price } from "../../words/formats";
import { useWords } from "../../words/use";
import styles from "./orders.module.css";

const WAYS = ["cash", "wechat", "alipay", "bank", "on_delivery", "platform", "villager"] as const;
const STATES = ["cleared", "reported", "expected"] as const;

/** What is wrong with an amount that was typed: a reason of the wording, or null. */
export function amountProblem(text: string, mostFen: number | null): "empty" | "bad_amount" | "too_large" | null {
  if (text.trim() === "") return "empty";
  const fen = typedFen(text);
  if (fen === null || fen <= 0) return "bad_amount";
  return mostFen !== null && fen > mostFen ? "too_large" : null;
}

/** The villagers whose goods are in an order, each once. */
export function villagersOf(order: Pick<OrderShown, "filled" | "goods">): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const line of order.filled) {
    for (const from of line.from) {
      const id = order.goods.find((one) => one.line === line.line && one.lot === from.lot)?.villager;
      if (id && !found.has(id)) found.set(id, from.name);
    }
  }
  return [...found].map(([id, name]) => ({ id, name }));
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
  const saving = useSaving([]);
  const form = useForm("payment", `${order.id} ${payment?.id ?? kind}`, {
    text: amountFen > 0 ? price(amountFen).replaceAll(",", "") : "",
    way: payment?.way ?? "wechat",
    state: "cleared",
    given: "",
    villager: "",
  });
  const { text, way, given } = form.value;
  const villagers = villagersOf(order);
  const villager = villagers.find((one) => one.id === form.value.villager)?.id ?? villagers[0]?.id ?? "";
  const [isCodeShown, setCodeShown] = useState(false);
  const code = usePayCode(way);
  const state = STATES.find((one) => one === form.value.state) ?? "cleared";
  const [isTried, setTried] = useState(false);
  const isRefund = kind === "refund";
  // Only whose goods are in it can have got the money.
  const ways = villagers.length > 0 ? WAYS : WAYS.filter((id) => id !== "villager");
  const problem = amountProblem(text, isRefund ? amountFen : null);
  const run = () => {
    setTried(true);
    const fen = typedFen(text);
    if (problem !== null || fen === null) return;
    const refund = fen === amountFen ? "refunded" : "part_refunded";
    void saving.run(async () => {
      await pay.run({
        id: order.id,
        state: isRefund ? refund : state,
        way,
        amount: fen,
        ...(payment ? { payment: payment.id } : {}),
        ...(way === "villager" && villager !== "" ? { villager } : {}),
      });
      form.drop();
      onClose();
    });
  };
  const giveUp = () => {
    form.drop();
    onClose();
  };
  return (
    <Dialog
      title={words.t(isRefund ? "orders-refund-title" : "orders-pay-title")}
      onClose={onClose}
      form={form}
      actions={
        <>
          <Btn label={words.t("screen-cancel")} onPress={giveUp} />
          <Btn
            look="main"
            keys="F12"
            label={words.t(isRefund ? "orders-pay-refund" : "screen-save")}
            isDisabled={saving.isRunning}
            onPress={run}
          />
        </>
      }
    >
      <Field
        label={words.t("orders-amount")}
        kind="number"
        value={text}
        onChange={(next) => form.set({ text: next })}
        autoFocus
        maxLength={16}
        problem={isTried && problem !== null ? words.reason(problem) : undefined}
        onEnter={run}
        {...(isRefund ? { hint: words.t("orders-refund-most", { amount: words.money(amountFen) }) } : {})}
      />
      <div className={styles["ways"]}>
        <Choice
          look="cards"
          label={words.t("orders-way")}
          value={way}
          onChange={(next) => form.set({ way: next })}
          options={ways.map((id) => ({ id, label: words.word("way", id) }))}
        />
      </div>
      {way === "villager" && villagers.length > 1 ? (
        <Choice
          look="cards"
          label={words.t("orders-pay-villager")}
          value={villager}
          onChange={(next) => form.set({ villager: next })}
          options={villagers.map((one) => ({ id: one.id, label: one.name }))}
        />
      ) : null}
      {way === "cash" && !isRefund && state === "cleared" ? (
        <ChangeBack dueFen={typedFen(text)} given={given} onGiven={(next) => form.set({ given: next })} onEnter={run} />
      ) : null}
      {code && !isRefund ? (
        <Btn icon={ScanIcon} keys="Alt+Q" label={words.t("pay-code-show")} onPress={() => setCodeShown(true)} />
      ) : null}
      {code && isCodeShown ? (
        <PayCode code={code} way={way} amountFen={typedFen(text)} onClose={() => setCodeShown(false)} />
      ) : null}
      {isRefund ? (
        <p className="small">{words.t("orders-refund-hint")}</p>
      ) : (
        <Choice
          look="cards"
          label={words.t("orders-pay-state")}
          value={state}
          onChange={(next) => form.set({ state: next })}
          options={STATES.map((id) => ({ id, label: words.word("payment", id) }))}
        />
      )}
      <Problem error={saving.error} />
    </Dialog>
  );
}

import { useState } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CloseIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useWords } from "../../words/use";
import { paidFen } from "./acts";
import styles from "./orders.module.css";

const QUICK = ["buyer", "spoilt", "short", "twice", "address", "other"] as const;

/** Cancels an order with a reason; where the goods lie elsewhere it asks their keeper. */
export function CancelDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const cancel = useWrite("order.cancel");
  const saving = useSaving([]);
  const form = useForm("order_cancel", order.id, { quick: "buyer", own: "" });
  const quick = QUICK.find((one) => one === form.value.quick) ?? "buyer";
  const { own } = form.value;
  const [isTried, setTried] = useState(false);
  const reason = [quick === "other" ? "" : words.t(`orders-cancel-${quick}`), own.trim()].filter(Boolean).join(": ");
  const paid = paidFen(order);
  const run = () => {
    setTried(true);
    if (reason === "") return;
    void saving.run(async () => {
      await cancel.run({ id: order.id, reason });
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
      title={words.t("orders-cancel-title", { number: order.number })}
      onClose={onClose}
      form={form}
      actions={
        <>
          <Btn label={words.t("orders-cancel-not")} onPress={giveUp} />
          <Btn
            look="main"
            icon={CloseIcon}
            keys="F12"
            label={words.t("orders-cancel")}
            isDisabled={saving.isRunning}
            onPress={run}
          />
        </>
      }
    >
      <div className={styles["ways"]}>
        <Choice
          look="cards"
          label={words.t("orders-cancel-why")}
          value={quick}
          onChange={(next) => form.set({ quick: next })}
          options={QUICK.map((id) => ({ id, label: words.t(`orders-cancel-${id}`) }))}
        />
      </div>
      <Field
        label={words.t("orders-cancel-own")}
        value={own}
        onChange={(next) => form.set({ own: next })}
        maxLength={120}
        hint={words.t("orders-cancel-hint")}
        problem={isTried && reason === "" ? words.reason("empty") : undefined}
        onEnter={run}
      />
      {order.keeps ? null : <p className="small">{words.t("orders-cancel-asks")}</p>}
      {paid > 0 ? <p className="small">{words.t("orders-give-back", { amount: words.money(paid) })}</p> : null}
      <Problem error={saving.error} />
    </Dialog>
  );
}

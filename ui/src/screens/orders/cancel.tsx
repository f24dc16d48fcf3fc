import { useState } from "react";
import type { AppError, OrderShown } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CloseIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { paidFen } from "./acts";
import styles from "./orders.module.css";

const QUICK = ["buyer", "spoilt", "short", "twice", "address", "other"] as const;

/** Cancels an order with a reason; where the goods lie elsewhere it asks their keeper. */
export function CancelDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const cancel = useWrite("order.cancel");
  const [quick, setQuick] = useState<(typeof QUICK)[number]>("buyer");
  const [own, setOwn] = useState("");
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const reason = [quick === "other" ? "" : words.t(`orders-cancel-${quick}`), own.trim()].filter(Boolean).join(": ");
  const paid = paidFen(order);
  const run = async () => {
    setTried(true);
    if (reason === "" || cancel.isRunning) return;
    try {
      await cancel.run({ id: order.id, reason });
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  return (
    <Dialog
      title={words.t("orders-cancel-title", { number: order.number })}
      onClose={onClose}
      actions={
        <>
          <Btn label={words.t("orders-cancel-not")} onPress={onClose} />
          <Btn
            look="main"
            icon={CloseIcon}
            keys="F12"
            label={words.t("orders-cancel")}
            isDisabled={cancel.isRunning}
            onPress={() => void run()}
          />
        </>
      }
    >
      <div className={styles["ways"]}>
        <Choice
          look="cards"
          label={words.t("orders-cancel-why")}
          value={quick}
          onChange={setQuick}
          options={QUICK.map((id) => ({ id, label: words.t(`orders-cancel-${id}`) }))}
        />
      </div>
      <Field
        label={words.t("orders-cancel-own")}
        value={own}
        onChange={setOwn}
        maxLength={120}
        hint={words.t("orders-cancel-hint")}
        problem={isTried && reason === "" ? words.reason("empty") : undefined}
        onEnter={() => void run()}
      />
      {order.keeps ? null : <p className="small">{words.t("orders-cancel-asks")}</p>}
      {paid > 0 ? <p className="small">{words.t("orders-give-back", { amount: words.money(paid) })}</p> : null}
      <Problem error={error} />
    </Dialog>
  );
}

import { useState } from "react";
import type { AppError, OrderShown } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { typedFen } from "../../words/digits";
import { price } from "../../words/formats";
import { useWords } from "../../words/use";

/** Freight stays as it is once the goods left. */
const hasLeft = (order: OrderShown) => order.reached.some((one) => one.step === "handed_over");

/** Changes an order's note and, until it leaves, its freight. */
export function ChangeDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const change = useWrite("order.change");
  const before = price(order.shipping_fen).replaceAll(",", "");
  const [note, setNote] = useState(order.note);
  const [freight, setFreight] = useState(before);
  const [error, setError] = useState<AppError | null>(null);
  const isFixed = hasLeft(order) || order.is_record;
  const fen = freight.trim() === "" ? 0 : typedFen(freight);
  const problem = fen === null ? words.reason("bad_amount") : undefined;
  const run = async () => {
    if (fen === null || change.isRunning) return;
    try {
      await change.run({ id: order.id, note, ...(isFixed || fen === order.shipping_fen ? {} : { shipping: fen }) });
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  return (
    <Dialog
      title={words.t("orders-note-change")}
      onClose={onClose}
      actions={
        <>
          <Btn label={words.t("screen-cancel")} onPress={onClose} />
          <Btn
            look="main"
            keys="F12"
            label={words.t("screen-save")}
            isDisabled={change.isRunning}
            onPress={() => void run()}
          />
        </>
      }
    >
      <Field
        label={words.t("orders-note")}
        lines={5}
        value={note}
        onChange={setNote}
        maxLength={1_000}
        autoFocus
        hint={words.t("orders-note-hint")}
      />
      <Field
        label={words.t("orders-freight")}
        kind="number"
        value={freight}
        onChange={setFreight}
        maxLength={12}
        isDisabled={isFixed}
        problem={problem}
        onEnter={() => void run()}
        {...(isFixed ? { hint: words.t("orders-freight-fixed") } : {})}
      />
      <Problem error={error} />
    </Dialog>
  );
}

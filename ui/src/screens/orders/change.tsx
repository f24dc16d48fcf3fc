import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
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
  const saving = useSaving([]);
  const form = useForm("order_change", order.id, { note: order.note, freight: before });
  const { note, freight } = form.value;
  const isFixed = hasLeft(order) || order.is_record;
  const fen = freight.trim() === "" ? 0 : typedFen(freight);
  const problem = fen === null ? words.reason("bad_amount") : undefined;
  const run = () => {
    if (fen === null) return;
    void saving.run(async () => {
      await change.run({ id: order.id, note, ...(isFixed || fen === order.shipping_fen ? {} : { shipping: fen }) });
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
      title={words.t("orders-note-change")}
      onClose={onClose}
      form={form}
      actions={
        <>
          <Btn label={words.t("screen-cancel")} onPress={giveUp} />
          <Btn look="main" keys="F12" label={words.t("screen-save")} isDisabled={saving.isRunning} onPress={run} />
        </>
      }
    >
      <Field
        label={words.t("orders-note")}
        lines={5}
        value={note}
        onChange={(next) => form.set({ note: next })}
        maxLength={1_000}
        autoFocus
        hint={words.t("orders-note-hint")}
      />
      <Field
        label={words.t("orders-freight")}
        kind="number"
        value={freight}
        onChange={(next) => form.set({ freight: next })}
        maxLength={12}
        isDisabled={isFixed}
        problem={problem}
        onEnter={run}
        {...(isFixed ? { hint: words.t("orders-freight-fixed") } : {})}
      />
      <Problem error={saving.error} />
    </Dialog>
  );
}

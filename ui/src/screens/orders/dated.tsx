import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { DayIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { dayOf } from "../../words/formats";
import { useWords } from "../../words/use";
import styles from "./orders.module.css";

/** When it was taken by a clock that was doubted; absent where the date is sure. */
export function undatedMs(order: Pick<OrderShown, "reached">): number | undefined {
  return order.reached.find((one) => one.step === "taken" && one.doubtful)?.at_ms;
}

function DateDialog({ id, atMs, onClose }: { id: string; atMs: number; onClose: () => void }) {
  const { t } = useWords();
  const change = useWrite("order.change");
  const saving = useSaving(["day"]);
  const form = useForm("order_day", id, { day: dayOf(atMs) });
  const run = () =>
    void saving.run(async () => {
      await change.run({ id, day: form.value.day.trim() });
      form.drop();
      onClose();
    });
  return (
    <Dialog
      title={t("orders-dated-set")}
      onClose={onClose}
      form={form}
      actions={
        <>
          <Btn
            label={t("screen-cancel")}
            onPress={() => {
              form.drop();
              onClose();
            }}
          />
          <Btn look="main" keys="F12" label={t("screen-save")} isDisabled={saving.isRunning} onPress={run} />
        </>
      }
    >
      <Field
        label={t("orders-dated")}
        hint={t("orders-dated-hint")}
        value={form.value.day}
        onChange={(day) => form.set({ day })}
        problem={saving.problem("day")}
        maxLength={10}
        icon={DayIcon}
        lang="en"
        autoFocus
        onEnter={run}
      />
      <Problem error={saving.error} />
    </Dialog>
  );
}

/** The clock was wrong when the order was taken: a person says the day, once the clock is right again. */
export function DateBand({ order, atMs, isOff }: { order: OrderShown; atMs: number; isOff: boolean }) {
  const { t } = useWords();
  const { may } = useSession();
  const [isOpen, setOpen] = useStays(`dated ${order.id}`, false);
  const isClockDoubted = useRead("station.status", {}).data?.is_clock_doubted ?? true;
  return (
    <div className={styles["band"]} role="note">
      <Icon of={DayIcon} />
      <span className="sp">{t("screen-date-doubtful")}</span>
      {may("order.change") ? (
        <Btn
          keys="T"
          className={styles["small"] ?? ""}
          label={t("orders-dated-set")}
          isDisabled={isOff || isClockDoubted}
          onPress={() => setOpen(true)}
        />
      ) : null}
      {isOpen ? <DateDialog id={order.id} atMs={atMs} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

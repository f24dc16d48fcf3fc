import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, CheckIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useStays } from "../../state/stays";
import { plainDigits } from "../../words/digits";
import { dayOf, startOfDay } from "../../words/formats";
import { useWords } from "../../words/use";
import styles from "./clock.module.css";

/** A day and a time as typed, `2026-08-18` and `09:42`, in milliseconds; NaN for what is none. */
export function typedMoment(day: string, time: string): number {
  const clock = /^(\d{1,2})[:：.](\d{2})$/u.exec(plainDigits(time.trim()));
  const start = startOfDay(plainDigits(day.trim()));
  const hours = Number(clock?.[1] ?? Number.NaN);
  const minutes = Number(clock?.[2] ?? Number.NaN);
  return hours < 24 && minutes < 60 ? start + (hours * 60 + minutes) * 60_000 : Number.NaN;
}

function AskTime({ nowMs, onClose }: { nowMs: number; onClose: () => void }) {
  const words = useWords();
  const confirm = useWrite("clock.confirm");
  const form = useForm("clock", "", { day: dayOf(nowMs), time: words.time(nowMs) });
  const { day, time } = form.value;
  const moment = typedMoment(day, time);
  const save = () =>
    void confirm
      .run({ now_ms: moment })
      .then(() => {
        form.drop();
        onClose();
      })
      .catch(() => undefined);
  return (
    <Dialog
      title={words.t("clock-ask")}
      onClose={onClose}
      form={form}
      actions={
        <Btn
          look="main"
          label={words.t("clock-confirm")}
          icon={CheckIcon}
          isDisabled={Number.isNaN(moment)}
          onPress={save}
        />
      }
    >
      <p>{words.t("clock-why")}</p>
      <div className={styles["fields"]}>
        <Field
          kind="number"
          label={words.t("clock-day")}
          value={day}
          onChange={(next) => form.set({ day: next })}
          autoFocus
        />
        <Field kind="number" label={words.t("clock-time")} value={time} onChange={(next) => form.set({ time: next })} />
      </div>
      <b>
        {Number.isNaN(moment) ? words.t("clock-unreadable") : `${words.dateWithYear(moment)} · ${words.time(moment)}`}
      </b>
      <Problem error={confirm.error} />
    </Dialog>
  );
}

/** "Is today …?": the clock is doubted. It asks and stops nothing. */
export function ClockBand({ nowMs, mayConfirm = false }: { nowMs: number; mayConfirm?: boolean }) {
  const words = useWords();
  const [isOpen, setOpen] = useStays("clock", false);
  return (
    <div className={styles["band"]}>
      <Icon of={AlertIcon} />
      <span className="col sp">
        <b>{words.t("clock-doubted", { date: words.dateWithYear(nowMs) })}</b>
        <span className="small">{words.t(mayConfirm ? "clock-hint" : "clock-hint-keeper")}</span>
      </span>
      {mayConfirm ? <Btn label={words.t("clock-set")} onPress={() => setOpen(true)} /> : null}
      {isOpen ? <AskTime nowMs={nowMs} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

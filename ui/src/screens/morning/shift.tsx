import { useState } from "react";
import type { ShiftShown } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { CheckIcon, DoneIcon, HistoryIcon, PrintIcon } from "../../parts/icons";
import { Loading, Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useForm } from "../../state/form";
import { client, useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { typedFen } from "../../words/digits";
import { useWords } from "../../words/use";
import { printShift } from "../print/print";
import styles from "./shift.module.css";

/** A hand-over is shown to whoever comes next for a day. */
const SHOWN_MS = 24 * 3_600_000;

/** The key to it, beside the day's work. */
export function ShiftButton() {
  const { t } = useWords();
  const { may } = useSession();
  const [isOpen, setOpen] = useStays("shift", false);
  if (!may("shift.hand_over")) return null;
  return (
    <>
      <Btn look="quiet" icon={HistoryIcon} keys="Alt+H" label={t("shift-hand-over")} onPress={() => setOpen(true)} />
      {isOpen ? <ShiftDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** What was counted in the drawer beside what the books say, and what the next one has to know. */
function ShiftDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const { who } = useSession();
  const now = useRead("shift.show", {}).data;
  const people = useRead("operator.list", {}).data ?? [];
  const send = useWrite("shift.hand_over");
  const saving = useSaving(["counted"]);
  const form = useForm("shift", who.id, { counted: "", note: "", to: "" });
  const { counted, note, to } = form.value;
  const [isTried, setTried] = useState(false);
  const fen = typedFen(counted);
  const others = people.filter((one) => one.is_active && one.id !== who.id);
  const refused = (thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" });
  const run = (prints: boolean) => {
    setTried(true);
    if (fen === null) return;
    void saving.run(async () => {
      await send.run({ counted: fen, note, to });
      form.drop();
      void client.invalidateQueries();
      say({ text: t("shift-done") });
      onClose();
      if (prints) await printShift().catch(refused);
    });
  };
  if (!now) return <Loading rows={3} />;
  const difference = fen === null ? 0 : fen - now.drawer_fen;
  return (
    <Dialog
      title={t("shift-hand-over")}
      onClose={onClose}
      form={form}
      actions={
        <>
          <Btn
            icon={PrintIcon}
            keys="Ctrl+P"
            label={t("shift-and-print")}
            isDisabled={saving.isRunning}
            onPress={() => run(true)}
          />
          <Btn
            look="main"
            icon={CheckIcon}
            keys="F12"
            label={t("shift-hand-over")}
            isDisabled={saving.isRunning}
            onPress={() => run(false)}
          />
        </>
      }
    >
      <p className="small">{t("shift-open", { decide: now.decide, pack: now.pack })}</p>
      <Field
        label={t("shift-counted")}
        kind="number"
        value={counted}
        onChange={(next) => form.set({ counted: next })}
        hint={t("shift-books", { amount: words.money(now.drawer_fen) })}
        problem={
          (isTried && fen === null ? words.reason(counted.trim() === "" ? "empty" : "bad_amount") : undefined) ??
          saving.problem("counted")
        }
        onEnter={() => run(false)}
        maxLength={16}
        autoFocus
      />
      {difference === 0 ? null : (
        <p className={styles["off"]} role="status">
          {t(difference < 0 ? "shift-less" : "shift-more", { amount: words.money(Math.abs(difference)) })}
        </p>
      )}
      {others.length > 0 ? (
        <Choice<string>
          label={t("shift-to")}
          look="cards"
          options={[{ id: "", label: t("shift-anybody") }, ...others.map((one) => ({ id: one.id, label: one.name }))]}
          value={to}
          onChange={(next) => form.set({ to: next })}
        />
      ) : null}
      <Field
        label={t("shift-note")}
        value={note}
        lines={4}
        onChange={(next) => form.set({ note: next })}
        maxLength={1000}
      />
      <Problem error={saving.error} />
    </Dialog>
  );
}

/** What the one before said, for whoever comes next, until it is put away. */
export function ShiftBand({ nowMs }: { nowMs: number }) {
  const words = useWords();
  const { t } = words;
  const { who } = useSession();
  const last = useRead("shift.show", {}).data?.last;
  const [seen, setSeen] = useStays("shift-seen", 0);
  if (!last || last.from === who.id || Math.abs(nowMs - last.at_ms) > SHOWN_MS || seen === last.at_ms) return null;
  return (
    <div className={styles["band"]} role="note">
      <Icon of={HistoryIcon} size="l" />
      <div className="col sp">
        <b>{t("shift-from", { name: last.from_name, time: words.when(last.at_ms, nowMs) })}</b>
        <span className="tn">{saidOf(words, last)}</span>
        {last.note === "" ? null : <span className={styles["note"]}>{last.note}</span>}
      </div>
      <Btn label={t("shift-seen")} icon={DoneIcon} keys="Alt+H" onPress={() => setSeen(last.at_ms)} />
    </div>
  );
}

/** The drawer in words. */
export function saidOf(words: ReturnType<typeof useWords>, last: ShiftShown): string {
  const off = last.counted_fen - last.books_fen;
  const amounts = { counted: words.money(last.counted_fen), off: words.money(Math.abs(off)) };
  if (off === 0) return words.t("shift-fits", { counted: amounts.counted });
  return words.t(off < 0 ? "shift-was-less" : "shift-was-more", amounts);
}

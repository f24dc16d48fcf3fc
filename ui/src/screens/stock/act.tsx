import { useState } from "react";
import type { LotCounted, LotRow, LotUnderWay } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { CheckIcon } from "../../parts/icons";
import { KeptLine } from "../../parts/kept";
import { useQuantityText } from "../../parts/number";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { WeightField } from "../../parts/weight";
import { useForm } from "../../state/form";
import { client } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { readQuantity, typedQuantity, WEIGHT_UNITS, type WeightUnit } from "../../words/weight";
import styles from "./stock.module.css";

/** What is done with a lot. */
export type ActId = "correct" | "lose" | "count" | "pass" | "recall" | "receive";

const KINDS = ["spoil", "shrink"] as const;
type Kind = (typeof KINDS)[number];

/** What one types, and chooses by its word. */
type Typed = Record<"unit" | "transfer" | "typed" | "reason" | "kind" | "until", string>;

/** What a form proposes: the number that was, what may be passed, what is under way. */
export function proposed(act: ActId, lot: LotRow, underWay: LotUnderWay | undefined): number | null {
  if (act === "correct") return lot.taken_in;
  if (act === "pass") return lot.here;
  if (act === "recall") return lot.at_hub;
  if (act === "receive") return underWay?.quantity ?? null;
  return null;
}

/** The form of one act: how much, and why where a person has to say it. */
export function ActForm(props: {
  act: ActId;
  lot: LotRow;
  /** What is on its way here. */
  underWay: readonly LotUnderWay[];
  onDone: (counted: LotCounted | null) => void;
}) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const text = useQuantityText();
  const { settings } = useSettings();
  const { act, lot } = props;
  const usual: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const before = proposed(act, lot, props.underWay[0]);
  const form = useForm<Typed>("lot_act", `${lot.id} ${act}`, {
    unit: usual,
    transfer: props.underWay[0]?.transfer ?? "",
    typed: before === null ? "" : typedQuantity(before, lot.measure, usual),
    reason: "",
    kind: "spoil",
    until: "",
  });
  const { transfer, typed, reason, until } = form.value;
  const unit = WEIGHT_UNITS.find((one) => one === form.value.unit) ?? usual;
  const kind = KINDS.find((one) => one === form.value.kind) ?? "spoil";
  const [isTried, setTried] = useState(false);
  const saving = useSaving(["quantity", "reason", "until"]);
  const { problem, error } = saving;
  const mayBeZero = act === "correct" || act === "count";
  const amount = readQuantity(typed, lot.measure, unit, mayBeZero);
  const needsReason = act === "correct";
  const hasReason = act === "correct" || act === "lose";
  const isSame = act === "correct" && "quantity" in amount && amount.quantity === lot.taken_in;
  const lacksReason = needsReason && reason.trim() === "";

  const done = (undo?: () => void) =>
    say({
      text: t(`stock-done-${act}`, {
        number: lot.number,
        quantity: "quantity" in amount ? text(amount.quantity, lot.measure) : "",
      }),
      ...(undo ? { undo } : {}),
    });
  const uncorrect = () => {
    void call("lot.correct", { id: lot.id, quantity: lot.taken_in, reason: t("stock-undo-reason") })
      .then(() => client.invalidateQueries())
      .catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
  };
  const run = async (quantity: number): Promise<LotCounted | null> => {
    const { id } = lot;
    switch (act) {
      case "correct":
        await call("lot.correct", { id, quantity, reason });
        done(uncorrect);
        return null;
      case "lose":
        await call("lot.lose", { id, quantity, kind, reason });
        done();
        return null;
      case "count":
        return call("lot.count", { id, quantity });
      case "pass":
        await call("lot.transfer", { id, quantity, to: "hub", until: until.trim() });
        done();
        return null;
      case "recall":
        await call("lot.recall", { id, quantity });
        done();
        return null;
      case "receive":
        await call("lot.receive", { id, quantity, ...(transfer === "" ? {} : { transfer }) });
        done();
        return null;
    }
  };
  const save = () => {
    setTried(true);
    if ("reason" in amount || isSame || lacksReason) return;
    const { quantity } = amount;
    void saving.run(async () => {
      const result = await run(quantity);
      form.drop();
      void client.invalidateQueries();
      props.onDone(result);
    });
  };
  const tooMuch =
    error?.code === "not_enough_stock"
      ? t(act === "recall" ? "stock-not-there" : "stock-not-enough", {
          free: text(Math.max(0, error.available), lot.measure),
        })
      : undefined;
  const weightProblem = isTried
    ? "reason" in amount
      ? words.reason(amount.reason)
      : isSame
        ? t("stock-same")
        : undefined
    : undefined;
  return (
    <>
      <KeptLine form={form} />
      <p className={styles["ask"]}>
        {t(`stock-ask-${act}`, {
          taken: text(lot.taken_in, lot.measure),
          left: text(lot.left, lot.measure),
          here: text(lot.here, lot.measure),
        })}
      </p>
      {act === "lose" ? (
        <Choice<Kind>
          label={t("stock-lost-how")}
          look="cards"
          options={[
            { id: "spoil", label: t("stock-spoil") },
            { id: "shrink", label: t("stock-shrink") },
          ]}
          value={kind}
          onChange={(next) => form.set({ kind: next })}
        />
      ) : null}
      {act === "receive" && props.underWay.length > 1 ? (
        <Choice<string>
          label={t("stock-which-transfer")}
          look="cards"
          options={props.underWay.map((one) => ({
            id: one.transfer,
            label: `${one.from} · ${text(one.quantity, lot.measure)}`,
          }))}
          value={transfer}
          onChange={(next) => {
            const one = props.underWay.find((other) => other.transfer === next);
            form.set({ transfer: next, ...(one ? { typed: typedQuantity(one.quantity, lot.measure, unit) } : {}) });
          }}
        />
      ) : null}
      <WeightField
        label={t(`stock-label-${act}`)}
        typed={typed}
        onTyped={(next) => {
          form.set({ typed: next });
          setTried(false);
          saving.clear();
        }}
        unit={unit}
        onUnit={(next) => form.set({ unit: next })}
        measure={lot.measure}
        problem={weightProblem ?? tooMuch ?? problem("quantity")}
        mayBeZero={mayBeZero}
        onEnter={save}
        autoFocus
      />
      {hasReason ? (
        <Field
          label={t(needsReason ? "stock-reason" : "stock-reason-free")}
          value={reason}
          onChange={(next) => form.set({ reason: next })}
          maxLength={200}
          problem={isTried && lacksReason ? t("stock-reason-missing") : problem("reason")}
          onEnter={save}
        />
      ) : null}
      {act === "pass" ? (
        <Field
          label={t("stock-until")}
          value={until}
          onChange={(next) => form.set({ until: next })}
          maxLength={10}
          placeholder="2026-09-30"
          hint={t("stock-until-hint")}
          problem={problem("until")}
          onEnter={save}
        />
      ) : null}
      {tooMuch ? null : <Problem error={error} />}
      <div className={styles["acts"]}>
        <span className="sp" />
        <Btn
          look="main"
          big
          label={t(`stock-act-${act}`)}
          icon={CheckIcon}
          keys="F12"
          isDisabled={saving.isRunning}
          onPress={save}
        />
      </div>
    </>
  );
}

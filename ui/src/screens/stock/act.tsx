import { useState } from "react";
import type { AppError, LotCounted, LotRow, LotUnderWay } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { CheckIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { WeightField } from "../../parts/weight";
import { client } from "../../state/read";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { readQuantity, typedQuantity, type WeightUnit } from "../../words/weight";
import styles from "./stock.module.css";

/** What is done with a lot. */
export type ActId = "correct" | "lose" | "count" | "pass" | "receive";

type Kind = "spoil" | "shrink";

/** What a form proposes: the number that was, what may be passed, what is under way. */
export function proposed(act: ActId, lot: LotRow, underWay: LotUnderWay | undefined): number | null {
  if (act === "correct") return lot.taken_in;
  if (act === "pass") return lot.here;
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
  const [unit, setUnit] = useState<WeightUnit>(settings.weight_unit === "jin" ? "jin" : "kg");
  const [transfer, setTransfer] = useState(props.underWay[0]?.transfer ?? "");
  const before = proposed(act, lot, props.underWay[0]);
  const [typed, setTyped] = useState(before === null ? "" : typedQuantity(before, lot.measure, unit));
  const [reason, setReason] = useState("");
  const [kind, setKind] = useState<Kind>("spoil");
  const [isTried, setTried] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const mayBeZero = act === "correct" || act === "count";
  const amount = readQuantity(typed, lot.measure, unit, mayBeZero);
  const needsReason = act === "correct";
  const hasReason = act === "correct" || act === "lose";
  const isSame = act === "correct" && "quantity" in amount && amount.quantity === lot.taken_in;
  const lacksReason = needsReason && reason.trim() === "";
  const field = error?.code === "bad_input" ? error.field : "";
  const problem = (name: string) =>
    error?.code === "bad_input" && error.field === name ? words.reason(error.reason) : undefined;

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
        await call("lot.transfer", { id, quantity, to: "hub" });
        done();
        return null;
      case "receive":
        await call("lot.receive", { id, quantity, ...(transfer === "" ? {} : { transfer }) });
        done();
        return null;
    }
  };
  const save = async () => {
    setTried(true);
    if (isRunning || "reason" in amount || isSame || lacksReason) return;
    setRunning(true);
    setError(null);
    try {
      const result = await run(amount.quantity);
      void client.invalidateQueries();
      props.onDone(result);
    } catch (thrown) {
      setError(errorOf(thrown));
      setRunning(false);
    }
  };
  const tooMuch =
    error?.code === "not_enough_stock"
      ? t("stock-not-enough", { free: text(Math.max(0, error.available), lot.measure) })
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
          onChange={setKind}
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
            setTransfer(next);
            const one = props.underWay.find((other) => other.transfer === next);
            if (one) setTyped(typedQuantity(one.quantity, lot.measure, unit));
          }}
        />
      ) : null}
      <WeightField
        label={t(`stock-label-${act}`)}
        typed={typed}
        onTyped={(next) => {
          setTyped(next);
          setTried(false);
          setError(null);
        }}
        unit={unit}
        onUnit={setUnit}
        measure={lot.measure}
        problem={weightProblem ?? tooMuch ?? problem("quantity")}
        mayBeZero={mayBeZero}
        onEnter={() => void save()}
        autoFocus
      />
      {hasReason ? (
        <Field
          label={t(needsReason ? "stock-reason" : "stock-reason-free")}
          value={reason}
          onChange={setReason}
          maxLength={200}
          problem={isTried && lacksReason ? t("stock-reason-missing") : problem("reason")}
          onEnter={() => void save()}
        />
      ) : null}
      {tooMuch || field === "quantity" || field === "reason" ? null : <Problem error={error} />}
      <div className={styles["acts"]}>
        <span className="sp" />
        <Btn
          look="main"
          big
          label={t(`stock-act-${act}`)}
          icon={CheckIcon}
          keys="F12"
          isDisabled={isRunning}
          onPress={() => void save()}
        />
      </div>
    </>
  );
}

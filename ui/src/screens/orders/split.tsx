import { Link } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ParcelIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { typedFen } from "../../words/digits";
import { useWords } from "../../words/use";
import { readQuantity, typedQuantity, type WeightUnit } from "../../words/weight";
import { useProductNames } from "./names";
import styles from "./orders.module.css";

/** Takes goods out of an order, to go in a parcel of their own: how much of each line, and its freight. */
export function SplitDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const named = useProductNames();
  const say = useQuantityText();
  const split = useWrite("order.split");
  const saving = useSaving([]);
  const { settings } = useSettings();
  const unit: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const lines = order.filled;
  const of = `${order.id} ${lines.map((line) => `${line.line} ${line.quantity}`).join(" ")}`;
  const form = useForm<{ quantities: readonly string[]; freight: string }>("order_split", of, {
    quantities: lines.map(() => ""),
    freight: "",
  });
  const { quantities, freight } = form.value;
  const [isTried, setTried] = useState(false);
  const amounts = lines.map((line, at) => readQuantity(quantities[at] || "0", line.measure, unit, true));
  const problemOf = (at: number) => {
    const [amount, line] = [amounts[at], lines[at]];
    if (!amount || !line) return undefined;
    if ("reason" in amount) return words.reason(amount.reason);
    return amount.quantity > line.quantity
      ? t("orders-split-most", { amount: say(line.quantity, line.measure) })
      : undefined;
  };
  const shipping = freight.trim() === "" ? 0 : typedFen(freight);
  const isNothing = amounts.every((amount) => "quantity" in amount && amount.quantity === 0);
  const isAll = lines.every((line, at) => {
    const amount = amounts[at];
    return amount && "quantity" in amount && amount.quantity === line.quantity;
  });
  const run = () => {
    setTried(true);
    if (shipping === null || isNothing || isAll || lines.some((_, at) => problemOf(at))) return;
    const parts = lines.flatMap((line, at) => {
      const amount = amounts[at];
      return amount && "quantity" in amount && amount.quantity > 0
        ? [{ line: line.line, quantity: amount.quantity }]
        : [];
    });
    void saving.run(async () => {
      await split.run({ id: order.id, parts, shipping });
      form.drop();
      onClose();
    });
  };
  const put = (at: number, value: string) =>
    form.set({ quantities: quantities.map((old, one) => (one === at ? value : old)) });
  return (
    <Dialog
      title={t("orders-split-title", { number: order.number })}
      onClose={onClose}
      form={form}
      wide
      actions={
        <>
          <Btn label={t("screen-cancel")} onPress={onClose} />
          <Btn
            look="main"
            icon={ParcelIcon}
            keys="F12"
            label={t("orders-split-go")}
            isDisabled={saving.isRunning}
            onPress={run}
          />
        </>
      }
    >
      <p className="small">{t("orders-split-hint")}</p>
      <div className={styles["amended"]}>
        {lines.map((line, at) => {
          const { name, grade } = named(line);
          return (
            <Fragment key={line.line}>
              <b>
                {name} <span className="small">{grade}</span>
              </b>
              <Field
                label={`${name} ${t("orders-split-goes")}`}
                hideLabel
                kind="number"
                value={quantities[at] ?? ""}
                onChange={(value) => put(at, value)}
                maxLength={40}
                autoFocus={at === 0}
                placeholder="0"
                after={<span className="small">{t(line.measure === "piece" ? "unit-piece" : `unit-${unit}`)}</span>}
                problem={isTried ? problemOf(at) : undefined}
                onEnter={run}
              />
              <Btn
                look="quiet"
                label={t("orders-split-all", { amount: say(line.quantity, line.measure) })}
                onPress={() => put(at, typedQuantity(line.quantity, line.measure, unit))}
              />
            </Fragment>
          );
        })}
      </div>
      <Field
        label={t("orders-split-freight")}
        kind="number"
        value={freight}
        onChange={(value) => form.set({ freight: value })}
        maxLength={12}
        placeholder="0"
        after={<span className="small">¥</span>}
        problem={isTried && shipping === null ? words.reason("bad_amount") : undefined}
        onEnter={run}
      />
      {isTried && (isNothing || isAll) ? (
        <p className={styles["trouble"]} role="alert">
          {t(isAll ? "orders-split-nothing-stays" : "orders-split-nothing-goes")}
        </p>
      ) : null}
      <Problem error={saving.error} />
    </Dialog>
  );
}

/** The orders that belong together: what was taken out of it, or what it was taken out of. */
export function Parts({ order }: { order: OrderShown }) {
  const words = useWords();
  const all = [
    ...(order.part_of ? [{ ...order.part_of, said: words.t("orders-part-of") }] : []),
    ...order.parts.map((part) => ({ ...part, said: words.t("orders-parts") })),
  ];
  if (all.length === 0) return null;
  return (
    <ul className={styles["parts"]}>
      {all.map((part) => (
        <li key={part.id}>
          <span className="small">{part.said}</span>{" "}
          <Link to="/orders" search={{ id: part.id }}>
            <b className="tn">{part.number}</b>
          </Link>{" "}
          <span className="small">
            {words.word("state", part.state)} · ¥{words.money(part.total_fen)}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { Fragment, useState } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { IntakeIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { readQuantity, type WeightUnit } from "../../words/weight";
import { useProductNames } from "./names";
import styles from "./orders.module.css";

/** What came back and may be sold again, lot by lot; nothing to show before it was looked at. */
export function BackForm({ order }: { order: OrderShown }) {
  const words = useWords();
  const { t } = words;
  const named = useProductNames();
  const say = useQuantityText();
  const take = useWrite("order.take_back");
  const saving = useSaving([]);
  const { settings } = useSettings();
  const unit: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const { back } = order.complaint;
  const form = useForm<{ typed: readonly string[] }>("order_back", `${order.id} ${back.length}`, {
    typed: back.map(() => ""),
  });
  const { typed } = form.value;
  const [isTried, setTried] = useState(false);
  if (back.length === 0) return null;
  const amounts = back.map((row, at) => readQuantity(typed[at] || "0", row.measure, unit, true));
  const problemOf = (at: number) => {
    const [amount, row] = [amounts[at], back[at]];
    if (!amount || !row) return undefined;
    if ("reason" in amount) return words.reason(amount.reason);
    return amount.quantity > row.quantity
      ? t("orders-split-most", { amount: say(row.quantity, row.measure) })
      : undefined;
  };
  const isNothing = amounts.every((amount) => "quantity" in amount && amount.quantity === 0);
  const run = () => {
    setTried(true);
    if (isNothing || back.some((_, at) => problemOf(at))) return;
    const goods = back.flatMap((row, at) => {
      const amount = amounts[at];
      return amount && "quantity" in amount && amount.quantity > 0 ? [{ lot: row.lot, quantity: amount.quantity }] : [];
    });
    void saving.run(async () => {
      await take.run({ id: order.id, goods });
      form.drop();
      setTried(false);
    });
  };
  return (
    <section className={styles["back"]} aria-label={t("orders-back")}>
      <b>{t("orders-back")}</b>
      <p className="small">{t("orders-back-hint")}</p>
      <div className={styles["amended"]}>
        {back.map((row, at) => {
          const { name, grade } = named({ product: row.product, grade: row.grade, title: "" });
          return (
            <Fragment key={row.lot}>
              <span>
                <b>{name}</b>{" "}
                <span className="small">
                  {grade} · {row.lot_number}
                </span>
              </span>
              <Field
                label={`${name} ${row.lot_number}`}
                hideLabel
                kind="number"
                value={typed[at] ?? ""}
                onChange={(value) => form.set({ typed: typed.map((old, one) => (one === at ? value : old)) })}
                maxLength={40}
                placeholder="0"
                after={<span className="small">{t(row.measure === "piece" ? "unit-piece" : `unit-${unit}`)}</span>}
                problem={isTried ? problemOf(at) : undefined}
                onEnter={run}
              />
              <span className="small">{t("orders-split-most", { amount: say(row.quantity, row.measure) })}</span>
            </Fragment>
          );
        })}
      </div>
      {isTried && isNothing ? (
        <p className={styles["trouble"]} role="alert">
          {words.reason("empty")}
        </p>
      ) : null}
      <Problem error={saving.error} />
      <div className={styles["acts"]}>
        <span className="sp" />
        <Btn icon={IntakeIcon} keys="F11" label={t("orders-back-go")} isDisabled={saving.isRunning} onPress={run} />
      </div>
    </section>
  );
}

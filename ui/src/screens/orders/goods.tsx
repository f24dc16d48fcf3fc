import { Fragment, useState } from "react";
import type { ListingRow, OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { DoneIcon, PlusIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { typedFen } from "../../words/digits";
import { price } from "../../words/formats";
import { useWords } from "../../words/use";
import { typedQuantity, type WeightUnit } from "../../words/weight";
import { amendOf, quantityProblem } from "./amend";
import { useProductNames } from "./names";
import styles from "./orders.module.css";

/** Lines amended, dropped and added; what is held for them follows in the same save. */
export function GoodsDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const named = useProductNames();
  const amend = useWrite("order.amend");
  const saving = useSaving([]);
  const { settings } = useSettings();
  const unit: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const listings = useRead("listing.list", { find: "", state: "on_sale", limit: 0 }).data ?? [];
  const lines = order.filled;
  const of = `${order.id} ${lines.map((line) => `${line.line} ${line.quantity}`).join(" ")}`;
  const form = useForm<{
    quantities: readonly string[];
    prices: readonly string[];
    listings: readonly string[];
    added: readonly string[];
    find: string;
  }>("order_amend", of, {
    quantities: lines.map((line) => typedQuantity(line.quantity, line.measure, unit)),
    prices: lines.map((line) => price(line.price_fen).replaceAll(",", "")),
    listings: [],
    added: [],
    find: "",
  });
  const { quantities, prices, added, find } = form.value;
  const [isTried, setTried] = useState(false);
  const chosen = form.value.listings.flatMap((id) => listings.filter((one) => one.id === id));
  const found = useRead("listing.list", { find, state: "on_sale", limit: 4 }, { isOff: find.trim() === "" }).data ?? [];
  const nameOf = (one: ListingRow) => {
    const { name, grade } = named({ product: one.product, grade: one.grade, title: "" });
    return `${name} ${grade}`.trim();
  };
  const at = (list: readonly string[], index: number, value: string) =>
    list.map((old, one) => (one === index ? value : old));
  const run = (isConfirmed: boolean) => {
    setTried(true);
    const input = amendOf(
      order.id,
      lines,
      chosen.map((one) => ({ listing: one.id, measure: one.measure })),
      { quantities, prices, added },
      unit,
      isConfirmed,
    );
    if (!input) return;
    void saving.run(async () => {
      await amend.run(input);
      form.drop();
      onClose();
    });
  };
  const unitOf = (measure: string) => (
    <span className="small">{t(measure === "piece" ? "unit-piece" : `unit-${unit}`)}</span>
  );
  const quantity = (label: string, typed: string, measure: string, change: (value: string) => void, first = false) => {
    const problem = quantityProblem(typed, measure, unit);
    return (
      <Field
        label={label}
        hideLabel
        kind="number"
        value={typed}
        onChange={change}
        maxLength={40}
        autoFocus={first}
        after={unitOf(measure)}
        problem={isTried && problem ? words.reason(problem) : undefined}
        onEnter={() => run(false)}
      />
    );
  };
  return (
    <Dialog
      title={t("orders-goods-title", { number: order.number })}
      onClose={onClose}
      form={form}
      wide
      actions={
        <>
          <Btn label={t("screen-cancel")} onPress={onClose} />
          {order.state === "Asked" ? null : (
            <Btn
              icon={DoneIcon}
              keys="F11"
              label={t("orders-goods-agreed")}
              isDisabled={saving.isRunning}
              onPress={() => run(true)}
            />
          )}
          <Btn
            look="main"
            keys="F12"
            label={t("screen-save")}
            isDisabled={saving.isRunning}
            onPress={() => run(false)}
          />
        </>
      }
    >
      <p className="small">{t("orders-goods-hint")}</p>
      <div className={styles["amended"]}>
        {lines.map((line, index) => {
          const { name, grade } = named(line);
          const priceTyped = prices[index] ?? "";
          return (
            <Fragment key={line.line}>
              <b>
                {name} <span className="small">{grade}</span>
              </b>
              {quantity(
                `${name} ${t("orders-ordered")}`,
                quantities[index] ?? "",
                line.measure,
                (value) => form.set({ quantities: at(quantities, index, value) }),
                index === 0,
              )}
              <Field
                label={`${name} ${t("orders-price")}`}
                hideLabel
                kind="number"
                value={priceTyped}
                onChange={(value) => form.set({ prices: at(prices, index, value) })}
                maxLength={12}
                after={<span className="small">¥</span>}
                problem={isTried && typedFen(priceTyped) === null ? words.reason("bad_amount") : undefined}
                onEnter={() => run(false)}
              />
            </Fragment>
          );
        })}
        {chosen.map((one, index) => (
          <Fragment key={`${one.id} ${index}`}>
            <b>{nameOf(one)}</b>
            {quantity(nameOf(one), added[index] ?? "", one.measure, (value) =>
              form.set({ added: at(added, index, value) }),
            )}
            <span className="small tn r">¥{words.price(one.price_fen)}</span>
          </Fragment>
        ))}
      </div>
      <Field
        label={t("orders-goods-add")}
        value={find}
        onChange={(value) => form.set({ find: value })}
        maxLength={60}
        onEnter={() => {
          const first = found[0];
          if (first) form.set({ listings: [...chosen.map((c) => c.id), first.id], added: [...added, ""], find: "" });
        }}
      />
      {find.trim() === "" ? null : (
        <div className={styles["acts"]}>
          {found.map((one) => (
            <Btn
              key={one.id}
              look="soft"
              icon={PlusIcon}
              label={nameOf(one)}
              onPress={() =>
                form.set({ listings: [...chosen.map((c) => c.id), one.id], added: [...added, ""], find: "" })
              }
            />
          ))}
        </div>
      )}
      <Problem error={saving.error} />
    </Dialog>
  );
}

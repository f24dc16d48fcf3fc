import { Fragment, useRef, useState } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { useScan } from "../../keys/scan";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, PackIcon, ParcelIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { PhotoPick } from "../../parts/photo";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { Written } from "../../parts/written";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { WEIGHT_UNITS, type WeightUnit } from "../../words/weight";
import { useProductNames } from "./names";
import styles from "./orders.module.css";
import { beyond, picksOf, readPick, weighedOf } from "./packing";

/** Packing by keyboard: lot after lot is picked and weighed, then F12. */
export function WeighDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const text = useQuantityText();
  const named = useProductNames();
  const pack = useWrite("order.pack");
  const saving = useSaving([]);
  const { settings } = useSettings();
  const picks = picksOf(order);
  // The lots are part of the name: what was typed of others does not come back for these.
  const of = `${order.id} ${picks.map((pick) => `${pick.key} ${pick.quantity}`).join(" ")}`;
  const form = useForm<{ unit: string; typed: readonly string[]; photo: string; thumbnail: string }>("order_pack", of, {
    unit: settings.weight_unit === "jin" ? "jin" : "kg",
    typed: picks.map(() => ""),
    photo: "",
    thumbnail: "",
  });
  const unit: WeightUnit = WEIGHT_UNITS.find((one) => one === form.value.unit) ?? "kg";
  const { typed } = form.value;
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const weighed = weighedOf(picks, typed, unit);
  const off = weighed ? beyond(order.filled, weighed) : [];
  const set = (at: number, value: string) => {
    saving.clear();
    form.set({ typed: picks.map((_, one) => (one === at ? value : (typed[one] ?? ""))) });
  };
  const run = () => {
    setTried(true);
    if (!weighed) return;
    void saving.run(async () => {
      const { photo, thumbnail } = form.value;
      await pack.run({ id: order.id, weighed, photo, thumbnail });
      form.drop();
      onClose();
    });
  };
  const inputs = () => [...(box.current?.querySelectorAll<HTMLInputElement>("input:not([type=radio])") ?? [])];
  useScan((code) => {
    const at = picks.findIndex((pick) => pick.from.lot_number.toUpperCase() === code);
    if (at < 0) {
      say({ text: t("orders-weigh-not-picked", { code }), flag: "fire" });
      return true;
    }
    inputs()[at]?.focus();
    say({ text: t("orders-weigh-picked", { code }) });
    return true;
  });
  const goOn = (at: number) => {
    const next = inputs()[at + 1];
    if (next) next.focus();
    else run();
  };
  return (
    <Dialog
      title={t("orders-weigh-title", { number: order.number })}
      onClose={onClose}
      form={form}
      wide
      actions={
        <>
          <Btn label={t("screen-cancel")} onPress={onClose} />
          <Btn
            look="main"
            icon={PackIcon}
            keys="F12"
            label={t("orders-weigh-done")}
            isDisabled={saving.isRunning}
            onPress={run}
          />
        </>
      }
    >
      <p className="small">{t("orders-weigh-hint")}</p>
      <div ref={box} className={styles["picks"]}>
        {picks.map((pick, at) => {
          const { name, grade } = named(pick.line);
          const amount = readPick(pick, typed[at] ?? "", unit);
          return (
            <Fragment key={pick.key}>
              <div className={styles["pick"]}>
                <b>
                  {name} <span className="small">{grade}</span>
                </b>
                <span className="small tn">
                  {pick.from.lot_number} · <Written text={pick.from.name || "–"} /> ·{" "}
                  {text(pick.quantity, pick.line.measure)}
                </span>
              </div>
              <Field
                label={`${name} ${pick.from.lot_number}`}
                hideLabel
                kind="number"
                value={typed[at] ?? ""}
                placeholder={text(pick.quantity, pick.line.measure)}
                onChange={(value) => set(at, value)}
                problem={isTried && "reason" in amount ? words.reason(amount.reason) : undefined}
                onEnter={() => goOn(at)}
                autoFocus={at === 0}
                maxLength={40}
                after={
                  <span className="small">
                    {t(pick.line.measure === "piece" ? "unit-piece" : (`unit-${unit}` as const))}
                  </span>
                }
              />
            </Fragment>
          );
        })}
      </div>
      {picks.some((pick) => pick.line.measure !== "piece") ? (
        <Choice<WeightUnit>
          label={t("weight-unit")}
          options={WEIGHT_UNITS.map((one) => ({ id: one, label: t(`unit-${one}`) }))}
          value={unit}
          onChange={(next) => form.set({ unit: next })}
        />
      ) : null}
      <PhotoPick
        label={t("orders-weigh-photo")}
        photo={form.value.photo}
        blank={<Icon of={ParcelIcon} size="xl" />}
        onTaken={({ photo, thumbnail }) => form.set({ photo, thumbnail })}
      />
      {off.map(({ line, difference }) => (
        <div key={line.line} className={`${styles["band"]} ${styles["inset"]}`} role="status">
          <Icon of={AlertIcon} />
          <span>
            {t("orders-weigh-beyond", {
              difference: text(Math.abs(difference), line.measure),
              tolerance: text(line.tolerance, line.measure),
            })}
          </span>
        </div>
      ))}
      <Problem error={saving.error} />
    </Dialog>
  );
}

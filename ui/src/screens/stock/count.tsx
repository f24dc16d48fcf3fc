import { Fragment, useRef, useState } from "react";
import type { LotCount, LotCounted } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CheckIcon, ScaleIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Failed, Loading, Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { Written } from "../../parts/written";
import { useForm } from "../../state/form";
import { useProducts } from "../../state/products";
import { client, useRead } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { readQuantity, WEIGHT_UNITS, type WeightUnit } from "../../words/weight";
import { Counted } from "./risk";
import { shelvesOf, typedAt, withTyped } from "./sorting";
import styles from "./stock.module.css";

const EVERY = "*";
const EVERY_LOT = { find: "", product: "", villager: "", with_empty: false, limit: 0 } as const;

type Typed = {
  unit: string;
  shelf: string;
  typed: readonly string[];
};

/** The whole house or one shelf counted in one go: what is typed is counted, what is left out is not. */
export function CountDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const text = useQuantityText();
  const products = useProducts();
  const { settings } = useSettings();
  const read = useRead("lot.list", EVERY_LOT);
  const form = useForm<Typed>("stock_count", "", {
    unit: settings.weight_unit === "jin" ? "jin" : "kg",
    shelf: EVERY,
    typed: [],
  });
  const unit: WeightUnit = WEIGHT_UNITS.find((one) => one === form.value.unit) ?? "kg";
  const saving = useSaving([]);
  const [isTried, setTried] = useState(false);
  const [found, setFound] = useState<readonly LotCounted[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const all = (read.data ?? []).filter((lot) => lot.left !== 0 || lot.held !== 0);
  const shelves = shelvesOf(all);
  const shelf = shelves.includes(form.value.shelf) ? form.value.shelf : EVERY;
  const lots = all
    .filter((lot) => shelf === EVERY || lot.shelf === shelf)
    .toSorted((a, b) => a.shelf.localeCompare(b.shelf, "zh-CN", { numeric: true }) || a.number.localeCompare(b.number));
  const typedOf = (id: string) => typedAt(form.value.typed, id);
  const amountOf = (lot: (typeof lots)[number]) => readQuantity(typedOf(lot.id), lot.measure, unit, true);
  const typed = lots.filter((lot) => typedOf(lot.id).trim() !== "");
  const run = () => {
    setTried(true);
    const rows: LotCount[] = [];
    for (const lot of typed) {
      const amount = amountOf(lot);
      if ("reason" in amount) return;
      rows.push({ id: lot.id, quantity: amount.quantity });
    }
    if (rows.length === 0) return;
    void saving.run(async () => {
      const differing = await call("stock.count", { lots: rows });
      form.drop();
      void client.invalidateQueries();
      if (differing.length > 0) setFound(differing);
      else {
        say({ text: t("stock-count-all-fit", { lots: rows.length }) });
        onClose();
      }
    });
  };
  const goOn = () => {
    const fields = [...(box.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    const next = fields[fields.indexOf(document.activeElement as HTMLInputElement) + 1];
    if (next) next.focus();
    else run();
  };
  const [first, ...others] = found ?? [];
  if (first) {
    return (
      <Dialog
        title={`${products.name(first.lot.product)} · ${t("stock-lot", { number: first.lot.number })}`}
        onClose={onClose}
        wide
      >
        <Counted key={first.lot.id} counted={first} onDone={() => (others.length > 0 ? setFound(others) : onClose())} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t("stock-count-title")}
      onClose={onClose}
      form={form}
      wide
      actions={
        <>
          <span className="sp">{t("stock-count-so-many", { typed: typed.length, lots: lots.length })}</span>
          <Btn label={t("screen-cancel")} onPress={onClose} />
          <Btn
            look="main"
            icon={CheckIcon}
            keys="F12"
            label={t("stock-act-count")}
            isDisabled={saving.isRunning || typed.length === 0}
            onPress={run}
          />
        </>
      }
    >
      <p className={styles["ask"]}>{t("stock-count-hint")}</p>
      {shelves.length > 1 ? (
        <Choice<string>
          label={t("stock-shelf")}
          look={shelves.length > 12 ? "cards" : "seg"}
          options={[
            { id: EVERY, label: t("stock-count-every") },
            ...shelves.map((one) => ({ id: one, label: one === "" ? t("stock-no-shelf") : one })),
          ]}
          value={shelf}
          onChange={(next) => form.set({ shelf: next })}
        />
      ) : null}
      {read.error ? (
        <Failed error={read.error} onAgain={read.again} />
      ) : read.isLoading ? (
        <Loading rows={4} />
      ) : (
        <div ref={box} className={styles["counts"]}>
          {lots.map((lot, at) => {
            const amount = amountOf(lot);
            const isEmpty = typedOf(lot.id).trim() === "";
            return (
              <Fragment key={lot.id}>
                <span className="tn small">{lot.shelf || "—"}</span>
                <div className={styles["names"]}>
                  <b>
                    {products.name(lot.product)} <span className="small">{products.grade(lot.product, lot.grade)}</span>
                  </b>
                  <span className="small">
                    {lot.number} · <Written text={lot.villager_name} /> · {text(lot.left, lot.measure)}
                  </span>
                </div>
                <Field
                  label={`${products.name(lot.product)} ${lot.number}`}
                  hideLabel
                  kind="number"
                  value={typedOf(lot.id)}
                  onChange={(next) => {
                    setTried(false);
                    saving.clear();
                    form.set({ typed: withTyped(form.value.typed, lot.id, next) });
                  }}
                  problem={isTried && !isEmpty && "reason" in amount ? words.reason(amount.reason) : undefined}
                  onEnter={goOn}
                  autoFocus={at === 0}
                  maxLength={40}
                  after={
                    <span className="small">
                      {t(lot.measure === "piece" ? "unit-piece" : (`unit-${unit}` as const))}
                    </span>
                  }
                />
              </Fragment>
            );
          })}
        </div>
      )}
      <Choice<WeightUnit>
        label={t("weight-unit")}
        options={WEIGHT_UNITS.map((one) => ({ id: one, label: t(`unit-${one}`) }))}
        value={unit}
        onChange={(next) => form.set({ unit: next })}
      />
      <Problem error={saving.error} />
    </Dialog>
  );
}

/** The key to it, on the stock screen. */
export function CountButton({ onPress }: { onPress: () => void }) {
  const { t } = useWords();
  return <Btn look="quiet" icon={ScaleIcon} keys="F6" label={t("stock-count-title")} onPress={onPress} />;
}

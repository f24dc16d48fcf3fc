import { useRef, useState } from "react";
import type { LotRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, CheckIcon } from "../../parts/icons";
import { KeptLine } from "../../parts/kept";
import { useQuantityText } from "../../parts/number";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useForm } from "../../state/form";
import { useProducts } from "../../state/products";
import { client } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { readQuantity, typedQuantity, WEIGHT_UNITS, type WeightUnit } from "../../words/weight";
import { readPart, sorted, typedAt, withTyped } from "./sorting";
import styles from "./stock.module.css";

type Typed = {
  unit: string;
  product: string;
  taken: string;
  shelf: string;
  typed: readonly string[];
};

/** A lot sorted into grades, or made into another product: what comes out, and what is lost by it. */
export function SortForm({ lot, onDone }: { lot: LotRow; onDone: () => void }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const text = useQuantityText();
  const products = useProducts();
  const { settings } = useSettings();
  const usual: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const form = useForm<Typed>("lot_sort", lot.id, {
    unit: usual,
    product: lot.product,
    taken: typedQuantity(lot.here, lot.measure, usual),
    shelf: "",
    typed: [],
  });
  const unit = WEIGHT_UNITS.find((one) => one === form.value.unit) ?? usual;
  const saving = useSaving(["quantity"]);
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const becomes = [lot.product, ...(products.of(lot.product)?.becomes ?? [])];
  const product = becomes.find((one) => one === form.value.product) ?? lot.product;
  const isSame = product === lot.product;
  const grades = (products.of(product)?.grades ?? []).filter((grade) => !isSame || grade.key !== lot.grade);
  const taken = readQuantity(form.value.taken, lot.measure, unit);
  const sum = sorted(
    taken,
    form.value.typed,
    grades.map((grade) => grade.key),
    lot.measure,
    unit,
  );
  const isTooMuch = sum !== null && sum.lost < 0;
  const problemOf = (amount: ReturnType<typeof readPart>) =>
    isTried && "reason" in amount ? words.reason(amount.reason) : undefined;
  const set = (next: Partial<Typed>) => {
    setTried(false);
    saving.clear();
    form.set(next);
  };
  const save = () => {
    setTried(true);
    if (!sum || isTooMuch || sum.parts.length === 0 || "reason" in taken) return;
    const { parts, lost } = sum;
    void saving.run(async () => {
      const shelf = form.value.shelf;
      const input = { id: lot.id, quantity: taken.quantity, product, lost, reason: "" };
      const made = await call("lot.regrade", { ...input, parts: parts.map((part) => ({ ...part, shelf })) });
      form.drop();
      void client.invalidateQueries();
      say({ text: t("stock-done-sort", { number: lot.number, lots: made.made.map((one) => one.number).join(", ") }) });
      onDone();
    });
  };
  const goOn = (from: HTMLElement) => {
    const fields = [...(box.current?.querySelectorAll<HTMLInputElement>("input:not([type=radio])") ?? [])];
    const next = fields[fields.indexOf(from as HTMLInputElement) + 1];
    if (next) next.focus();
    else save();
  };
  const onEnter = () => {
    if (document.activeElement instanceof HTMLElement) goOn(document.activeElement);
  };
  const after = <span className="small">{t(lot.measure === "piece" ? "unit-piece" : (`unit-${unit}` as const))}</span>;
  return (
    <div ref={box} className={styles["sorting"]}>
      <KeptLine form={form} />
      <p className={styles["ask"]}>{t("stock-ask-sort", { here: text(lot.here, lot.measure) })}</p>
      {becomes.length > 1 ? (
        <Choice<string>
          label={t("stock-sort-into")}
          look="cards"
          options={becomes.map((one) => ({ id: one, label: products.name(one) }))}
          value={product}
          onChange={(next) => set({ product: next, typed: [] })}
        />
      ) : null}
      <div className={styles["pair"]}>
        <Field
          label={t("stock-sort-taken")}
          kind="number"
          value={form.value.taken}
          onChange={(next) => set({ taken: next })}
          problem={problemOf(taken) ?? saving.problem("quantity")}
          onEnter={onEnter}
          after={after}
          autoFocus
        />
        {lot.measure === "piece" ? null : (
          <Choice<WeightUnit>
            label={t("weight-unit")}
            options={WEIGHT_UNITS.map((one) => ({ id: one, label: t(`unit-${one}`) }))}
            value={unit}
            onChange={(next) => set({ unit: next })}
          />
        )}
      </div>
      <div className={styles["grades"]}>
        {grades.map((grade) => (
          <Field
            key={grade.key}
            label={words.name(grade.names)}
            kind="number"
            value={typedAt(form.value.typed, grade.key)}
            onChange={(next) => set({ typed: withTyped(form.value.typed, grade.key, next) })}
            problem={problemOf(readPart(typedAt(form.value.typed, grade.key), lot.measure, unit))}
            onEnter={onEnter}
            after={after}
            maxLength={40}
          />
        ))}
        <Field
          label={t("stock-sort-shelf")}
          value={form.value.shelf}
          placeholder={lot.shelf}
          onChange={(next) => set({ shelf: next })}
          onEnter={onEnter}
          maxLength={60}
        />
      </div>
      {sum ? (
        <div
          className={`${styles["found"]} ${isTooMuch ? styles["short"] : sum.lost > 0 ? styles["less"] : ""}`}
          role="status"
        >
          {isTooMuch ? <Icon of={AlertIcon} /> : null}
          <span>
            {isTooMuch
              ? t("stock-sort-too-much", { over: text(-sum.lost, lot.measure) })
              : t(isSame ? "stock-sort-sum" : "stock-sort-yield", {
                  out: text(sum.out, lot.measure),
                  lost: text(sum.lost, lot.measure),
                })}
          </span>
        </div>
      ) : null}
      {isTried && sum?.parts.length === 0 ? <p className="c-fire">{t("stock-sort-nothing")}</p> : null}
      <Problem error={saving.error} />
      <div className={styles["acts"]}>
        <span className="sp" />
        <Btn
          look="main"
          big
          label={t("stock-act-sort")}
          icon={CheckIcon}
          keys="F12"
          isDisabled={saving.isRunning}
          onPress={save}
        />
      </div>
    </div>
  );
}

import { Button } from "react-aria-components";
import type { LotRow, ProductRow } from "../../../bindings/commands";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { CheckIcon, DoneIcon, DropIcon, PrintIcon, UndoIcon } from "../../parts/icons";
import { Quantity, useQuantityText } from "../../parts/number";
import { useWords } from "../../words/use";
import { inUnit, WEIGHT_UNITS, type WeightUnit } from "../../words/weight";
import { amountOf, type Content } from "./content";
import styles from "./intake.module.css";

/** What will be taken in, and the one main action. */
export function Foot(props: {
  content: Content;
  product: ProductRow | undefined;
  unit: WeightUnit;
  isSaving: boolean;
  canClear: boolean;
  onClear: () => void;
  onSave: () => void;
}) {
  const { t } = useWords();
  const { product, unit } = props;
  const measure = product?.measure ?? "weight";
  const amount = amountOf(props.content, product, unit);
  const quantity = "quantity" in amount ? amount.quantity : 0;
  const shown = measure === "piece" || quantity === 0 ? [] : WEIGHT_UNITS.filter((one) => one !== "kg");
  return (
    <section className={`card ${styles["foot"]}`} aria-label={t("intake-sum")}>
      <div className={styles["sum"]} aria-live="polite">
        <Quantity value={quantity} measure={measure} size="l" />
        <span className={styles["also"]}>
          {shown.map((one) => (
            <span key={one}>
              <b className="tn">{inUnit(quantity, one)}</b> {t(`unit-${one}`)}
            </span>
          ))}
        </span>
      </div>
      <span className="sp" />
      <Btn
        big
        look="quiet"
        icon={DropIcon}
        label={t("intake-clear")}
        keys="Alt+C"
        className={styles["clear"] ?? ""}
        isDisabled={!props.canClear}
        onPress={props.onClear}
      />
      <Btn
        look="main"
        big
        icon={CheckIcon}
        label={t("intake-save")}
        keys="F12"
        isDisabled={props.isSaving}
        onPress={props.onSave}
      />
    </section>
  );
}

/** What was just taken in: its number and weight, Undo and the receipt. */
export function SavedBar(props: { lot: LotRow; onUndo: () => void; onPrint: () => void }) {
  const { t } = useWords();
  const say = useQuantityText();
  const { lot } = props;
  useKey("Ctrl+Z", t("screen-undo"), props.onUndo);
  useKey("Ctrl+P", t("intake-print"), props.onPrint);
  return (
    <div className={styles["saved"]} role="status">
      <span className={styles["what"]}>
        <Icon of={DoneIcon} />
        <b>{t("intake-saved", { number: lot.number, quantity: say(lot.taken_in, lot.measure) })}</b>
      </span>
      <span className={styles["acts"]}>
        <Button className={styles["act"] ?? ""} onPress={props.onPrint} data-key="Ctrl+P">
          <Icon of={PrintIcon} />
          <span className="lbl">{t("intake-print")}</span>
        </Button>
        <Button className={styles["act"] ?? ""} onPress={props.onUndo} data-key="Ctrl+Z">
          <Icon of={UndoIcon} />
          <span className="lbl">{t("screen-undo")}</span>
        </Button>
      </span>
    </div>
  );
}

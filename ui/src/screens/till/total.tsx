import { Btn } from "../../parts/button";
import { CheckIcon, WaitsIcon } from "../../parts/icons";
import { Money } from "../../parts/number";
import { useWords } from "../../words/use";
import styles from "./total.module.css";

/** What is to be paid, in the biggest digits of the screen; Keep and Place order. */
export function Total(props: {
  totalFen: number;
  isEmpty: boolean;
  isPlacing: boolean;
  onKeep: () => void;
  onPlace: () => void;
}) {
  const { t } = useWords();
  return (
    <section className={`card ${styles["total"]}`} aria-label={t("till-total")}>
      <div className={styles["sum"]} aria-live="polite">
        <span className={styles["word"]}>{t("till-total")}</span>
        <Money fen={props.totalFen} size="l" />
      </div>
      <span className="sp" />
      <Btn
        big
        className={styles["keep"] ?? ""}
        icon={WaitsIcon}
        label={t("till-keep")}
        keys="F8"
        isDisabled={props.isEmpty}
        onPress={props.onKeep}
      />
      <Btn
        look="main"
        big
        className={styles["place"] ?? ""}
        icon={CheckIcon}
        label={t("till-place")}
        keys="F12"
        isDisabled={props.isPlacing}
        onPress={props.onPlace}
      />
    </section>
  );
}

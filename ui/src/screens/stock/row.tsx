import type { LotRow as Lot } from "../../../bindings/commands";
import { HoursIcon } from "../../parts/icons";
import { LifeBar } from "../../parts/life";
import { Quantity } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { State } from "../../parts/state";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useWords } from "../../words/use";
import { barOf, lifeOf, nearTime, toShipMs } from "./life";
import styles from "./stock.module.css";

const HOUR_MS = 3_600_000;

/** A number of the sum that ends in what may be sold; plain nought where there is nothing. */
export function Part({ value, measure }: { value: number; measure: string }) {
  const words = useWords();
  const text = measure === "piece" ? words.grouped(value) : value === 0 ? "0" : words.kilograms(value, 2);
  return <span className={`num ${styles["part"]}`}>{text}</span>;
}

/** A lot's life: gathered, how long the road is, by when it has to leave. */
export function LifeOf({ lot, nowMs }: { lot: Lot; nowMs: number }) {
  const words = useWords();
  const { t } = words;
  const life = lifeOf(lot);
  const bar = barOf(lot);
  const gathered = t("stock-gathered", { time: nearTime(words, lot.harvested_ms, nowMs) });
  if (!bar) {
    return (
      <div className={styles["life"]}>
        <span className={styles["ends"]}>{gathered}</span>
        <b className={styles["by"]}>{t("stock-keeps-long")}</b>
      </div>
    );
  }
  const by =
    lot.life === "too_late"
      ? t("stock-too-late-to-ship")
      : t("stock-ship-by", { time: nearTime(words, bar.shipByMs, nowMs) });
  return (
    <div className={styles["life"]}>
      <span className={styles["ends"]}>
        <span className="ell">{gathered}</span>
        <span>{t("stock-road-span", { span: words.span(lot.road_hours * HOUR_MS) })}</span>
      </span>
      <LifeBar {...bar} nowMs={nowMs} isUrgent={life.isUrgent} label={`${gathered}. ${by}`} />
      <b className={styles["by"]}>{lot.left <= 0 ? t("stock-sold-out") : by}</b>
    </div>
  );
}

/** How long until it has to leave, in big digits, and what may be done with it. */
export function ToShip({ lot, nowMs }: { lot: Lot; nowMs: number }) {
  const words = useWords();
  const life = lifeOf(lot);
  const ms = toShipMs(lot, nowMs);
  // What has no time left has none of the hours, not of the minutes.
  const left = ms === null ? null : { ...words.spanParts(ms || HOUR_MS), ...(ms === 0 ? { count: "0" } : {}) };
  return (
    <div className={styles["hours"]}>
      {left === null ? null : (
        <span className="num">
          {left.count}
          <span className="unit">{left.unit}</span>
        </span>
      )}
      <State bare flag={life.flag} label={words.t(life.word)} {...(life.isUrgent ? { icon: HoursIcon } : {})} />
    </div>
  );
}

/** What a hand may press in a row. The keyboard has Enter for it, and the keys of what opens. */
function Tap({ className, onTap, children }: { className: string; onTap: () => void; children: string }) {
  return (
    <span
      className={className}
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onTap();
      }}
    >
      {children}
    </span>
  );
}

/** One lot in the list. */
export function LotLine(props: {
  lot: Lot;
  isOn: boolean;
  nowMs: number;
  /** Whose it is, where the list is of one product. */
  withVillager: boolean;
  onOpen: () => void;
  /** To the price of what must go; absent for whom prices are none of their work. */
  onLower?: (() => void) | undefined;
}) {
  const { t } = useWords();
  const products = useProducts();
  const { lot } = props;
  const life = lifeOf(lot);
  const grade = lot.grade === "" ? "" : products.grade(lot.product, lot.grade);
  const classes = [
    styles["lot"],
    props.isOn ? styles["on"] : "",
    life.isUrgent ? styles["fire"] : "",
    life.isOver ? styles["over"] : "",
  ];
  return (
    <div className={classes.filter(Boolean).join(" ")}>
      <Picture photo={lot.thumbnail || undefined} file={products.picture(lot.product)} width={84} height={72} />
      <div className={styles["what"]}>
        {props.withVillager ? (
          <Written text={lot.villager_name} className={styles["name"]} />
        ) : (
          <Written text={products.name(lot.product)} className={styles["name"]} />
        )}
        {grade === "" ? null : <Written text={grade} className="small ell" />}
        <span className="meta ell">{t("stock-lot", { number: lot.number })}</span>
      </div>
      <LifeOf lot={lot} nowMs={props.nowMs} />
      <ToShip lot={lot} nowMs={props.nowMs} />
      <div className={styles["parts"]}>
        <Part value={lot.left} measure={lot.measure} />
        <Part value={lot.held} measure={lot.measure} />
        <Part value={lot.at_hub} measure={lot.measure} />
      </div>
      <span className={styles["may"]}>
        <Quantity value={lot.here} measure={lot.measure} least={lot.here === 0 ? 0 : 2} />
      </span>
      {life.isUrgent && props.onLower ? (
        <Tap className={`btn soft ${styles["details"]}`} onTap={props.onLower}>
          {t("stock-lower-price")}
        </Tap>
      ) : (
        <Tap className={`btn ${styles["details"]}`} onTap={props.onOpen}>
          {t("stock-details")}
        </Tap>
      )}
    </div>
  );
}

import { memo } from "react";
import type { OrderLight } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { HubIcon, WaitsIcon } from "../../parts/icons";
import { Picture } from "../../parts/picture";
import { State } from "../../parts/state";
import { useWords } from "../../words/use";
import styles from "./list.module.css";
import { flagOf, iconOf } from "./steps";

/** A row's height in pixels; Tibetan lines stand taller. */
export const rowHeight = (language: string) => (language === "bo" ? 82 : 70);

/** What people call an order by in a list: `KDM-00014` is 014; a number of another make stays whole. */
export function shortNumber(number: string): string {
  const tail = /^[A-Z]{3}-0*(\d+)$/u.exec(number)?.[1];
  return tail === undefined ? number : tail.padStart(3, "0");
}

/** Where an order's record is: waiting here, or at the hub. */
export function RecordPlace({ order, isShort }: { order: { at_hub: boolean; waiting: number }; isShort: boolean }) {
  const { t } = useWords();
  const word = order.at_hub ? t("orders-at-hub") : t("orders-waits", { count: order.waiting });
  return (
    <span className={`${styles["place"]} ${order.at_hub ? "c-sky" : "c-earth"}`} title={word}>
      <Icon of={order.at_hub ? HubIcon : WaitsIcon} size="s" />
      <span className={isShort ? styles["hidden"] : "lbl"}>{word}</span>
    </span>
  );
}

/** One order of the list: pictures, buyer, place, state, sum, number, time, where its record is. */
export const OrderRow = memo(function OrderRow({
  order,
  pictures,
  isChosen,
  nowMs,
}: {
  order: OrderLight;
  /** The drawings' files by the products' keys. */
  pictures: ReadonlyMap<string, string>;
  isChosen: boolean;
  /** Some time of today. */
  nowMs: number;
}) {
  const words = useWords();
  const state = words.word("state", order.state);
  const doubt = order.doubt === "" ? state : words.word("orders-doubt-short", order.doubt);
  const buyer = order.buyer === "" ? words.t("orders-no-buyer") : order.buyer;
  return (
    <div className={`${styles["row"]} ${isChosen ? styles["on"] : ""}`}>
      <span className={styles["pics"]}>
        {order.products.slice(0, 3).map((product, at) => (
          <Picture key={at} file={pictures.get(product)} width={44} height={40} />
        ))}
        {order.products.length === 0 ? <Picture width={44} height={40} /> : null}
      </span>
      <span className={`col sp ${styles["mid"]}`}>
        <span className={styles["line"]}>
          <span className={styles["who"]} title={`${buyer} ${order.region}`}>
            <b className={order.buyer === "" ? "c-cloud" : ""}>{buyer}</b>
            <span className="small" lang="zh-CN">
              {order.region}
            </span>
          </span>
          <RecordPlace order={order} isShort />
          <span className="num n-s">{words.money(order.total_fen)}</span>
        </span>
        <span className={styles["line"]}>
          <span className={styles["state"]} title={doubt}>
            <State bare flag={flagOf(order.state)} icon={iconOf(order.state)} label={doubt} />
          </span>
          <span className={`meta tn ${styles["number"]}`} title={order.number}>
            <span className="ell">{shortNumber(order.number)}</span>
            <span>· {words.when(order.created_ms, nowMs)}</span>
          </span>
        </span>
      </span>
    </div>
  );
});

/** The shape of an order that is not read yet. */
export function RowBones() {
  return (
    <div className={`${styles["row"]} ${styles["bones"]}`} aria-hidden="true">
      <i />
      <span className="col sp">
        <i />
        <i />
      </span>
      <i />
    </div>
  );
}

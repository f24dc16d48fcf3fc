import type { OrderShown } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { PersonIcon, PlaceIcon } from "../../parts/icons";
import { Money } from "../../parts/number";
import { PhoneShown } from "../../parts/phone-shown";
import { State } from "../../parts/state";
import { useActor } from "../../words/actor";
import { useWords } from "../../words/use";
import { moneyFlag } from "./money";
import styles from "./orders.module.css";
import { RecordPlace } from "./row";
import { flagOf, iconOf } from "./steps";

function BuyerLine({ order }: { order: OrderShown }) {
  const { t } = useWords();
  const { buyer } = order;
  const address = [buyer.province, buyer.city, buyer.county, buyer.town, buyer.address].filter(Boolean).join(" ");
  if (order.is_erased) {
    return (
      <span className={`small ${styles["buyer"]}`}>
        <span className={styles["fact"]}>
          <Icon of={PersonIcon} size="s" />
          <b className="c-cloud">{t("orders-erased")}</b>
        </span>
      </span>
    );
  }
  return (
    <span className={`small ${styles["buyer"]}`}>
      <span className={styles["fact"]} title={buyer.name}>
        <Icon of={PersonIcon} size="s" />
        <b className={buyer.name === "" ? "c-cloud" : styles["name"]}>{buyer.name || t("orders-no-buyer")}</b>
      </span>
      <PhoneShown id={order.id} phone={buyer.phone} keys="R" />
      {address === "" ? null : (
        <span className={`${styles["fact"]} ${styles["address"]}`} title={address} lang="zh-CN">
          <Icon of={PlaceIcon} size="s" />
          <span>{address}</span>
        </span>
      )}
    </span>
  );
}

/** Number, state, where from, who it goes to; the sum; where its record is. */
export function OrderHead({ order }: { order: OrderShown }) {
  const words = useWords();
  const actor = useActor();
  const source = order.source === null ? "" : words.word("orders-source", order.source);
  const takenBy = order.taken_by === "" ? "" : actor(order.taken_by);
  return (
    <header className={styles["head"]}>
      <div className={styles["title"]} aria-live="polite">
        <h2 className={`tn ${styles["number"]}`} title={order.number}>
          {order.number === "" ? words.t("orders-no-number") : words.t("orders-number", { number: order.number })}
        </h2>
        <State flag={flagOf(order.state)} icon={iconOf(order.state)} label={words.word("state", order.state)} />
        <span className="small">{[source, takenBy].filter(Boolean).join(" · ")}</span>
      </div>
      <div className={styles["sum"]}>
        <Money fen={order.total_fen} size="l" className={styles["total"] ?? ""} />
        <span className={styles["sumline"]}>
          <State bare flag={moneyFlag(order.payment)} label={words.word("payment", order.payment)} />
          <RecordPlace order={order} isShort={false} />
        </span>
      </div>
      <BuyerLine order={order} />
    </header>
  );
}

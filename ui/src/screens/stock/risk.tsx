import { Link } from "@tanstack/react-router";
import type { LotCounted } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { AlertIcon, CheckIcon, DoneIcon, GoIcon } from "../../parts/icons";
import { Quantity } from "../../parts/number";
import { State } from "../../parts/state";
import { Written } from "../../parts/written";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./stock.module.css";

/** What a count found, and the orders for which it is short. */
export function Counted({ counted, onDone }: { counted: LotCounted; onDone: () => void }) {
  const { t } = useWords();
  const { lot, difference, at_risk } = counted;
  const isShort = at_risk.length > 0;
  return (
    <>
      <div
        className={`${styles["found"]} ${isShort ? styles["short"] : difference < 0 ? styles["less"] : ""}`}
        role="status"
      >
        <Icon of={isShort || difference < 0 ? AlertIcon : DoneIcon} size="l" />
        <span className="col">
          <b>
            {difference === 0 ? t("stock-count-fits") : t(difference < 0 ? "stock-count-less" : "stock-count-more")}
          </b>
          {difference === 0 ? null : <Quantity value={difference} measure={lot.measure} size="m" />}
        </span>
      </div>
      {isShort ? (
        <>
          <p className={styles["ask"]}>{t("stock-at-risk")}</p>
          <ul className={styles["risks"]}>
            {at_risk.map((id) => (
              <AtRisk key={id} id={id} />
            ))}
          </ul>
        </>
      ) : null}
      <div className={styles["acts"]}>
        <span className="sp" />
        <Btn look="main" label={t("screen-done")} icon={CheckIcon} keys="F12" autoFocus onPress={onDone} />
      </div>
    </>
  );
}

function AtRisk({ id }: { id: string }) {
  const words = useWords();
  const order = useRead("order.show", { id }).data;
  return (
    <li>
      <Link to="/orders" search={{ id }} className={styles["risk"] ?? ""}>
        <b className="tn">{order?.number ?? "…"}</b>
        <Written text={order?.buyer.name ?? ""} className="sp ell" />
        {order ? <State flag="fire" label={words.word("state", order.state)} /> : null}
        <Icon of={GoIcon} />
      </Link>
    </li>
  );
}

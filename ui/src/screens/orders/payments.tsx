import type { OrderShown, PaymentRow } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { MoneyIcon } from "../../parts/icons";
import { State } from "../../parts/state";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { payActs, restFen } from "./acts";
import { moneyFlag } from "./money";
import styles from "./orders.module.css";
import { PayDialog } from "./paying";

/** One payment among the lines, with what the rules let be done to it. */
export function PayRow({
  order,
  payment,
  isOff,
  nowMs,
}: {
  order: OrderShown;
  payment: PaymentRow;
  isOff: boolean;
  nowMs: number;
}) {
  const words = useWords();
  const say = useSay();
  const { may } = useSession();
  const pay = useWrite("order.pay");
  const [isRefund, setRefund] = useStays(`refund ${payment.id}`, false);
  const mark = async (state: "cleared" | "void") => {
    try {
      await pay.run({ id: order.id, payment: payment.id, state, way: "" });
    } catch (thrown) {
      say({ text: words.error(errorOf(thrown)), flag: "fire" });
    }
  };
  const acts = may("order.pay") && !order.is_record ? payActs(payment.state) : [];
  const isBusy = isOff || pay.isRunning;
  return (
    <tr className={`${styles["minorrow"]} ${payment.state === "void" ? styles["void"] : ""}`}>
      <td>
        <span className={styles["freight"]}>
          <Icon of={MoneyIcon} />
        </span>
      </td>
      <td colSpan={3}>
        <span className={styles["payment"]}>
          <span className="small">{words.word("way", payment.way)}</span>
          <State bare flag={moneyFlag(payment.state)} label={words.word("payment", payment.state)} />
          <span className="meta tn">{words.when(payment.at_ms, nowMs)}</span>
          {payment.refunded_fen > 0 ? (
            <span className="meta tn">{words.t("orders-refunded", { amount: words.money(payment.refunded_fen) })}</span>
          ) : null}
          <span className="sp" />
          {acts.map((act) => (
            <Btn
              key={act}
              look="quiet"
              className={styles["small"] ?? ""}
              label={words.t(`orders-pay-${act}`)}
              isDisabled={isBusy}
              onPress={() => (act === "refund" ? setRefund(true) : void mark(act))}
            />
          ))}
        </span>
        {isRefund ? (
          <PayDialog
            order={order}
            kind="refund"
            payment={payment}
            amountFen={restFen(payment)}
            onClose={() => setRefund(false)}
          />
        ) : null}
      </td>
      <td className="r">
        <span className={`num ${styles["minor"]}`}>{words.money(payment.amount_fen)}</span>
      </td>
    </tr>
  );
}

import { Fragment } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import {
  AlertIcon,
  DecideIcon,
  EditIcon,
  OrdersIcon,
  ParcelIcon,
  PlusIcon,
  RoadIcon,
  ScaleIcon,
} from "../../parts/icons";
import { Quantity, useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { isQuestion, openFen } from "./acts";
import { AfterDialog } from "./after";
import { ChangeDialog } from "./change";
import { AskDialog } from "./decide";
import { GoodsDialog } from "./goods";
import { useProductNames } from "./names";
import styles from "./orders.module.css";
import { PayDialog } from "./paying";
import { PayRow } from "./payments";
import { Parts, SplitDialog } from "./split";
import { WeighDialog } from "./weigh";

type Line = OrderShown["filled"][number];

function LineFrom({ line }: { line: Line }) {
  const words = useWords();
  const isBo = words.language === "bo";
  return (
    <div className={`meta tn ${styles["from"]}`}>
      {line.from.map((from, at) => {
        const name = isBo && from.name_bo !== "" ? from.name_bo : from.name;
        const much = line.measure === "piece" ? words.grouped(from.quantity) : words.kilograms(from.quantity, 3);
        return (
          <Fragment key={`${from.lot} ${from.kind}`}>
            {at > 0 ? " · " : null}
            <span title={from.lot_number} lang={isBo && from.name_bo !== "" ? "bo" : "zh-CN"}>
              {name || from.lot_number}
            </span>{" "}
            {much}
          </Fragment>
        );
      })}
      {line.from.length > 0 && line.filling !== "earliest_expiry" ? (
        <span title={words.t("orders-rule")}> ({words.word("orders-rule", line.filling)})</span>
      ) : null}
    </div>
  );
}

function LineRow({ line }: { line: Line }) {
  const words = useWords();
  const text = useQuantityText();
  const { name, grade } = useProductNames()(line);
  const thumbnail = line.from.find((from) => from.thumbnail !== "")?.thumbnail;
  return (
    <tr>
      <td className={styles["picture"]}>
        <Picture photo={thumbnail} file={line.picture} width={58} height={50} />
      </td>
      <td>
        <b className={styles["name"]} title={line.title && line.title !== name ? line.title : name}>
          {name}
        </b>{" "}
        <span className="small">{grade}</span>
        <LineFrom line={line} />
      </td>
      <td className="r">
        <Quantity value={line.quantity} measure={line.measure} least={line.measure === "piece" ? 0 : 3} />
        {line.packed === undefined || line.packed === line.quantity ? null : (
          <div className={`tn ${styles["packed"]}`}>
            {words.t("orders-packed", { amount: text(line.packed, line.measure) })}
          </div>
        )}
      </td>
      <td className="r tn small">
        {line.asked_fen === undefined ? null : (
          <s title={words.t("orders-asked-price", { price: words.price(line.asked_fen) })}>
            {words.price(line.asked_fen)}
          </s>
        )}{" "}
        {words.price(line.price_fen)}
      </td>
      <td className="r">
        <span className="num n-s">{words.money(line.amount_fen)}</span>
      </td>
    </tr>
  );
}

/** What is done with the goods before they leave, each by its key. */
const WORK = [
  { ask: "pack", command: "order.pack", keys: "W", label: "orders-weigh", icon: ScaleIcon },
  { ask: "amend", command: "order.amend", keys: "G", label: "orders-goods-change", icon: OrdersIcon },
  { ask: "split", command: "order.split", keys: "S", label: "orders-split", icon: ParcelIcon },
  { ask: "doubt", command: "order.doubt", keys: "Q", label: "orders-ask", icon: DecideIcon },
] as const;

/** What was ordered and from whom, freight, payments, the note. */
export function OrderBody({ order, isOff, nowMs }: { order: OrderShown; isOff: boolean; nowMs: number }) {
  const words = useWords();
  const { t } = words;
  const { may } = useSession();
  const [asks, setAsks] = useStays<"pay" | "change" | "pack" | "amend" | "split" | "doubt" | "after" | null>(
    `order-body ${order.id}`,
    null,
  );
  const close = () => setAsks(null);
  return (
    <div className={styles["body"]} tabIndex={-1}>
      <table className={styles["lines"]}>
        <thead>
          <tr>
            <th colSpan={2}>{t("orders-goods")}</th>
            <th className="r">{t("orders-ordered")}</th>
            <th className="r">{t("orders-price")}</th>
            <th className="r">{t("orders-amount")}</th>
          </tr>
        </thead>
        <tbody>
          {order.filled.map((line) => (
            <LineRow key={line.line} line={line} />
          ))}
          <tr className={styles["minorrow"]}>
            <td>
              <span className={styles["freight"]}>
                <Icon of={RoadIcon} />
              </span>
            </td>
            <td colSpan={3} className="small">
              {t("orders-freight")}
            </td>
            <td className="r">
              <span className={`num ${styles["minor"]}`}>{words.money(order.shipping_fen)}</span>
            </td>
          </tr>
          {order.payments.map((payment) => (
            <PayRow key={payment.id} order={order} payment={payment} isOff={isOff} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
      <div className={styles["more"]}>
        {may("order.pay") && !order.is_record ? (
          <Btn
            look="soft"
            className={styles["small"] ?? ""}
            icon={PlusIcon}
            keys="F4"
            label={t("orders-pay-note")}
            isDisabled={isOff}
            onPress={() => setAsks("pay")}
          />
        ) : null}
        {may("order.change") ? (
          <Btn
            look="soft"
            className={styles["small"] ?? ""}
            icon={EditIcon}
            keys="F7"
            label={t(order.note === "" ? "orders-note-add" : "orders-note-change")}
            isDisabled={isOff}
            onPress={() => setAsks("change")}
          />
        ) : null}
        {WORK.map(({ ask, command, keys, label, icon }) =>
          may(command) && order.next.includes(ask) && !isQuestion(order) ? (
            <Btn
              key={ask}
              look="soft"
              className={styles["small"] ?? ""}
              icon={icon}
              keys={keys}
              label={t(label)}
              isDisabled={isOff}
              onPress={() => setAsks(ask)}
            />
          ) : null,
        )}
        {may("order.after_sale") && (order.complaint.next.length > 0 || order.complaint.state !== "") ? (
          <Btn
            look="soft"
            className={styles["small"] ?? ""}
            icon={AlertIcon}
            keys="A"
            label={t("orders-after")}
            isDisabled={isOff}
            onPress={() => setAsks("after")}
          />
        ) : null}
        <Parts order={order} />
        {order.note === "" ? null : <p className={styles["note"]}>{order.note}</p>}
      </div>
      {asks === "pay" ? <PayDialog order={order} kind="note" amountFen={openFen(order)} onClose={close} /> : null}
      {asks === "pack" ? <WeighDialog order={order} onClose={close} /> : null}
      {asks === "amend" ? <GoodsDialog order={order} onClose={close} /> : null}
      {asks === "split" ? <SplitDialog order={order} onClose={close} /> : null}
      {asks === "doubt" ? <AskDialog order={order} onClose={close} /> : null}
      {asks === "after" ? <AfterDialog order={order} onClose={close} /> : null}
      {asks === "change" ? <ChangeDialog order={order} onClose={close} /> : null}
    </div>
  );
}

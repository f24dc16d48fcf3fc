import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import type { AppError } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { RoadIcon, SavedIcon, ScaleIcon, StockIcon } from "../../parts/icons";
import { State } from "../../parts/state";
import { Problem } from "../../parts/states";
import type { Kept } from "../../state/draft";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { BuyerCard, type Part } from "./buyer";
import type { Shown } from "./chosen";
import { Extras, type ExtrasHandle, PayRow } from "./extras";
import { Stale } from "./fresh";
import { keeper } from "./keeper";
import { Lines } from "./lines";
import type { Content, Line } from "./order";
import styles from "./till.module.css";
import type { Goods } from "./use-till";

/** The day is full: the order is taken all the same, and leaves when its turn comes. */
function FullDay() {
  const { t } = useWords();
  const status = useRead("station.status", {}).data;
  if (!status || status.packing_capacity === 0 || status.packing_waiting < status.packing_capacity) return null;
  return (
    <p className={styles["full"]} role="status">
      <Icon of={RoadIcon} />
      {t("till-leaves-later", { waiting: status.packing_waiting, day: status.leaves_on })}
    </p>
  );
}

/** The order in the middle: its lines, freight, note, buyer and payment. */
export function OrderCard(props: {
  order: Kept<Content>;
  goods: Goods;
  shownOf: (line: Line) => Shown | null;
  missing: ReadonlyMap<number, { available: number }>;
  isCold: boolean;
  isReading: boolean;
  error: AppError | null;
  onEdit: (line: Line) => void;
  onRemove: (line: Line) => void;
  onRule: (line: Line) => void;
  onLeave: () => void;
  onBuyer: () => void;
  onPart: (part: Part) => void;
  onNobody: () => void;
  onPay: () => void;
}) {
  const { t, reason } = useWords();
  const { order, error } = props;
  const extras = useRef<ExtrasHandle>(null);
  const { content } = order;
  const isFreight = error?.code === "bad_input" && error.field === "shipping";
  return (
    <section className={`card ${styles["order"]}`} aria-label={t("till-lines")}>
      <div className={styles["head"]}>
        <h2>{t("till-lines")}</h2>
        <span className={styles["count"]}>{content.lines.length}</span>
        <span className="sp" />
        {order.state === "nothing" ? null : order.state === "failed" ? (
          <State bare flag="fire" label={t("till-not-kept")} />
        ) : (
          <State bare flag="water" icon={SavedIcon} label={t("till-kept-as-typed")} />
        )}
      </div>
      <FullDay />
      <Stale content={content} goods={props.goods} />
      <div className={styles["lines"]}>
        {content.lines.length === 0 ? (
          <div className={styles["hint"]}>
            <Icon of={ScaleIcon} size="xl" />
            {t("till-no-lines")}
          </div>
        ) : (
          <Lines
            lines={content.lines}
            shownOf={props.shownOf}
            missing={props.missing}
            editing={content.pad.editing}
            nowMs={props.goods.nowMs}
            onEdit={props.onEdit}
            onRemove={props.onRemove}
            onRule={props.onRule}
            onLeave={props.onLeave}
          />
        )}
        <Extras
          ref={extras}
          content={content}
          isCold={props.isCold}
          problem={isFreight ? reason(error.reason) : undefined}
          onChange={(some) => keeper.change((one) => ({ ...one, ...some }))}
          onLeave={props.onLeave}
        />
      </div>
      {error && !isFreight ? (
        <div className={styles["trouble"]}>
          <Trouble error={error} />
        </div>
      ) : null}
      <div className={styles["rule"]} />
      <BuyerCard
        buyer={content.buyer}
        isReading={props.isReading}
        onPaste={props.onBuyer}
        onEdit={props.onPart}
        onClear={props.onNobody}
      />
      <PayRow content={content} onPay={props.onPay} onNote={() => extras.current?.note()} />
    </section>
  );
}

/** Why the order was not saved; where a count is needed, the way to it. */
function Trouble({ error }: { error: AppError }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <Problem error={error} />
      {error.code === "needs_recount" ? (
        <Btn label={t("rail-stock")} icon={StockIcon} onPress={() => void navigate({ to: "/stock" })} />
      ) : null}
    </>
  );
}

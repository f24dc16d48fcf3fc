import { type Ref, useEffect } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { OrdersIcon } from "../../parts/icons";
import { Failed, Loading } from "../../parts/states";
import { Steps } from "../../parts/weave";
import { useRead } from "../../state/read";
import { useActor } from "../../words/actor";
import { useWords } from "../../words/use";
import { Bands } from "./bands";
import { OrderBody } from "./body";
import { OrderFoot } from "./foot";
import { OrderHead } from "./head";
import styles from "./orders.module.css";
import { stepsOf } from "./steps";

function Timeline({ order, nowMs }: { order: OrderShown; nowMs: number }) {
  const words = useWords();
  const actor = useActor();
  const steps = stepsOf(order).map(({ id, at, icon, flag, reached }) => ({
    id,
    at,
    icon,
    ...(flag ? { flag } : {}),
    label: at === "next" ? words.word("orders-step", id) : words.word("state", id),
    notes: reached
      ? [words.when(reached.at_ms, nowMs), reached.doubtful ? words.t("screen-date-doubtful") : actor(reached.actor)]
      : [],
  }));
  return (
    <div className={styles["steps"]}>
      <Steps steps={steps} label={words.t("orders-steps")} />
    </div>
  );
}

/** The chosen order, whole. What is shown while another is being read is not to be acted on. */
export function OrderPane({
  id,
  hasOrders,
  nowMs,
  onLost,
  ref,
}: {
  id: string | undefined;
  /** There is one to choose. */
  hasOrders: boolean;
  nowMs: number;
  /** The focus has nowhere to be: the list takes it. */
  onLost: () => void;
  ref: Ref<HTMLElement>;
}) {
  const { t } = useWords();
  const read = useRead("order.show", { id: id ?? "" }, { isOff: id === undefined, keeps: true, everyMs: 15_000 });
  const order = read.data;
  const isStale = order !== undefined && order.id !== id;
  const state = order?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step may take the pressed button away
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.activeElement === document.body || document.activeElement === null) onLost();
    }, 0);
    return () => clearTimeout(timer);
  }, [state]);
  const inside = () => {
    if (id === undefined) {
      return (
        <div className={styles["none"]}>
          <Icon of={OrdersIcon} size="xl" />
          {hasOrders ? <span className="small">{t("orders-none-chosen")}</span> : null}
        </div>
      );
    }
    if (read.error && (order === undefined || isStale)) return <Failed error={read.error} onAgain={read.again} />;
    if (order === undefined) return <Loading />;
    return (
      <>
        <OrderHead key={order.id} order={order} />
        <Timeline order={order} nowMs={nowMs} />
        <OrderBody key={`${order.id} body`} order={order} isOff={isStale} nowMs={nowMs} />
        <Bands order={order} isOff={isStale} />
        <OrderFoot key={`${order.id} foot`} order={order} isOff={isStale} />
      </>
    );
  };
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={`card ${styles["pane"]}`}
      aria-label={t("orders-order")}
      aria-busy={isStale}
    >
      {inside()}
    </section>
  );
}

import { useState } from "react";
import { Button } from "react-aria-components";
import type { DraftRow } from "../../../bindings/commands";
import { useKey } from "../../keys/keys";
import { Dialog } from "../../parts/dialog";
import { Icon } from "../../parts/icon";
import { WaitsIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Written } from "../../parts/written";
import type { Kept } from "../../state/draft";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./kept.module.css";
import { type Content, isEmpty, readContent, sums } from "./order";

interface KeptOrder {
  row: DraftRow;
  content: Content;
}

/** Orders that were put aside, or left by another window; the one on the till is not among them. */
export function useKept({ id, isReady }: Kept<Content>): readonly KeptOrder[] {
  const drafts = useRead("draft.list", { noun: "order" }, { isOff: !isReady }).data ?? [];
  return drafts.flatMap((row) => {
    const content = row.id === id ? null : readContent(row.content);
    return content && !isEmpty(content) ? [{ row, content }] : [];
  });
}

function KeptCard({ order, onTake }: { order: KeptOrder; onTake: () => void }) {
  const words = useWords();
  const say = useQuantityText();
  const { content, row } = order;
  const first = content.lines[0];
  const count =
    content.lines.length === 1 && first
      ? say(first.quantity, first.measure)
      : words.t("till-line-count", { count: content.lines.length });
  return (
    <Button className={styles["card"] ?? ""} onPress={onTake}>
      <Icon of={WaitsIcon} />
      <span className={styles["who"]}>
        <Written text={content.buyer.name || words.t("till-buyer-not-yet")} className={styles["name"]} />
        <span className={`${styles["when"]} meta`}>
          {words.time(row.saved_ms)} · {count}
        </span>
      </span>
      <span className="num n-s">¥{words.money(sums(content).totalFen)}</span>
    </Button>
  );
}

/** The strip of kept orders below the tiles; those that do not fit are behind a number. */
export function KeptStrip(props: { orders: readonly KeptOrder[]; room: number; onTake: (row: DraftRow) => void }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { orders, room } = props;
  useKey(
    "Ctrl+K",
    t("till-kept"),
    () => {
      const only = orders.length === 1 ? orders[0] : undefined;
      if (only) props.onTake(only.row);
      else setOpen(true);
    },
    { isOff: orders.length === 0 },
  );
  if (orders.length === 0) return null;
  const fitting = orders.slice(0, room);
  return (
    <>
      {fitting.map((order) => (
        <KeptCard key={order.row.id} order={order} onTake={() => props.onTake(order.row)} />
      ))}
      {orders.length > fitting.length ? (
        <Button
          className={styles["more"] ?? ""}
          onPress={() => setOpen(true)}
          data-key="Ctrl+K"
          aria-label={`${t("till-kept")} ${orders.length}`}
        >
          <Icon of={WaitsIcon} />
          <b>{orders.length}</b>
        </Button>
      ) : null}
      {isOpen ? (
        <Dialog title={t("till-kept")} onClose={() => setOpen(false)}>
          {orders.map((order) => (
            <KeptCard
              key={order.row.id}
              order={order}
              onTake={() => {
                setOpen(false);
                props.onTake(order.row);
              }}
            />
          ))}
        </Dialog>
      ) : null}
    </>
  );
}

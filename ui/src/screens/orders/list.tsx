import { useNavigate } from "@tanstack/react-router";
import { type Ref, useEffect, useRef, useState } from "react";
import { Btn } from "../../parts/button";
import { ScaleIcon } from "../../parts/icons";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Empty, Failed, Loading } from "../../parts/states";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./list.module.css";
import { OrderRow, RowBones, rowHeight } from "./row";
import type { Filter, OrderWindow } from "./window";

/** The drawings of all products by their keys. */
export function usePictures(): ReadonlyMap<string, string> {
  const products = useRead("product.list", { find: "", state: "", limit: 0 }).data;
  return new Map(products?.map((product) => [product.key, product.picture]));
}

function NoOrders({ filter, onAll }: { filter: Filter; onAll: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  if (filter.find !== "" || filter.day !== "" || filter.group !== "all") {
    return (
      <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("orders-nothing-hint")}>
        <Btn label={t("orders-show-all")} onPress={onAll} />
      </Empty>
    );
  }
  return (
    <Empty picture="empty-orders.svg" title={t("orders-empty")} hint={t("orders-empty-hint")}>
      <Btn label={t("home-new-order")} icon={ScaleIcon} onPress={() => void navigate({ to: "/till" })} />
    </Empty>
  );
}

/** The orders of the filter, newest first; only what is seen is read and built. */
export function OrderList({
  window,
  filter,
  chosenId,
  nowMs,
  onChoose,
  onOpen,
  onAll,
  ref,
}: {
  window: OrderWindow;
  filter: Filter;
  chosenId: string | undefined;
  nowMs: number;
  onChoose: (id: string) => void;
  onOpen: () => void;
  onAll: () => void;
  ref: Ref<RowsHandle>;
}) {
  const { t, language } = useWords();
  const pictures = usePictures();
  const read = window.indexOf(chosenId);
  // An order that a link names, or that was scrolled away from, stands in no page that is read.
  const located = useRead(
    "order.window",
    { ...filter, offset: 0, limit: 0, ...(chosenId === undefined ? {} : { id: chosenId }) },
    { isOff: chosenId === undefined || read >= 0 },
  );
  const found = read >= 0 ? read : (located.data?.index ?? -1);
  const [near, setNear] = useState(0);
  if (found >= 0 && found !== near) setNear(found);
  // A row that is chosen while its page is on the way is taken as soon as it is there.
  const [wanted, setWanted] = useState<number | null>(null);
  const arrived = wanted === null ? undefined : window.row(wanted);
  const latest = useRef(onChoose);
  useEffect(() => {
    latest.current = onChoose;
  });
  const arrivedId = arrived?.id;
  useEffect(() => {
    if (arrivedId === undefined) return;
    setWanted(null);
    latest.current(arrivedId);
  }, [arrivedId]);
  if (window.error && window.total === undefined) return <Failed error={window.error} onAgain={window.again} />;
  if (window.total === undefined) return <Loading />;
  if (window.total === 0) return <NoOrders filter={filter} onAll={onAll} />;
  return (
    <Rows
      key={`${filter.group} ${filter.day} ${filter.find}`}
      ref={ref}
      label={t("orders-list")}
      count={window.total}
      rowHeight={rowHeight(language)}
      chosen={wanted ?? found}
      near={Math.min(near, window.total - 1)}
      onChoose={(index) => {
        const row = window.row(index);
        if (row) onChoose(row.id);
        else setWanted(index);
      }}
      onOpen={onOpen}
      onRange={window.onRange}
      className={styles["rows"] ?? ""}
      row={(index, isChosen) => {
        const order = window.row(index);
        return order ? <OrderRow order={order} pictures={pictures} isChosen={isChosen} nowMs={nowMs} /> : <RowBones />;
      }}
    />
  );
}

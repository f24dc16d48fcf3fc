import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Screen } from "../../frame/screen";
import { useKey } from "../../keys/keys";
import type { RowsHandle } from "../../parts/rows";
import { useNowMs } from "../../state/now";
import { useWords } from "../../words/use";
import { OrderPane } from "./detail";
import { groupOf, OrderFilter } from "./filter";
import { OrderList } from "./list";
import list from "./list.module.css";
import styles from "./orders.module.css";
import { type Filter, useOrderWindow } from "./window";

/** All orders, and the chosen one beside them. */
export function Orders() {
  const words = useWords();
  const navigate = useNavigate({ from: "/orders" });
  const search = useSearch({ from: "/orders" });
  const nowMs = useNowMs() ?? Date.now();
  const rows = useRef<RowsHandle>(null);
  const pane = useRef<HTMLElement>(null);
  const filter: Filter = { group: groupOf(search.group), find: search.find ?? "", day: search.day ?? "" };
  const window = useOrderWindow(filter);
  const { id } = search;
  const { firstId } = window;
  const choose = (chosen: string) => void navigate({ search: (old) => ({ ...old, id: chosen }), replace: true });
  const narrow = (some: Partial<Filter>) => {
    const { group, find, day } = { ...filter, ...some };
    void navigate({
      search: {
        ...(group === "all" ? {} : { group }),
        ...(find === "" ? {} : { find }),
        ...(day === "" ? {} : { day }),
      },
      replace: true,
    });
  };
  useEffect(() => {
    if (id !== undefined || firstId === undefined) return;
    void navigate({ search: (old) => ({ ...old, id: firstId }), replace: true });
  }, [id, firstId, navigate]);
  useKey("Esc", words.t("orders-to-list"), () => rows.current?.focus(), { inFields: true });
  return (
    <Screen title={words.t("rail-orders")} sub={words.date(nowMs)}>
      <div className={styles["two"]}>
        <section className={list["side"]} aria-label={words.t("orders-list")}>
          <OrderFilter
            filter={filter}
            counts={window.counts}
            nowMs={nowMs}
            onFilter={narrow}
            onDown={() => rows.current?.focus()}
          />
          <div className={`card ${list["list"]}`}>
            <OrderList
              ref={rows}
              window={window}
              filter={filter}
              chosenId={id}
              nowMs={nowMs}
              onChoose={choose}
              onOpen={() => pane.current?.focus()}
              onAll={() => narrow({ group: "all", find: "", day: "" })}
            />
          </div>
        </section>
        <OrderPane
          ref={pane}
          id={id}
          hasOrders={window.total !== 0}
          nowMs={nowMs}
          onLost={() => rows.current?.focus()}
        />
      </div>
    </Screen>
  );
}

import { useRef, useState } from "react";
import type { ProductRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Grid, type GridHandle } from "../../parts/grid";
import { Icon } from "../../parts/icon";
import { HistoryIcon } from "../../parts/icons";
import { Picture } from "../../parts/picture";
import { Search, type SearchHandle } from "../../parts/search";
import { Empty, Failed, Loading } from "../../parts/states";
import { Named } from "../../parts/written";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { broughtFirst } from "./content";
import styles from "./intake.module.css";

/** What was brought: pictures, what this villager brings as a rule first. */
export function What(props: { villager: string; chosen: string; onTake: (product: ProductRow) => void }) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  const [active, setActive] = useState(0);
  const grid = useRef<GridHandle>(null);
  const search = useRef<SearchHandle>(null);
  const read = useRead("product.list", { find, state: "", limit: 0 }, { keeps: true });
  const before = useRead(
    "lot.list",
    { find: "", product: "", villager: props.villager, with_empty: true, limit: 0 },
    { isOff: props.villager === "" },
  );
  const lots = before.data ?? [];
  const rows = broughtFirst(read.data ?? [], lots);
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const enter = async (text: string) => {
    if (text === find && rows[at]) return props.onTake(rows[at].product);
    // The list still shows what was typed before.
    const found = await call("product.list", { find: text, state: "", limit: 0 }).catch(() => []);
    const first = broughtFirst(found, lots)[0];
    if (first) props.onTake(first.product);
  };
  const isWaiting = read.isLoading || before.isLoading;
  return (
    <>
      <div className={styles["find"]}>
        <Search
          ref={search}
          label={t("intake-find-product")}
          value={find}
          onChange={(text) => {
            setFind(text);
            setActive(0);
          }}
          autoFocus
          onEnter={(text) => void enter(text)}
          onDown={() => grid.current?.focus()}
        />
      </div>
      {read.error ? (
        <Failed error={read.error} onAgain={read.again} />
      ) : isWaiting ? (
        <Loading rows={7} />
      ) : rows.length === 0 ? (
        <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("screen-nothing-found-hint")} />
      ) : (
        <Grid
          ref={grid}
          label={t("intake-product")}
          count={rows.length}
          leastWidth={124}
          height={152}
          active={at}
          onActive={setActive}
          onTake={(index) => {
            const row = rows[index];
            if (row) props.onTake(row.product);
          }}
          onLeave={() => search.current?.focus()}
          taken={rows.findIndex((row) => row.product.key === props.chosen)}
          tile={(index) => {
            const row = rows[index];
            return row ? <Ware product={row.product} times={row.times} /> : null;
          }}
        />
      )}
    </>
  );
}

/** A product, and how often this villager brought it. */
function Ware({ product, times }: { product: ProductRow; times: number }) {
  const { t } = useWords();
  return (
    <span className={styles["ware"]}>
      <span className={styles["art"]}>
        <Picture file={product.picture} width={120} height={96} />
        {times > 0 ? (
          <span className={styles["times"]} title={t("intake-brought", { times })}>
            <Icon of={HistoryIcon} size="s" />
            <span className="lbl tn">{times}×</span>
          </span>
        ) : null}
      </span>
      <Named names={product.names} className={styles["label"]} />
    </span>
  );
}

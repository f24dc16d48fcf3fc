import { useState } from "react";
import type { ProductRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Icon } from "../../parts/icon";
import { HistoryIcon } from "../../parts/icons";
import { Picture } from "../../parts/picture";
import { Empty } from "../../parts/states";
import { Named } from "../../parts/written";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { broughtFirst } from "./content";
import { FindGrid } from "./find-grid";
import styles from "./intake.module.css";

/** What was brought: pictures, what this villager brings as a rule first. */
export function What(props: { villager: string; chosen: string; onTake: (product: ProductRow) => void }) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  const read = useRead("product.list", { find, state: "", limit: 0 }, { keeps: true });
  const before = useRead(
    "lot.list",
    { find: "", product: "", villager: props.villager, with_empty: true, limit: 0 },
    { isOff: props.villager === "" },
  );
  const lots = before.data ?? [];
  return (
    <FindGrid
      labels={{ find: t("intake-find-product"), tiles: t("intake-product") }}
      find={find}
      onFind={setFind}
      read={{ ...read, isLoading: read.isLoading || before.isLoading }}
      rows={broughtFirst(read.data ?? [], lots)}
      search={async (text) => broughtFirst(await call("product.list", { find: text, state: "", limit: 0 }), lots)}
      onTake={({ product }) => props.onTake(product)}
      isTaken={({ product }) => product.key === props.chosen}
      size={{ leastWidth: 124, height: 152 }}
      tile={({ product, times }) => <Ware product={product} times={times} />}
      empty={
        <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("screen-nothing-found-hint")} />
      }
    />
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

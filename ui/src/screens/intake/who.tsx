import { useRef, useState } from "react";
import type { VillagerRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Grid, type GridHandle } from "../../parts/grid";
import { PlusIcon } from "../../parts/icons";
import { Search, type SearchHandle } from "../../parts/search";
import { Empty, Failed, Loading } from "../../parts/states";
import { Written } from "../../parts/written";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./intake.module.css";
import { Newcomer } from "./newcomer";

const present = (rows: readonly VillagerRow[]) => rows.filter((row) => row.is_active);

/** Whose goods: by face, by name in any script, or somebody new. */
export function Who(props: { chosen: string; onTake: (villager: VillagerRow) => void }) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  const [active, setActive] = useState(0);
  const [isNew, setNew] = useState(false);
  const grid = useRef<GridHandle>(null);
  const search = useRef<SearchHandle>(null);
  const read = useRead("villager.list", { find, state: "", limit: 0 }, { keeps: true });
  const rows = present(read.data ?? []);
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const enter = async (text: string) => {
    if (text === find && rows[at]) return props.onTake(rows[at]);
    // The list still shows what was typed before.
    const found = await call("villager.list", { find: text, state: "", limit: 0 }).catch(() => []);
    const first = present(found)[0];
    if (first) props.onTake(first);
  };
  const add = () => setNew(true);
  const newcomer = <Btn label={t("intake-new-villager")} icon={PlusIcon} keys="Alt+N" onPress={add} />;
  return (
    <>
      <div className={styles["find"]}>
        <Search
          ref={search}
          label={t("intake-find-villager")}
          value={find}
          onChange={(text) => {
            setFind(text);
            setActive(0);
          }}
          autoFocus
          onEnter={(text) => void enter(text)}
          onDown={() => grid.current?.focus()}
        />
        {newcomer}
      </div>
      {read.error ? (
        <Failed error={read.error} onAgain={read.again} />
      ) : read.isLoading ? (
        <Loading rows={7} />
      ) : rows.length === 0 && find === "" ? (
        <Empty picture="empty-villagers.svg" title={t("intake-no-villagers")} hint={t("intake-no-villagers-hint")} />
      ) : rows.length === 0 ? (
        <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("intake-nobody-hint")} />
      ) : (
        <Grid
          ref={grid}
          label={t("intake-villager")}
          count={rows.length}
          leastWidth={196}
          height={84}
          active={at}
          onActive={setActive}
          onTake={(index) => {
            const row = rows[index];
            if (row) props.onTake(row);
          }}
          onLeave={() => search.current?.focus()}
          taken={rows.findIndex((row) => row.id === props.chosen)}
          tile={(index) => {
            const row = rows[index];
            return row ? <Face villager={row} /> : null;
          }}
        />
      )}
      {isNew ? (
        <Newcomer
          typed={find}
          onClose={() => {
            setNew(false);
            search.current?.focus();
          }}
          onAdded={props.onTake}
        />
      ) : null}
    </>
  );
}

/** A villager's face and names in both scripts. */
function Face({ villager }: { villager: VillagerRow }) {
  const { name, name_bo } = villager;
  return (
    <span className={styles["face"]}>
      <Avatar name={name} nameBo={name_bo} photo={villager.thumbnail || undefined} size={56} />
      <span className="col">
        <Written text={name} className={styles["name"]} />
        {name_bo && name_bo !== name ? <Written text={name_bo} className={styles["second"]} /> : null}
      </span>
    </span>
  );
}

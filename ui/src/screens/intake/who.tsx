import { useRef, useState } from "react";
import type { VillagerRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { PlusIcon } from "../../parts/icons";
import type { SearchHandle } from "../../parts/search";
import { Empty } from "../../parts/states";
import { Written } from "../../parts/written";
import { useRead } from "../../state/read";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { FindGrid } from "./find-grid";
import styles from "./intake.module.css";
import { Newcomer } from "./newcomer";

const present = (rows: readonly VillagerRow[]) => rows.filter((row) => row.is_active);

/** Whose goods: by face, by name in any script, or somebody new. */
export function Who(props: { chosen: string; onTake: (villager: VillagerRow) => void }) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  // What was looked for is the newcomer's name.
  const [newcomer, setNewcomer] = useStays<string | null>("newcomer", null);
  const search = useRef<SearchHandle>(null);
  const read = useRead("villager.list", { find, state: "", limit: 0 }, { keeps: true });
  const empty =
    find === "" ? (
      <Empty picture="empty-villagers.svg" title={t("intake-no-villagers")} hint={t("intake-no-villagers-hint")} />
    ) : (
      <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("intake-nobody-hint")} />
    );
  return (
    <>
      <FindGrid
        ref={search}
        labels={{ find: t("intake-find-villager"), tiles: t("intake-villager") }}
        find={find}
        onFind={setFind}
        read={read}
        rows={present(read.data ?? [])}
        search={async (text) => present(await call("villager.list", { find: text, state: "", limit: 0 }))}
        onTake={props.onTake}
        isTaken={(row) => row.id === props.chosen}
        size={{ leastWidth: 196, height: 84 }}
        tile={(row) => <Face villager={row} />}
        empty={empty}
        beside={<Btn label={t("intake-new-villager")} icon={PlusIcon} keys="Alt+N" onPress={() => setNewcomer(find)} />}
      />
      {newcomer === null ? null : (
        <Newcomer
          typed={newcomer}
          onClose={() => {
            setNewcomer(null);
            search.current?.focus();
          }}
          onAdded={props.onTake}
        />
      )}
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

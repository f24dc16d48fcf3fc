import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { VillagerRow } from "../../../bindings/commands";
import { Screen } from "../../frame/screen";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { PlusIcon } from "../../parts/icons";
import { Money } from "../../parts/number";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Search } from "../../parts/search";
import { Empty, Failed, Loading } from "../../parts/states";
import { Written } from "../../parts/written";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { VillagerForm } from "./form";
import { namesOf } from "./names";
import { VillagerCard } from "./villager";
import styles from "./villagers.module.css";

function Row({ villager, isChosen }: { villager: VillagerRow; isChosen: boolean }) {
  const words = useWords();
  const [first, second] = namesOf(villager, words.language);
  return (
    <div className={`${styles["row"]} ${isChosen ? styles["on"] : ""} ${villager.is_active ? "" : styles["gone"]}`}>
      <Avatar name={villager.name} nameBo={villager.name_bo} photo={villager.thumbnail || villager.photo} size={42} />
      <span className="col sp">
        <Written text={first} className={`ell ${styles["name"] ?? ""}`} />
        <Written text={second} className="small ell" />
      </span>
      {villager.owed_fen !== 0 ? <Money fen={villager.owed_fen} size="s" plain /> : null}
    </div>
  );
}

/** Whose goods they are: who they are, what they brought, what is owed to them. */
export function Villagers() {
  const words = useWords();
  const { may } = useSession();
  const navigate = useNavigate();
  const { id } = useSearch({ from: "/villagers" });
  const [find, setFind] = useState("");
  const [form, setForm] = useStays<"new" | "change" | null>("villager-form", null);
  const list = useRef<RowsHandle>(null);
  const read = useRead("villager.list", { find, state: "", limit: 0 }, { keeps: true });
  const rows = read.data ?? [];
  const at = rows.findIndex((one) => one.id === id);
  const chosen = rows[at] ?? (id === undefined ? rows[0] : undefined);
  const choose = (index: number) => {
    const to = rows[index];
    if (to) void navigate({ to: "/villagers", search: { id: to.id }, replace: true });
  };
  const add = may("villager.add") ? (
    <Btn
      label={words.t("villagers-add")}
      icon={PlusIcon}
      keys="F6"
      look={rows.length === 0 ? "main" : "plain"}
      onPress={() => setForm("new")}
    />
  ) : null;
  const isEmpty = read.data !== undefined && rows.length === 0;
  return (
    <Screen title={words.t("rail-villagers")} sub={words.t("villagers-count", { count: rows.length })}>
      {read.error ? <Failed error={read.error} onAgain={read.again} /> : null}
      {isEmpty && find === "" ? (
        <div className={`card ${styles["whole"] ?? ""}`}>
          <Empty picture="empty-villagers.svg" title={words.t("villagers-none")} hint={words.t("villagers-none-hint")}>
            {add}
          </Empty>
        </div>
      ) : read.error ? null : (
        <div className={styles["villagers"]}>
          <section className={styles["left"]}>
            <Search
              label={words.t("villagers-find")}
              value={find}
              onChange={setFind}
              onDown={() => list.current?.focus()}
              autoFocus
            />
            <div className={`card ${styles["list"] ?? ""}`}>
              {read.isLoading ? <Loading /> : null}
              {isEmpty ? (
                <Empty
                  picture="empty-search.svg"
                  title={words.t("screen-nothing-found")}
                  hint={words.t("screen-nothing-found-hint")}
                />
              ) : null}
              {rows.length > 0 ? (
                <Rows
                  ref={list}
                  label={words.t("rail-villagers")}
                  count={rows.length}
                  rowHeight={words.language === "bo" ? 78 : 70}
                  chosen={Math.max(0, at)}
                  onChoose={choose}
                  onOpen={() => setForm("change")}
                  row={(index, isChosen) => {
                    const villager = rows[index];
                    return villager ? <Row villager={villager} isChosen={isChosen} /> : null;
                  }}
                />
              ) : null}
            </div>
            {add}
          </section>
          {chosen ? (
            <VillagerCard key={chosen.id} villager={chosen} onChange={() => setForm("change")} />
          ) : (
            <div className="card" />
          )}
        </div>
      )}
      {form === "new" || (form === "change" && chosen) ? (
        <VillagerForm
          key={form === "change" ? chosen?.id : "new"}
          villager={form === "change" ? chosen : undefined}
          onClose={() => setForm(null)}
          onSaved={(saved) => {
            setForm(null);
            void navigate({ to: "/villagers", search: { id: saved.id }, replace: true });
          }}
        />
      ) : null}
    </Screen>
  );
}

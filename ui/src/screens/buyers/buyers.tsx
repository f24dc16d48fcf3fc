import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { BuyerLight } from "../../../bindings/commands";
import { Screen } from "../../frame/screen";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { PlusIcon } from "../../parts/icons";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Search } from "../../parts/search";
import { Empty, Failed, Loading } from "../../parts/states";
import { Written } from "../../parts/written";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { BuyerCardShown } from "./buyer";
import styles from "./buyers.module.css";
import { BuyerForm } from "./form";
import { useBuyerWindow } from "./window";

function Row({ buyer, isChosen }: { buyer: BuyerLight; isChosen: boolean }) {
  const words = useWords();
  return (
    <div className={`${styles["row"]} ${isChosen ? styles["on"] : ""}`}>
      <Avatar name={buyer.name} size={40} />
      <span className="col sp">
        <Written text={buyer.name || words.t("buyers-nameless")} className={`ell ${styles["name"] ?? ""}`} />
        <span className="small ell tn">
          {buyer.phone_masked} <Written text={buyer.region} />
        </span>
      </span>
      <span className={styles["count"]}>
        <span className="num n-s">{words.grouped(buyer.orders)}</span>
        <span className="meta">{buyer.last_ms === undefined ? "" : words.shortDate(buyer.last_ms)}</span>
      </span>
    </div>
  );
}

/** Who buys: found again by name or phone, with what they ordered. */
export function Buyers() {
  const words = useWords();
  const navigate = useNavigate();
  const { id } = useSearch({ from: "/buyers" });
  const [find, setFind] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isAdding, setAdding] = useStays("buyer-new", false);
  const list = useRef<RowsHandle>(null);
  const window = useBuyerWindow(find);
  const total = window.total ?? 0;
  const shownId = id ?? window.row(chosen)?.id;
  const choose = (index: number) => {
    setChosen(index);
    const row = window.row(index);
    if (row) void navigate({ to: "/buyers", search: { id: row.id }, replace: true });
  };
  const search = (text: string) => {
    setFind(text);
    setChosen(0);
    void navigate({ to: "/buyers", search: {}, replace: true });
  };
  const add = <Btn label={words.t("buyers-add")} icon={PlusIcon} keys="F6" onPress={() => setAdding(true)} />;
  const isEmpty = window.total === 0;
  return (
    <Screen title={words.t("rail-buyers")} sub={words.t("buyers-count", { count: words.grouped(total) })}>
      {isEmpty && find === "" ? (
        <div className={`card ${styles["whole"] ?? ""}`}>
          <Empty picture="empty-buyers.svg" title={words.t("buyers-none")} hint={words.t("buyers-none-hint")}>
            {add}
          </Empty>
        </div>
      ) : (
        <div className={styles["buyers"]}>
          <section className={styles["left"]}>
            <Search
              label={words.t("buyers-find")}
              value={find}
              onChange={search}
              onDown={() => list.current?.focus()}
              autoFocus
            />
            <div className={`card ${styles["list"] ?? ""}`}>
              {window.error ? <Failed error={window.error} onAgain={window.again} /> : null}
              {window.total === undefined && !window.error ? <Loading /> : null}
              {isEmpty ? (
                <Empty
                  picture="empty-search.svg"
                  title={words.t("screen-nothing-found")}
                  hint={words.t("screen-nothing-found-hint")}
                />
              ) : null}
              {total > 0 ? (
                <Rows
                  ref={list}
                  label={words.t("rail-buyers")}
                  count={total}
                  rowHeight={words.language === "bo" ? 76 : 66}
                  chosen={chosen}
                  onChoose={choose}
                  onRange={window.onRange}
                  row={(index, isChosen) => {
                    const buyer = window.row(index);
                    return buyer ? <Row buyer={buyer} isChosen={isChosen} /> : null;
                  }}
                />
              ) : null}
            </div>
            {add}
          </section>
          {shownId ? <BuyerCardShown key={shownId} id={shownId} /> : <div className="card" />}
        </div>
      )}
      {isAdding ? (
        <BuyerForm
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            setAdding(false);
            void navigate({ to: "/buyers", search: { id: saved.id }, replace: true });
          }}
        />
      ) : null}
    </Screen>
  );
}

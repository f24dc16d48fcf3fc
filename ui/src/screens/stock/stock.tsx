import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { LotRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Screen } from "../../frame/screen";
import { Btn } from "../../parts/button";
import { PlusIcon } from "../../parts/icons";
import type { RowsHandle } from "../../parts/rows";
import { Empty, Failed, Loading } from "../../parts/states";
import { useNowMs } from "../../state/now";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { CountButton, CountDialog } from "./count";
import { LotDialog } from "./lot-dialog";
import { Pane } from "./pane";
import { Side } from "./side";
import styles from "./stock.module.css";
import { useStock } from "./use-stock";

/** What lies in the house: whose it is, how long it keeps, how much of it may be sold. */
export function Stock() {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "/stock" });
  const nowMs = useNowMs() ?? Date.now();
  const stock = useStock();
  const { group, read } = stock;
  const [chosen, setChosen] = useState("");
  const [open, setOpen] = useStays("lot", "");
  const [isCounting, setCounting] = useStays("stock-count", false);
  const { may } = useSession();
  const lotRows = useRef<RowsHandle>(null);
  const groupRows = useRef<RowsHandle>(null);
  const shown = search.lot ?? open;
  const show = (lot: LotRow) => {
    setChosen(lot.id);
    setOpen(lot.id);
  };
  const close = () => {
    setOpen("");
    if (search.lot) void navigate({ to: "/stock", search: {}, replace: true });
    lotRows.current?.focus();
  };
  const openNumber = async (text: string) => {
    const found = await call("find", { text, nouns: ["lot"], limit: 1 }).catch(() => []);
    if (found[0]) setOpen(found[0].id);
  };
  const takeIn = () => void navigate({ to: "/intake", search: group?.person ? { villager: group.id } : {} });
  const main = stock.error ? (
    <Failed error={stock.error} onAgain={stock.again} />
  ) : stock.isLoading ? (
    <Loading rows={8} />
  ) : stock.isEmpty ? (
    <Empty picture="empty-stock.svg" title={t("stock-empty")} hint={t("stock-empty-hint")}>
      <Btn look="main" label={t("stock-take-in")} icon={PlusIcon} keys="F3" onPress={takeIn} autoFocus />
      <Btn look="quiet" label={t("stock-also-sold")} onPress={() => stock.setWithEmpty(true)} />
    </Empty>
  ) : (
    <div className={styles["stock"]}>
      <Side
        ref={groupRows}
        by={stock.by}
        onBy={stock.showBy}
        find={stock.find}
        onFind={stock.setFind}
        groups={stock.groups}
        chosen={group?.id ?? ""}
        onChoose={(one) => {
          stock.choose(one);
          setChosen("");
        }}
        onEnter={() => lotRows.current?.focus()}
        onNumber={(text) => void openNumber(text)}
        foot={may("stock.count") ? <CountButton onPress={() => setCounting(true)} /> : null}
      />
      {group ? (
        <Pane
          ref={lotRows}
          group={group}
          read={read}
          nowMs={nowMs}
          withEmpty={stock.withEmpty}
          onWithEmpty={stock.setWithEmpty}
          chosen={chosen}
          onChoose={(lot) => setChosen(lot.id)}
          onOpen={show}
          onLeave={() => groupRows.current?.focus()}
          onTakeIn={takeIn}
        />
      ) : (
        <section className={`card ${styles["pane"]}`} aria-label={t("stock-lots")}>
          <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("stock-nothing-found-hint")} />
        </section>
      )}
    </div>
  );
  return (
    <Screen
      title={t("stock-title")}
      sub={stock.find === "" ? t("stock-sub", { lots: stock.lots, villagers: stock.households }) : null}
    >
      {main}
      {isCounting ? <CountDialog onClose={() => setCounting(false)} /> : null}
      {shown ? (
        <LotDialog
          key={shown}
          id={shown}
          known={read.data?.find((lot) => lot.id === shown)}
          nowMs={nowMs}
          onClose={close}
        />
      ) : null}
    </Screen>
  );
}

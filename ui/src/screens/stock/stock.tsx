import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Screen } from "../../frame/screen";
import { Btn } from "../../parts/button";
import { PlusIcon } from "../../parts/icons";
import type { RowsHandle } from "../../parts/rows";
import { Empty, Failed, Loading } from "../../parts/states";
import { useNowMs } from "../../state/now";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { byProduct, byVillager, ordered } from "./groups";
import { LotDialog } from "./lot-dialog";
import { Pane } from "./pane";
import { type By, Side } from "./side";
import styles from "./stock.module.css";

/** What lies in the house: whose it is, how long it keeps, how much of it may be sold. */
export function Stock() {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "/stock" });
  const nowMs = useNowMs() ?? Date.now();
  const [by, setBy] = useState<By>("villager");
  const [find, setFind] = useState("");
  const [withEmpty, setWithEmpty] = useState(false);
  const [wanted, setWanted] = useState(search.villager ?? "");
  const [chosen, setChosen] = useState("");
  const [open, setOpen] = useState("");
  const [asked, setAsked] = useState(search.villager);
  const lotRows = useRef<RowsHandle>(null);
  if (search.villager !== asked) {
    setAsked(search.villager);
    if (search.villager) {
      setBy("villager");
      setWanted(search.villager);
    }
  }
  const all = useRead("lot.list", { find: "", product: "", villager: "", with_empty: false, limit: 0 });
  const isByVillager = by === "villager";
  const villagers = useRead("villager.list", { find, state: "", limit: 0 }, { keeps: true, isOff: !isByVillager });
  const products = useRead("product.list", { find, state: "", limit: 0 }, { keeps: true, isOff: isByVillager });
  const lots = all.data ?? [];
  const groups = ordered(
    isByVillager ? byVillager(villagers.data ?? [], lots) : byProduct(products.data ?? [], lots),
    withEmpty || find !== "" || wanted !== "",
  ).filter((group) => withEmpty || find !== "" || group.lots > 0 || group.id === wanted);
  const group = groups.find((one) => one.id === wanted) ?? groups[0];
  const read = useRead(
    "lot.list",
    {
      find: "",
      product: isByVillager ? "" : (group?.id ?? ""),
      villager: isByVillager ? (group?.id ?? "") : "",
      with_empty: withEmpty,
      limit: 0,
    },
    { isOff: !group },
  );
  const shown = search.lot ?? open;
  const close = () => {
    setOpen("");
    if (search.lot) void navigate({ to: "/stock", search: {}, replace: true });
    lotRows.current?.focus();
  };
  const takeIn = () => void navigate({ to: "/intake", search: group?.villager ? { villager: group.villager.id } : {} });
  const error = all.error ?? villagers.error ?? products.error;
  const isLoading = all.isLoading || (isByVillager ? villagers : products).isLoading;
  const households = new Set(lots.map((lot) => lot.villager)).size;
  return (
    <Screen title={t("stock-title")} sub={t("stock-sub", { lots: lots.length, villagers: households })}>
      {error ? (
        <Failed
          error={error}
          onAgain={() => {
            all.again();
            (isByVillager ? villagers : products).again();
          }}
        />
      ) : isLoading ? (
        <Loading rows={8} />
      ) : lots.length === 0 && !withEmpty && find === "" && wanted === "" ? (
        <Empty picture="empty-stock.svg" title={t("stock-empty")} hint={t("stock-empty-hint")}>
          <Btn look="main" label={t("stock-take-in")} icon={PlusIcon} keys="F3" onPress={takeIn} autoFocus />
          <Btn look="quiet" label={t("stock-also-sold")} onPress={() => setWithEmpty(true)} />
        </Empty>
      ) : (
        <div className={styles["stock"]}>
          <Side
            by={by}
            onBy={(next) => {
              setBy(next);
              setFind("");
              setWanted("");
              setChosen("");
            }}
            find={find}
            onFind={setFind}
            groups={groups}
            chosen={group?.id ?? ""}
            onChoose={(one) => {
              setWanted(one.id);
              setChosen("");
            }}
            onEnter={() => lotRows.current?.focus()}
          />
          {group ? (
            <Pane
              ref={lotRows}
              group={group}
              read={read}
              nowMs={nowMs}
              withEmpty={withEmpty}
              onWithEmpty={setWithEmpty}
              chosen={chosen}
              onChoose={(lot) => setChosen(lot.id)}
              onOpen={(lot) => {
                setChosen(lot.id);
                setOpen(lot.id);
              }}
              onLeave={() => document.querySelector<HTMLElement>(`.${styles["groups"] ?? ""} [role=listbox]`)?.focus()}
              onTakeIn={takeIn}
            />
          ) : (
            <section className="card" aria-label={t("stock-lots")} />
          )}
        </div>
      )}
      {shown ? (
        <LotDialog
          key={shown}
          id={shown}
          known={read.data?.find((lot) => lot.id === shown) ?? lots.find((lot) => lot.id === shown)}
          nowMs={nowMs}
          onClose={close}
        />
      ) : null}
    </Screen>
  );
}

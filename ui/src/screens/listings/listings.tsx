import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ListingRow } from "../../../bindings/commands";
import { Screen } from "../../frame/screen";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { PlusIcon } from "../../parts/icons";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Search } from "../../parts/search";
import { Empty, Failed, Loading } from "../../parts/states";
import { useDraft } from "../../state/draft";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import {
  type Content,
  countStates,
  isEmpty,
  keeper,
  type ListingState,
  NOTHING,
  type Offer,
  readContent,
  untouched,
} from "./content";
import { Editor, type EditorHandle } from "./editor";
import styles from "./listings.module.css";
import { NewListing } from "./new-listing";
import { ListingLine } from "./row";
import { useListingSaving } from "./use-saving";

type Filter = ListingState | "all";
const FILTERS: readonly Filter[] = ["all", "on_sale", "paused", "draft"];

/** What is offered, at which price, in which words. */
export function Listings() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const search = useSearch({ from: "/listings" });
  const { may } = useSession();
  const [find, setFind] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const [isNew, setNew] = useState(false);
  const [near, setNear] = useState(0);
  const list = useRef<RowsHandle>(null);
  const editor = useRef<EditorHandle>(null);
  const kept = useDraft(keeper);
  const { content } = kept;
  const everything = useRead("listing.list", { find: "", state: "", limit: 0 });
  const found = useRead("listing.list", { find, state: "", limit: 0 }, { keeps: true, isOff: find === "" });
  const drafts = useRead("draft.list", { noun: "listing" }, { isOff: !may("draft.list") }).data ?? [];
  const typed = new Map(drafts.map((row) => [readContent(row.content)?.id ?? "", row]));
  if (!isEmpty(content)) typed.set(content.id, { id: kept.id ?? "", noun: "listing", content, saved_ms: 0 });
  const all = everything.data ?? [];
  // The newest first; what a search finds comes in that order already.
  const matching = find === "" ? [...all].reverse() : (found.data ?? []);
  const rows = matching.filter((row) => filter === "all" || row.state === filter);
  const counts = countStates(matching);
  const row = content.isNew ? undefined : all.find((one) => one.id === content.id);
  const at = content.isNew ? -1 : rows.findIndex((one) => one.id === content.id);
  const saving = useListingSaving(content, row, (id) => {
    if (id !== content.id) void navigate({ to: "/listings", search: { id } });
    list.current?.focus();
  });
  const show = (one: ListingRow) => {
    if (one.id === content.id && !content.isNew) return Promise.resolve();
    saving.clear();
    const draft = typed.get(one.id);
    return keeper.turnTo(draft?.id ? draft : { content: untouched(one) });
  };
  const toPrice = () => setTimeout(() => editor.current?.focusPrice());
  const choose = (index: number) => {
    const one = rows[index];
    if (!one) return;
    setNear(index);
    void show(one);
  };
  const wanted = useEffectEvent((id: string) => {
    const one = all.find((other) => other.id === id);
    if (one) void show(one).then(toPrice);
    if (one) void navigate({ to: "/listings", search: {}, replace: true });
  });
  const isThere = kept.isReady && everything.data !== undefined;
  const isWanted = search.id !== undefined && all.some((one) => one.id === search.id);
  useEffect(() => {
    if (isThere && isWanted && search.id) wanted(search.id);
  }, [isThere, isWanted, search.id]);
  const begin = (offer: Offer) => {
    setNew(false);
    const next: Content = { ...NOTHING, product: offer.product.key, grade: offer.grade, isNew: true };
    void keeper.turnTo({ content: next }).then(toPrice);
  };
  const newListing = (
    <Btn
      label={t("listings-new")}
      icon={PlusIcon}
      keys="F4"
      className={styles["new"] ?? ""}
      onPress={() => setNew(true)}
    />
  );
  const isShown = content.isNew || row !== undefined;
  return (
    <Screen title={t("listings-screen")} sub={t("listings-sub", { count: countStates(all).on_sale })}>
      <div className={styles["listings"]}>
        <section className={styles["left"]} aria-label={t("listings-list")}>
          <div className={styles["find"]}>
            <Search
              label={t("listings-find")}
              value={find}
              onChange={setFind}
              takesScans
              autoFocus
              onEnter={() => {
                choose(Math.max(0, at));
                list.current?.focus();
              }}
              onDown={() => {
                if (at < 0) choose(0);
                list.current?.focus();
              }}
            />
            {newListing}
          </div>
          <Choice<Filter>
            label={t("listings-filter")}
            hideLabel
            options={FILTERS.map((id) => {
              const label = id === "all" ? t("screen-all") : words.word("listing", id).replace(/།$/u, "");
              return {
                id,
                label,
                content: (
                  <span className="lbl">
                    {label} <b className="tn">{words.grouped(counts[id])}</b>
                  </span>
                ),
              };
            })}
            value={filter}
            onChange={setFilter}
          />
          <div className={`card ${styles["list"]}`}>
            {everything.error ? (
              <Failed error={everything.error} onAgain={everything.again} />
            ) : found.error ? (
              <Failed error={found.error} onAgain={found.again} />
            ) : everything.isLoading || (find !== "" && found.isLoading) ? (
              <Loading rows={7} />
            ) : all.length === 0 ? (
              <Empty picture="empty-listings.svg" title={t("listings-empty")} hint={t("listings-empty-hint")} />
            ) : rows.length === 0 ? (
              <Empty
                picture="empty-search.svg"
                title={t("screen-nothing-found")}
                hint={t("screen-nothing-found-hint")}
              />
            ) : (
              <>
                <div className={styles["cols"]}>
                  <span className={styles["first"]}>{t("listings-goods")}</span>
                  <span>{t("listings-price")}</span>
                  <span>{t("listings-here")}</span>
                  <span className={styles["first"]}>{t("listings-state")}</span>
                </div>
                <Rows
                  ref={list}
                  label={t("listings-list")}
                  count={rows.length}
                  rowHeight={92}
                  chosen={at}
                  near={near}
                  onChoose={choose}
                  onOpen={() => editor.current?.focusPrice()}
                  row={(index, isChosen) => {
                    const one = rows[index];
                    return one ? <ListingLine row={one} isOn={isChosen} isTyped={typed.has(one.id)} /> : null;
                  }}
                />
              </>
            )}
          </div>
        </section>
        {isShown ? (
          <Editor
            ref={editor}
            kept={kept}
            row={row}
            saving={saving}
            onChange={(some) => {
              saving.clear();
              keeper.change((now) => ({ ...now, ...some }));
            }}
            onRevert={() => {
              saving.clear();
              keeper.change(() => (row ? untouched(row) : NOTHING));
              list.current?.focus();
            }}
            onLeave={() => list.current?.focus()}
          />
        ) : (
          <section className={`card ${styles["editor"]}`} aria-label={t("listings-editor")}>
            <Empty
              picture="empty-listings.svg"
              title={t(all.length === 0 ? "listings-first" : "listings-none-chosen")}
              hint={t(all.length === 0 ? "listings-first-hint" : "listings-none-chosen-hint")}
            />
          </section>
        )}
      </div>
      {isNew ? (
        <NewListing
          listings={all}
          onTake={begin}
          onClose={() => {
            setNew(false);
            list.current?.focus();
          }}
        />
      ) : null}
    </Screen>
  );
}

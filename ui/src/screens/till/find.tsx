import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from "react";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { CloseIcon, ScanIcon, SearchIcon } from "../../parts/icons";
import { Empty, Loading } from "../../parts/states";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { splitQuery } from "./amount";
import styles from "./find.module.css";
import { isTooShort, matching, type Offer, offerFor, type Tile } from "./goods";
import { useDrawingsReady } from "./pictures";
import { Tiles, tileId } from "./tiles";

/** What the rest of the till asks of the search line. */
export interface FindHandle {
  focus: () => void;
  /** Ready for the next goods. */
  clear: () => void;
}

/** What the page's own index does not find, the station may: by the words of a description, or another spelling. */
function useAsked(tiles: readonly Tile[], query: string): { tiles: readonly Tile[]; isAsking: boolean } {
  const isOff = isTooShort(query);
  const read = useRead("listing.list", { find: query, state: "on_sale", limit: 48 }, { isOff });
  const ids = new Set(isOff ? [] : read.data?.map((row) => row.id));
  const fits = (tile: Tile) => tile.offers.some((offer) => ids.has(offer.listing.id));
  return { tiles: ids.size > 0 ? tiles.filter(fits) : [], isAsking: read.isLoading };
}

/** The search line and the tiles of what is on sale. The keys stay in the line: arrows move among the tiles, Enter takes one. */
export function Find({
  ref,
  ...props
}: {
  tiles: readonly Tile[];
  nowMs: number;
  /** The listing on the pad. */
  taken: string;
  onTake: (offer: Offer, typed: string) => void;
  ref: Ref<FindHandle>;
}) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [columns, setColumns] = useState(4);
  const [isHasty, setHasty] = useState(false);
  useDrawingsReady(props.tiles);
  const { typed, query } = splitQuery(text);
  const own = matching(props.tiles, query);
  const asked = useAsked(props.tiles, own.length === 0 ? query : "");
  const found = own.length > 0 ? own : asked.tiles;
  const at = Math.min(active, Math.max(0, found.length - 1));
  const search = (next: string) => {
    setText(next);
    setActive(0);
    setHasty(false);
  };
  useImperativeHandle(ref, () => ({
    focus: () => {
      field.current?.focus();
      field.current?.select();
    },
    clear: () => search(""),
  }));
  useKey("Ctrl+F", t("screen-search"), () => field.current?.select());
  const take = (index: number) => {
    // Enter came before the station's answer: what it finds first is taken.
    setHasty(found.length === 0 && asked.isAsking);
    const tile = found[index];
    const offer = tile && offerFor(tile, query, props.nowMs);
    if (offer) {
      setActive(index);
      props.onTake(offer, typed);
    }
  };
  const takeFirst = useEffectEvent(() => take(0));
  const isAnswered = isHasty && !asked.isAsking;
  useEffect(() => {
    if (isAnswered) takeFirst();
  }, [isAnswered]);
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const line = event.currentTarget;
    const isAtEnd = line.selectionStart === line.value.length && line.selectionEnd === line.value.length;
    const page = columns * 3;
    const steps: Record<string, number | undefined> = {
      ArrowDown: at + columns,
      ArrowUp: at - columns,
      ArrowRight: isAtEnd ? at + 1 : undefined,
      ArrowLeft: isAtEnd && (at > 0 || text === "") ? at - 1 : undefined,
      PageDown: at + page,
      PageUp: at - page,
    };
    if (event.key === "Enter") {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      search("");
    } else {
      const to = steps[event.key];
      if (to === undefined) return;
      event.preventDefault();
      setActive(Math.max(0, Math.min(found.length - 1, to)));
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the line means the line */}
      <div className={styles["line"]} data-key="Ctrl+F" onMouseDown={() => setTimeout(() => field.current?.focus())}>
        <Icon of={SearchIcon} />
        <input
          ref={field}
          className={styles["input"]}
          value={text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={move}
          placeholder={t("till-find")}
          aria-label={t("till-find")}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls="till-tiles"
          aria-activedescendant={found.length > 0 ? tileId(at) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          // biome-ignore lint/a11y/noAutofocus: the till is for typing: its line is ready when it is entered
          autoFocus
          data-till-search=""
        />
        {text === "" ? (
          <Icon of={ScanIcon} />
        ) : (
          <Btn look="quiet" label={t("till-find-clear")} icon={CloseIcon} iconOnly onPress={() => search("")} />
        )}
      </div>
      {found.length === 0 && asked.isAsking ? (
        <Loading />
      ) : found.length === 0 ? (
        <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("screen-nothing-found-hint")} />
      ) : (
        <Tiles
          tiles={found}
          active={at}
          taken={props.taken}
          nowMs={props.nowMs}
          query={query}
          onColumns={setColumns}
          onTake={take}
        />
      )}
    </>
  );
}

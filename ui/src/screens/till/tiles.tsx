import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../parts/icon";
import { CheckIcon, HoursIcon, MinusIcon } from "../../parts/icons";
import { drawing, Picture } from "../../parts/picture";
import { Named } from "../../parts/written";
import { useWords } from "../../words/use";
import { isUrgent, type Tile } from "./goods";
import styles from "./tiles.module.css";

/** The element of a tile, for the line that speaks for it. */
export const tileId = (index: number) => `till-tile-${index}`;

const GAP = 10;
/** Room for the ring of a chosen tile, as the style has it. */
const EDGE = 3;
/** Tiles are about so wide, and a sixth higher than wide; the room decides how many fit. */
const WIDE = 106;

interface Size {
  columns: number;
  rowHeight: number;
}

/** As many whole tiles as fit, stretched to fill the room. */
export function sizeOf(width: number, height: number): Size {
  const columns = Math.max(2, Math.min(6, Math.floor((width + GAP) / (WIDE + GAP))));
  const tile = Math.floor((width + GAP) / columns) - GAP;
  const rows = Math.max(1, Math.floor((height + GAP) / (Math.round((tile * 7) / 6) + GAP)));
  return { columns, rowHeight: Math.max(120, Math.floor((height + GAP) / rows)) };
}

/** The tiles of what is on sale, of which only those that are seen are built. */
export function Tiles(props: {
  tiles: readonly Tile[];
  active: number;
  taken: string;
  nowMs: number;
  query: string;
  onColumns: (columns: number) => void;
  onTake: (index: number) => void;
}) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ columns: 4, rowHeight: 187 });
  const { tiles, active, onColumns, query } = props;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const next = sizeOf(element.clientWidth - 2 * EDGE, element.clientHeight - 2 * EDGE);
      setSize((old) => (old.columns === next.columns && old.rowHeight === next.rowHeight ? old : next));
      onColumns(next.columns);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [onColumns]);
  const virtual = useVirtualizer({
    count: Math.ceil(tiles.length / size.columns),
    getScrollElement: () => box.current,
    estimateSize: () => size.rowHeight,
    overscan: 1,
    initialRect: { width: 520, height: 560 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height have to be measured anew
  useEffect(() => {
    virtual.measure();
  }, [size.rowHeight, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its top
  useLayoutEffect(() => {
    // Asked of the list, not of the page: that would be laid out at every key.
    if (box.current && (virtual.scrollOffset ?? 0) > 0) box.current.scrollTop = 0;
  }, [query]);
  const row = Math.floor(active / size.columns);
  useEffect(() => {
    virtual.scrollToIndex(row);
  }, [row, virtual]);
  return (
    <div ref={box} id="till-tiles" className={styles["grid"]} role="listbox" aria-label={t("till-goods")} tabIndex={-1}>
      <div className={styles["all"]} style={{ height: Math.max(0, virtual.getTotalSize() - GAP) }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            className={styles["row"]}
            role="presentation"
            style={{
              height: size.rowHeight - GAP,
              transform: `translateY(${item.start}px)`,
              gridTemplateColumns: `repeat(${size.columns}, minmax(0, 1fr))`,
            }}
          >
            {tiles.slice(item.index * size.columns, (item.index + 1) * size.columns).map((tile, at) => {
              const index = item.index * size.columns + at;
              return (
                <TileCard
                  // By its place: another search fills the same tiles instead of building new ones.
                  key={at}
                  tile={tile}
                  index={index}
                  count={tiles.length}
                  isActive={index === active}
                  isTaken={tile.offers.some((offer) => offer.listing.id === props.taken)}
                  nowMs={props.nowMs}
                  onTake={props.onTake}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

const TileCard = memo(function TileCard(props: {
  tile: Tile;
  index: number;
  count: number;
  isActive: boolean;
  isTaken: boolean;
  nowMs: number;
  onTake: (index: number) => void;
}) {
  const words = useWords();
  const { tile, index } = props;
  const prices = tile.offers.map((offer) => offer.listing.price_fen);
  const least = Math.min(...prices);
  const classes = [
    styles["tile"],
    props.isActive ? styles["active"] : "",
    props.isTaken ? styles["taken"] : "",
    tile.isOut ? styles["out"] : "",
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the search line, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the search line speaks for the tiles
    <div
      id={tileId(index)}
      role="option"
      aria-selected={props.isTaken}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      className={classes.filter(Boolean).join(" ")}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onTake(index)}
    >
      <span className={styles["picture"]}>
        {tile.thumbnail === "" ? (
          <img className="pic" src={drawing(tile.picture)} alt="" draggable={false} />
        ) : (
          <Picture photo={tile.thumbnail} file={tile.picture} width={120} height={120} />
        )}
        {tile.endsMs !== undefined && isUrgent(tile, props.nowMs) ? (
          <span className={styles["hours"]}>
            <Icon of={HoursIcon} size="s" />
            <span className="lbl">{words.span(tile.endsMs - props.nowMs)}</span>
          </span>
        ) : null}
        {props.isTaken ? (
          <span className={styles["check"]}>
            <Icon of={CheckIcon} size="s" />
          </span>
        ) : null}
      </span>
      <Named names={tile.names} className={styles["name"]} />
      {tile.isOut ? (
        <span className={styles["price"]}>
          <Icon of={MinusIcon} size="s" /> {words.t("till-sold-out")}
        </span>
      ) : (
        <span className={styles["price"]}>
          <b>
            ¥{words.price(least)}
            {Math.max(...prices) > least ? "+" : ""}
          </b>
          /{words.t(tile.measure === "piece" ? "unit-piece" : "unit-kg")}
        </span>
      )}
    </div>
  );
});

import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import type { AppError } from "../../../bindings/commands";
import { Grid, type GridHandle } from "../../parts/grid";
import { Search, type SearchHandle } from "../../parts/search";
import { Failed, Loading } from "../../parts/states";
import styles from "./intake.module.css";

/** A search line over the tiles that it finds: Enter takes the first of them, arrows walk among them. */
export function FindGrid<Row>({
  ref,
  ...props
}: {
  /** Of the line, and of the tiles. */
  labels: { find: string; tiles: string };
  find: string;
  onFind: (text: string) => void;
  read: { error: AppError | null; isLoading: boolean; again: () => void };
  rows: readonly Row[];
  /** What a text finds: Enter may come before the tiles have followed. */
  search: (text: string) => Promise<readonly Row[]>;
  onTake: (row: Row) => void;
  isTaken: (row: Row) => boolean;
  /** The least width and the height of a tile, in pixels. */
  size: { leastWidth: number; height: number };
  tile: (row: Row) => ReactNode;
  /** What stands there when nothing was found. */
  empty: ReactNode;
  beside?: ReactNode;
  ref?: Ref<SearchHandle>;
}) {
  const [active, setActive] = useState(0);
  const grid = useRef<GridHandle>(null);
  const line = useRef<SearchHandle>(null);
  useImperativeHandle(ref, () => ({ focus: () => line.current?.focus() }));
  const { rows, read, onTake } = props;
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const enter = async (text: string) => {
    const shown = rows[at];
    if (text === props.find && shown) return onTake(shown);
    const found = await props.search(text).catch(() => []);
    if (found[0]) onTake(found[0]);
  };
  return (
    <>
      <div className={styles["find"]}>
        <Search
          ref={line}
          label={props.labels.find}
          value={props.find}
          onChange={(text) => {
            props.onFind(text);
            setActive(0);
          }}
          autoFocus
          onEnter={(text) => void enter(text)}
          onDown={() => grid.current?.focus()}
        />
        {props.beside}
      </div>
      {read.error ? (
        <Failed error={read.error} onAgain={read.again} />
      ) : read.isLoading ? (
        <Loading rows={7} />
      ) : rows.length === 0 ? (
        props.empty
      ) : (
        <Grid
          ref={grid}
          label={props.labels.tiles}
          count={rows.length}
          {...props.size}
          active={at}
          onActive={setActive}
          onTake={(index) => {
            const row = rows[index];
            if (row) onTake(row);
          }}
          onLeave={() => line.current?.focus()}
          taken={rows.findIndex(props.isTaken)}
          tile={(index) => {
            const row = rows[index];
            return row ? props.tile(row) : null;
          }}
        />
      )}
    </>
  );
}

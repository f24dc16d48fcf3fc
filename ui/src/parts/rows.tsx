import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef } from "react";
import styles from "./rows.module.css";

/** What one may ask of a list from outside. */
export interface RowsHandle {
  focus: () => void;
}

/** A long list of which only what is seen is built. Arrows, Home, End and page keys move the chosen row. */
export function Rows({
  ref,
  ...props
}: {
  label: string;
  count: number;
  /** The height of every row, in pixels. */
  rowHeight: number;
  /** The chosen row; -1 for none. */
  chosen: number;
  /** Where the arrows begin when no row is chosen, such as after the chosen one left the list. */
  near?: number;
  onChoose: (index: number) => void;
  /** Enter, or a second press. */
  onOpen?: (index: number) => void;
  row: (index: number, isChosen: boolean) => ReactNode;
  /** Told which rows are on the screen, to read them. */
  onRange?: (first: number, last: number) => void;
  ref?: Ref<RowsHandle>;
  className?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { count, rowHeight, chosen, onRange } = props;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    onRange?.(first, last);
  }, [onRange, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height have to be measured anew
  useEffect(() => {
    virtual.measure();
  }, [rowHeight, virtual]);
  const followed = useRef({ chosen: -1, count: -1 });
  useEffect(() => {
    const was = followed.current;
    followed.current = { chosen, count };
    if (chosen < 0 || chosen >= count) return;
    // A row that others push along is followed while it is seen; who reads elsewhere is left there.
    const top = box.current?.scrollTop ?? 0;
    const at = was.chosen * rowHeight;
    const isSeen = at > top - rowHeight && at < top + (box.current?.clientHeight ?? 0);
    if (was.chosen < 0 || was.count === count || isSeen) virtual.scrollToIndex(chosen);
  }, [chosen, count, rowHeight, virtual]);
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }));
  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const from = chosen >= 0 ? chosen : (props.near ?? -1);
    const steps: Record<string, number> = {
      // The row below the one that left stands in its place already.
      ArrowDown: chosen >= 0 || from < 0 ? from + 1 : from,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: count - 1,
    };
    if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      props.onOpen?.(chosen);
      return;
    }
    const to = steps[event.key];
    if (to === undefined || count === 0) return;
    event.preventDefault();
    props.onChoose(Math.min(count - 1, Math.max(0, to)));
  };
  return (
    <div
      ref={box}
      className={`${styles["box"] ?? ""} ${props.className ?? ""}`}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div className={styles["all"]} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list, which has the focus
          <div
            key={item.key}
            id={`${id}-${item.index}`}
            role="option"
            tabIndex={-1}
            aria-selected={item.index === chosen}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className={styles["row"]}
            style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
            onClick={() => props.onChoose(item.index)}
            onDoubleClick={() => props.onOpen?.(item.index)}
          >
            {props.row(item.index, item.index === chosen)}
          </div>
        ))}
      </div>
    </div>
  );
}

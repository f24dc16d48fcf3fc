import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import styles from "./grid.module.css";

/** What one may ask of a grid from outside. */
export interface GridHandle {
  focus: () => void;
}

/** Tiles of which only what is seen is built. Arrows move, Enter takes; up from the first row leaves. */
export function Grid({
  ref,
  ...props
}: {
  label: string;
  count: number;
  /** The least width and the height of a tile, in pixels. */
  leastWidth: number;
  height: number;
  gap?: number;
  /** Where the arrows stand. */
  active: number;
  onActive: (index: number) => void;
  onTake: (index: number) => void;
  onLeave?: () => void;
  /** Which tile is taken; -1 for none. */
  taken?: number;
  tile: (index: number) => ReactNode;
  ref?: Ref<GridHandle>;
}) {
  const { count, leastWidth, height, gap = 10, active, taken = -1 } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [columns, setColumns] = useState(4);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setColumns(Math.max(1, Math.floor((element.clientWidth + gap) / (leastWidth + gap))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [leastWidth, gap]);
  const virtual = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => box.current,
    estimateSize: () => height + gap,
    overscan: 2,
    initialRect: { width: 800, height: 560 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height have to be measured anew
  useEffect(() => {
    virtual.measure();
  }, [height, gap, virtual]);
  const row = Math.floor(active / columns);
  useEffect(() => {
    if (count > 0) virtual.scrollToIndex(row);
  }, [row, count, virtual]);
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }));
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (active < count) props.onTake(active);
      return;
    }
    if (event.key === "ArrowUp" && active < columns && props.onLeave) {
      event.preventDefault();
      props.onLeave();
      return;
    }
    const page = columns * Math.max(1, Math.floor((box.current?.clientHeight ?? height) / (height + gap)));
    const to = {
      ArrowRight: active + 1,
      ArrowLeft: active - 1,
      ArrowDown: active + columns,
      ArrowUp: active - columns,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined || count === 0) return;
    event.preventDefault();
    props.onActive(Math.min(count - 1, Math.max(0, to)));
  };
  return (
    <div
      ref={box}
      className={styles["grid"]}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={keys}
    >
      <div className={styles["all"]} style={{ height: Math.max(0, virtual.getTotalSize() - gap) }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            className={styles["row"]}
            role="presentation"
            style={{
              height,
              gap,
              transform: `translateY(${item.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(columns, count - item.index * columns) }, (_, at) => {
              const index = item.index * columns + at;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid, which has the focus
                // biome-ignore lint/a11y/useFocusableInteractive: the grid speaks for its tiles
                <div
                  key={index}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === taken}
                  aria-setsize={count}
                  aria-posinset={index + 1}
                  className={styles["tile"]}
                  data-active={index === active ? "" : undefined}
                  data-taken={index === taken ? "" : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    props.onActive(index);
                    props.onTake(index);
                  }}
                >
                  {props.tile(index)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { OrderCounts } from "../../../bindings/commands";
import { Search } from "../../parts/search";
import { useWords } from "../../words/use";
import { DayFilter } from "./days";
import styles from "./list.module.css";
import type { Filter } from "./window";

/** The groups of the list, in the order in which they are asked for. */
export const GROUPS = ["all", "decide", "pack", "road", "done", "cancelled"] as const;

/** One of the groups. */
export type Group = (typeof GROUPS)[number];

/** The group of an address, else all. */
export const groupOf = (text: string | undefined): Group => GROUPS.find((group) => group === text) ?? "all";

/** The search line, the day, and the groups with their counts. */
export function OrderFilter({
  filter,
  counts,
  nowMs,
  onFilter,
  onDown,
}: {
  filter: Filter;
  counts: OrderCounts | undefined;
  nowMs: number;
  onFilter: (some: Partial<Filter>) => void;
  /** The list is wanted: arrow down, or Enter. */
  onDown: () => void;
}) {
  const words = useWords();
  return (
    <>
      <div className={styles["find"]}>
        <Search
          label={words.t("orders-search")}
          value={filter.find}
          onChange={(find) => onFilter({ find })}
          onDown={onDown}
          onEnter={onDown}
        />
        <DayFilter day={filter.day} nowMs={nowMs} onDay={(day) => onFilter({ day })} />
      </div>
      <ToggleButtonGroup
        className={styles["tabs"] ?? ""}
        aria-label={words.t("orders-groups")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.group]}
        onSelectionChange={(keys) => {
          for (const key of keys) onFilter({ group: String(key) });
        }}
      >
        {GROUPS.map((group) => (
          <ToggleButton key={group} id={group} className={styles["tab"] ?? ""}>
            <span className="lbl">
              {words.t(`orders-group-${group}`)}
              {counts ? (
                <b className={group === "decide" && counts.decide > 0 ? styles["fire"] : ""}>
                  {words.grouped(counts[group])}
                </b>
              ) : null}
            </span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  );
}

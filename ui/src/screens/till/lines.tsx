import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useKey } from "../../keys/keys";
import { Icon } from "../../parts/icon";
import { AlertIcon, DropIcon, EditIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Named, Written } from "../../parts/written";
import { useWords } from "../../words/use";
import { askedFen, type Shown } from "./chosen";
import styles from "./lines.module.css";
import { amountFen, type Line } from "./order";

/** The order's lines: arrows choose, Enter changes one on the pad, R its rule, Delete takes one out. */
export function Lines(props: {
  lines: readonly Line[];
  shownOf: (line: Line) => Shown | null;
  missing: ReadonlyMap<number, { available: number }>;
  editing: number | null;
  nowMs: number;
  onEdit: (line: Line) => void;
  onRemove: (line: Line) => void;
  /** The chosen line by the next rule. */
  onRule: (line: Line) => void;
  onLeave: () => void;
}) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(-1);
  const { lines } = props;
  const at = Math.min(chosen, lines.length - 1);
  useKey(
    "Ctrl+E",
    t("till-to-lines"),
    () => {
      setChosen(lines.length - 1);
      box.current?.focus();
    },
    { isOff: lines.length === 0 },
  );
  const count = lines.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that was added has to be seen
  useEffect(() => {
    box.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [count]);
  const remove = (index: number) => {
    const line = lines[index];
    if (!line) return;
    props.onRemove(line);
    setChosen(Math.min(index, lines.length - 2));
    if (lines.length > 1) box.current?.focus();
    else props.onLeave();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const line = lines[at];
    if (to !== undefined) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(lines.length - 1, to)));
    } else if (event.key === "Enter" && line) {
      event.preventDefault();
      props.onEdit(line);
    } else if (event.code === "KeyR" && !event.ctrlKey && !event.altKey && line) {
      event.preventDefault();
      props.onRule(line);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove(at);
    } else if (event.key === "Escape") {
      event.preventDefault();
      props.onLeave();
    }
  };
  return (
    <div
      ref={box}
      className={styles["list"]}
      role="listbox"
      aria-label={t("till-lines")}
      aria-activedescendant={at >= 0 ? `till-line-${lines[at]?.key ?? ""}` : undefined}
      tabIndex={0}
      onKeyDown={keys}
      onFocus={() => {
        if (chosen < 0) setChosen(0);
      }}
      data-key="Ctrl+E"
    >
      {lines.map((line, index) => (
        <LineRow
          key={line.key}
          line={line}
          shown={props.shownOf(line)}
          available={props.missing.get(line.key)?.available}
          isOn={line.key === props.editing || index === at}
          isEdited={line.key === props.editing}
          nowMs={props.nowMs}
          onEdit={() => {
            setChosen(index);
            props.onEdit(line);
          }}
          onRemove={() => remove(index)}
        />
      ))}
    </div>
  );
}

function LineRow(props: {
  line: Line;
  shown: Shown | null;
  available: number | undefined;
  isOn: boolean;
  isEdited: boolean;
  nowMs: number;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const say = useQuantityText();
  const row = useRef<HTMLDivElement>(null);
  const { line, shown } = props;
  const seen = (element: HTMLDivElement | null) => {
    row.current = element;
    if (element && props.isOn) element.scrollIntoView({ block: "nearest" });
  };
  const asked = shown ? askedFen(shown.steps, line.quantity) : undefined;
  const isOwnPrice = asked !== undefined && asked !== line.priceFen;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list, which has the focus
    <div
      ref={seen}
      id={`till-line-${line.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={props.isOn}
      className={`${styles["line"]} ${props.isEdited ? styles["edited"] : ""}`}
      onClick={props.onEdit}
    >
      <Picture photo={shown?.thumbnail || undefined} file={shown?.picture ?? ""} width={54} height={48} />
      <div className={styles["what"]}>
        {shown ? <Named names={shown.names} className={styles["name"]} /> : null}
        {props.available === undefined ? (
          <span className={styles["second"]}>
            {shown?.grade ? <Named names={shown.grade} /> : null}
            {shown?.grade && (shown.endsMs !== undefined || shown.villager !== "") ? " · " : null}
            {shown?.endsMs === undefined ? null : words.span(shown.endsMs - props.nowMs)}
            {shown?.endsMs !== undefined && shown.villager !== "" ? " · " : null}
            {shown?.villager && line.filling === "earliest_expiry" ? <Written text={shown.villager} /> : null}
            {line.filling === "earliest_expiry" ? null : ` (${words.word("orders-rule", line.filling)})`}
          </span>
        ) : (
          <span className={styles["short"]}>
            <Icon of={AlertIcon} size="s" /> {t("till-only", { amount: say(props.available, line.measure) })}
          </span>
        )}
      </div>
      <div className={styles["sums"]}>
        <span className="num n-s">{words.money(amountFen(line))}</span>
        <span className={styles["count"]}>
          {isOwnPrice ? <Icon of={EditIcon} size="s" /> : null}
          {say(line.quantity, line.measure)} × {isOwnPrice ? <s>{words.price(asked)}</s> : null}{" "}
          {words.price(line.priceFen)}
        </span>
      </div>
      <Button
        className={styles["drop"] ?? ""}
        aria-label={t("till-remove")}
        onPress={props.onRemove}
        excludeFromTabOrder
      >
        <Icon of={DropIcon} />
      </Button>
    </div>
  );
}

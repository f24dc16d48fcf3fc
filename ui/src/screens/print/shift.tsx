import type { ShiftShown } from "../../../bindings/commands";
import { dayOf, formats, price } from "../../words/formats";
import { Fact, type Letterhead, Sheet } from "./paper";
import styles from "./print.module.css";

const time = formats("zh-CN").time;

/** A shift that was handed over, for both to sign. */
export function ShiftSheet({ last, head }: { last: ShiftShown; head: Letterhead }) {
  const day = dayOf(last.at_ms);
  return (
    <Sheet head={head} title="shift-hand-over" number={day}>
      <Fact of="print-date" head={head}>
        <span className={styles["digits"]}>
          {day} {time(last.at_ms)}
        </span>
      </Fact>
      <Fact of="shift-books-label" head={head}>
        <span className={styles["digits"]}>¥ {price(last.books_fen)}</span>
      </Fact>
      <Fact of="shift-counted" head={head}>
        <span className={styles["digits"]}>¥ {price(last.counted_fen)}</span>
      </Fact>
      {last.note === "" ? null : (
        <Fact of="shift-note" head={head} isLong>
          <span className={styles["lines"]}>{last.note}</span>
        </Fact>
      )}
      <div className={styles["signs"]}>
        <span>{last.from_name}</span>
        <span>{last.to_name}</span>
      </div>
    </Sheet>
  );
}

import type { OrderShown } from "../../../bindings/commands";
import { Dialog } from "../../parts/dialog";
import { State } from "../../parts/state";
import { useActor } from "../../words/actor";
import { useWords, type Words } from "../../words/use";
import styles from "./orders.module.css";

const MARKS = new Set(["asked", "placed", "confirmed", "packing", "handed_over", "completed", "cancelled"]);

/** A Tibetan label ends with a shad, which would stand before the colon. */
const bare = (label: string) => label.replace(/།+$/u, "");

/** What happened, in words: marks by their states, money and complaints by theirs, changes by their fields. */
export function whatWords(words: Words, what: string): string {
  const [head = "", tail = ""] = what.split(/:(.*)/su);
  if (head === "payment") return `${bare(words.t("aspect-payment"))}: ${words.word("payment", tail)}`;
  if (head === "after_sale") return `${bare(words.t("aspect-after-sale"))}: ${words.word("after-sale", tail)}`;
  if (head === "changed") {
    const fields = tail.split(",").map((field) => words.word("orders-field", field.replace(/_fen$/u, "")));
    return words.t("orders-what-changed", { fields: [...new Set(fields)].join(", ") });
  }
  if (MARKS.has(head)) return words.word("state", head);
  return words.word("orders-what", head);
}

/** Everything that happened to an order, as its facts say, oldest first; doubtful dates are marked. */
export function HistoryDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const actor = useActor();
  return (
    <Dialog title={words.t("orders-history-title", { number: order.number })} onClose={onClose} wide>
      <table className={styles["facts"]}>
        <thead>
          <tr>
            <th>{words.t("orders-when")}</th>
            <th>{words.t("orders-what")}</th>
            <th>{words.t("orders-who")}</th>
            <th>{words.t("orders-record")}</th>
          </tr>
        </thead>
        <tbody>
          {order.history.map((row) => (
            <tr key={row.fact}>
              <td className="tn">
                {words.dateWithYear(row.at_ms)} {words.time(row.at_ms)}
                {row.doubtful ? <State flag="earth" label={words.t("screen-date-doubtful")} /> : null}
              </td>
              <td>
                {whatWords(words, row.what)}
                {row.reason === "" ? null : <div className="small">{words.word("orders-doubt-short", row.reason)}</div>}
              </td>
              <td>{actor(row.actor)}</td>
              <td className="meta tn">{row.fact}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

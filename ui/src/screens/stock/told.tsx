import type { LotMoveRow } from "../../../bindings/commands";
import { useQuantityText } from "../../parts/number";
import { State } from "../../parts/state";
import { Written } from "../../parts/written";
import { useActor } from "../../words/actor";
import { useWords } from "../../words/use";
import { nearTime } from "./life";
import styles from "./stock.module.css";

/** What happened to a lot by itself, oldest first; what orders took of it stands with the orders. */
export function LotTold({ rows, measure, nowMs }: { rows: readonly LotMoveRow[]; measure: string; nowMs: number }) {
  const words = useWords();
  const actor = useActor();
  const text = useQuantityText();
  const signed = (quantity: number) => `${quantity > 0 ? "+" : "−"} ${text(Math.abs(quantity), measure)}`;
  return (
    <table className={styles["holders"]}>
      <thead>
        <tr>
          <th>{words.t("stock-told")}</th>
          <th className="r">{words.t("stock-changed-by")}</th>
          <th>{words.t("stock-who")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fact}>
            <td>
              {words.word("stock-move", row.kind)}{" "}
              <span className="meta">
                {nearTime(words, row.at_ms, nowMs)}
                {row.others.length > 0 ? ` · ${row.others.join(", ")}` : ""}
              </span>
              {row.doubtful ? <State flag="earth" label={words.t("screen-date-doubtful")} /> : null}
              {row.reason === "" ? null : (
                <div className="small">
                  <Written text={row.reason} />
                </div>
              )}
            </td>
            <td className="r tn">{row.quantity === 0 ? "" : signed(row.quantity)}</td>
            <td>{actor(row.actor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

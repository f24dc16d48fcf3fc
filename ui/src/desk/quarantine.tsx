import { Icon } from "../parts/icon";
import { AlertIcon } from "../parts/icons";
import { useWords } from "../words/use";
import { useAsk } from "./api";
import styles from "./desk.module.css";

/** What was refused of a station or could not be read; nothing else waits for it. */
export function Quarantine({ id }: { id: string }) {
  const words = useWords();
  const rows = useAsk("stations.quarantine", { station: id }, {}).data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={`card ${styles["devices"] ?? ""}`}>
      <h2 className="c-fire">
        <Icon of={AlertIcon} /> {words.t("desk-set-aside", { count: rows.length })}
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={`${row.fact}-${row.code}`}>
            <span className="col sp">
              <b className="tn" lang="en">
                {row.fact}
              </b>
              <span className="meta">
                {words.word("error", row.code) === row.code ? row.code : words.word("error", row.code)} ·{" "}
                {words.when(row.last_ms, Date.now())} · ×{row.times}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

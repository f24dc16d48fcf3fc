import type { SyncPast } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { AlertIcon, DoneIcon } from "../../parts/icons";
import { useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import styles from "./sync.module.css";

/** What one side refused: shown, and nothing else waits for it. */
export function Refusals({ refused }: { refused: readonly string[] }) {
  const words = useWords();
  const { may } = useSession();
  const close = useWrite("refusal.close");
  if (refused.length === 0) return null;
  return (
    <section className={`card ${styles["refused"] ?? ""}`} role="alert">
      <h2>
        <Icon of={AlertIcon} /> {words.t("sync-refused", { count: refused.length })}
      </h2>
      <p className="small">{words.t("sync-refused-hint")}</p>
      <ul>
        {refused.slice(0, 20).map((one, at) => {
          const [fact = "", code = ""] = one.split(": ");
          return (
            <li key={one}>
              <span className="col sp">
                <span>{words.word("aside", code)}</span>
                <span className="meta tn" lang="en">
                  {fact}
                </span>
              </span>
              {may("refusal.close") ? (
                <Btn
                  look="quiet"
                  label={words.t("sync-aside-seen")}
                  {...(at === 0 ? { keys: "F8" } : {})}
                  onPress={() => void close.run({ fact }).catch(() => undefined)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The last syncs, latest first. */
export function Past({ history }: { history: readonly SyncPast[] }) {
  const words = useWords();
  return (
    <section className={`card ${styles["past"] ?? ""}`}>
      <h2>{words.t("sync-past")}</h2>
      {history.length === 0 ? <p className="small">{words.t("sync-past-none")}</p> : null}
      <ul>
        {history.map((one) => (
          <li key={one.at_ms}>
            <time>{words.when(one.at_ms, Date.now())}</time>
            <span className={one.error ? "c-fire" : "c-water"}>
              <Icon of={one.error ? AlertIcon : DoneIcon} />
            </span>
            <span>
              {one.report
                ? words.t("sync-past-done", {
                    up: one.report.pushed,
                    down: one.report.pulled,
                    size: words.bytes(one.report.bytes_up + one.report.bytes_down),
                  })
                : words.word("link", one.error ?? "")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

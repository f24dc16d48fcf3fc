import { Empty, Loading } from "../parts/states";
import { useWords } from "../words/use";
import { useAsk } from "./api";
import styles from "./desk.module.css";
import { stationHref } from "./route";
import { useRefusal } from "./words";

/** What staff did, newest first. */
export function Log() {
  const words = useWords();
  const say = useRefusal();
  const read = useAsk("desk.log", {}, { limit: 200 });
  const entries = read.data?.entries ?? [];
  return (
    <main className={styles["log"]}>
      <section className={`card ${styles["table"] ?? ""}`}>
        <div className={styles["th"]}>
          <h1>{words.t("desk-log")}</h1>
        </div>
        {read.refusal ? (
          <p role="alert" className={styles["alert"]}>
            {say(read.refusal)}
          </p>
        ) : null}
        {!read.data && !read.refusal ? <Loading /> : null}
        {read.data && entries.length === 0 ? (
          <Empty picture="empty-search.svg" title={words.t("desk-log-empty")} />
        ) : null}
        {entries.length > 0 ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          <section className={styles["scroll"]} tabIndex={0} aria-label={words.t("desk-log")}>
            <table>
              <thead>
                <tr>
                  <th>{words.t("desk-col-when")}</th>
                  <th>{words.t("desk-col-who")}</th>
                  <th>{words.t("desk-col-what")}</th>
                  <th>{words.t("desk-col-station")}</th>
                  <th>{words.t("desk-reason")}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.number}>
                    <td className="tn">
                      {words.shortDate(entry.at_ms)} {words.time(entry.at_ms)}
                    </td>
                    <td>{entry.who}</td>
                    <td>
                      <b>{words.word("desk-act", entry.what)}</b> <span className="meta tn">{entry.subject}</span>
                    </td>
                    <td>
                      {entry.station ? (
                        <a href={stationHref(entry.station)}>{entry.station_name ?? entry.station}</a>
                      ) : (
                        ""
                      )}
                    </td>
                    <td className="small">{entry.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : null}
      </section>
    </main>
  );
}

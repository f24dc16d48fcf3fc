import { Failed, Loading } from "../../parts/states";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./settings.module.css";

/** The program itself: its version, where the records lie, and what was borrowed. */
export function AboutPart() {
  const words = useWords();
  const setup = useRead("setup.status", {});
  const status = useRead("station.status", {}).data;
  const sync = useRead("sync.status", {}).data;
  if (setup.error) return <Failed error={setup.error} onAgain={setup.again} />;
  if (!setup.data) return <Loading rows={3} />;
  return (
    <div className={styles["stack"]}>
      <div className={styles["group"]}>
        <h2>Tsong {setup.data.version}</h2>
        <dl className={styles["facts"]}>
          <dt>{words.t("about-system")}</dt>
          <dd lang="en">{setup.data.platform}</dd>
          <dt>{words.t("about-folder")}</dt>
          <dd lang="en">{setup.data.folder}</dd>
          <dt>{words.t("about-keys")}</dt>
          <dd>{words.t(status?.key_store === "keyring" ? "about-keyring" : "about-key-file")}</dd>
          <dt>{words.t("about-facts")}</dt>
          <dd className="tn">{sync ? words.grouped(sync.saved) : ""}</dd>
        </dl>
      </div>
      <div className={styles["group"]}>
        <h2>{words.t("about-borrowed")}</h2>
        <p>{words.t("about-licences")}</p>
        <p className="small">{words.t("about-tibetan")}</p>
      </div>
    </div>
  );
}

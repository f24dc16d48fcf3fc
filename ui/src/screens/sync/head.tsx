import type { SyncStatus, SyncWatch } from "../../../bindings/commands";
import { Bars, Icon } from "../../parts/icon";
import { HubServerIcon, SavedPcIcon } from "../../parts/icons";
import { State } from "../../parts/state";
import { Cloth } from "../../parts/weave";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import { strength } from "./ends";
import styles from "./sync.module.css";

function Left({ watch }: { watch: SyncWatch }) {
  const words = useWords();
  if (!watch.is_running)
    return <b className={styles["still"]}>{words.t(watch.last ? "sync-still" : "sync-not-yet")}</b>;
  if (watch.seconds_left === undefined)
    return <b className={styles["still"]}>{words.word("sync-phase", watch.phase)}</b>;
  const left = words.spanParts(Math.max(60, watch.seconds_left) * 1000);
  return (
    <>
      <span className="num n-l">{left.count}</span>
      <span className={styles["leftunit"]}>{words.t("sync-left", { unit: left.unit })}</span>
      <span className="small">{words.word("sync-phase", watch.phase)}</span>
    </>
  );
}

/** Here, the cloth between, and the hub. */
export function Head({ watch, status }: { watch: SyncWatch; status: SyncStatus }) {
  const words = useWords();
  const waiting = status.waiting + status.waiting_blobs;
  const all = watch.facts_waiting + watch.blobs_waiting;
  const done = watch.facts_done + watch.blobs_done;
  const bars = strength(watch);
  return (
    <section className={`card ${styles["head"] ?? ""}`}>
      <div className={styles["end"]}>
        <span className={`${styles["box"]} ${styles["here"]}`}>
          <Icon of={SavedPcIcon} size="xl" />
        </span>
        <span className="col">
          <b>{words.t("where-saved")}</b>
          <span className={`num ${styles["count"]}`}>{words.grouped(status.saved)}</span>
          <State bare flag="water" label={words.t("sync-all-of-it")} />
        </span>
      </div>
      <div className={styles["middle"]}>
        <div className={styles["left"]}>
          <Left watch={watch} />
        </div>
        <Cloth
          done={watch.is_running ? done : waiting > 0 ? 0 : 1}
          of={watch.is_running ? Math.max(1, all) : 1}
          thread={1}
          label={words.t("sync-progress")}
        />
        <div className={styles["link"]}>
          {watch.is_running ? (
            <>
              <Bars of={bars} />
              <span>{words.t(`sync-link-${bars}` as Key)}</span>
              <span className="tn">{words.t("sync-rate", { rate: words.bytes(watch.bytes_per_second) })}</span>
            </>
          ) : null}
          <span className="tn">
            {words.t("sync-bytes", { up: words.bytes(watch.bytes_up), down: words.bytes(watch.bytes_down) })}
          </span>
        </div>
      </div>
      <div className={`${styles["end"]} ${styles["right"]}`}>
        <span className="col">
          <b>{words.t("where-hub")}</b>
          <span className={`num ${styles["count"]}`}>{words.grouped(Math.max(0, status.saved - status.waiting))}</span>
          {waiting > 0 ? (
            <State bare flag="earth" label={`${words.grouped(waiting)} ${words.t("where-waiting")}`} />
          ) : (
            <State
              bare
              flag="sky"
              label={
                status.last_heard_ms === undefined
                  ? words.t("where-never")
                  : words.when(status.last_heard_ms, Date.now())
              }
            />
          )}
        </span>
        <span className={`${styles["box"]} ${styles["hub"]}`}>
          <Icon of={HubServerIcon} size="xl" />
        </span>
      </div>
    </section>
  );
}

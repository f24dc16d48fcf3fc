import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { SyncStatus, SyncWatch } from "../../../bindings/commands";
import { Screen } from "../../frame/screen";
import { useSync } from "../../frame/sync";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { DoneIcon, HubServerIcon, PauseIcon, PhotosIcon, StickIcon, SyncIcon } from "../../parts/icons";
import { Failed, Loading } from "../../parts/states";
import { useRead } from "../../state/read";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { ends } from "./ends";
import { Head } from "./head";
import { Past, Refusals } from "./history";
import { Lanes } from "./lanes";
import { StickDialog } from "./stick";
import styles from "./sync.module.css";

function Calm({ watch, status }: { watch: SyncWatch; status: SyncStatus }) {
  const words = useWords();
  const end = ends(watch, status);
  return (
    <section className={`${styles["calm"]} ${end.isTrouble ? styles["earthy"] : ""}`}>
      <h2>
        <Icon of={DoneIcon} /> {words.t("sync-go-on")}
      </h2>
      <p>{end.error ? words.error(end.error) : words.t(end.key)}</p>
      {watch.next_try_seconds !== undefined && !watch.is_running ? (
        <p className="small">
          {words.t("sync-next-try", { span: words.span(Math.max(60, watch.next_try_seconds) * 1000) })}
        </p>
      ) : null}
    </section>
  );
}

/** Holds photos, or lets them go: they are large, and a link may be weak or dear today. */
function Photos({ held }: { held: string }) {
  const { t } = useWords();
  const { change } = useSettings();
  const next = held === "paid" ? "go" : held ? "unpaid" : "paused";
  return (
    <Btn
      label={t(held ? "sync-photos-go" : "sync-photos-hold")}
      icon={held ? PhotosIcon : PauseIcon}
      keys="F6"
      onPress={() => change({ photos: next })}
    />
  );
}

function Shown({ watch, status }: { watch: SyncWatch; status: SyncStatus }) {
  const words = useWords();
  const { start, stop } = useSync();
  const navigate = useNavigate();
  const [isStick, setStick] = useState(false);
  return (
    <div className={styles["sync"]}>
      <Head watch={watch} status={status} />
      <Lanes watch={watch} status={status} />
      <aside className={styles["side"]}>
        <Calm watch={watch} status={status} />
        <Refusals refused={status.refused} />
        <Past history={status.history} />
        <Photos held={watch.photos_held} />
        <Btn label={words.t("sync-stick")} icon={StickIcon} keys="F4" onPress={() => setStick(true)} />
        {watch.is_running ? (
          <Btn big label={words.t("sync-stop-now")} icon={PauseIcon} onPress={stop} keys="F12" />
        ) : watch.is_enrolled ? (
          <Btn big look="main" label={words.t("sync-now")} icon={SyncIcon} onPress={start} keys="F12" />
        ) : (
          <Btn
            big
            look="main"
            label={words.t("enrol-go")}
            icon={HubServerIcon}
            keys="F12"
            onPress={() => void navigate({ to: "/settings", search: { part: "hub" } })}
          />
        )}
      </aside>
      {isStick ? <StickDialog isEnrolled={watch.is_enrolled} onClose={() => setStick(false)} /> : null}
    </div>
  );
}

/** One sync: how far it has come, what waits, what the hub refused and what was before. */
export function SyncScreen() {
  const words = useWords();
  const { watch } = useSync();
  const status = useRead("sync.status", {}, { everyMs: watch?.is_running ? 1_000 : 5_000 });
  return (
    <Screen title={words.t("sync-title")} sub={`${words.date(Date.now())} · ${words.time(Date.now())}`}>
      {status.error ? (
        <Failed error={status.error} onAgain={status.again} />
      ) : status.data && watch ? (
        <Shown watch={watch} status={status.data} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

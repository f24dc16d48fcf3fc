import { Link } from "@tanstack/react-router";
import { Icon } from "../parts/icon";
import { HubIcon, SavedIcon, WaitsIcon } from "../parts/icons";
import { useRead } from "../state/read";
import { useWords } from "../words/use";
import { useSync } from "./sync";

/** The three truths, said apart: saved here, waiting, at the hub. */
export function Where() {
  const words = useWords();
  const { watch } = useSync();
  const status = useRead("sync.status", {}, { everyMs: watch?.is_running ? 2_000 : 15_000 }).data;
  if (!status) return <span className="sp" />;
  const waiting = status.waiting + status.waiting_blobs;
  const heard = status.last_heard_ms;
  return (
    <Link to="/sync" className="where" title={words.t("where-label")}>
      <span className="c-water">
        <Icon of={SavedIcon} />
        <span className="lbl wordy">{words.t("where-saved")}</span>
      </span>
      <span className={waiting > 0 ? "c-earth" : "c-cloud"}>
        <Icon of={WaitsIcon} />
        <span className="lbl">
          <b>{words.grouped(waiting)}</b> <span className="wordy">{words.t("where-waiting")}</span>
          {status.waiting_blob_bytes > 0 ? (
            <span className="wide"> · {words.bytes(status.waiting_blob_bytes)}</span>
          ) : null}
        </span>
      </span>
      <span className={heard === undefined ? "c-cloud" : "c-sky"}>
        <Icon of={HubIcon} />
        <span className="lbl">
          {heard === undefined ? (
            <span className="wordy">{words.t("where-never")}</span>
          ) : (
            <>
              <span className="wordy">{words.t("where-hub")}</span> <b>{words.when(heard, Date.now())}</b>
            </>
          )}
        </span>
      </span>
    </Link>
  );
}

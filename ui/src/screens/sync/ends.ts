import type { AppError, SyncStatus, SyncWatch } from "../../../bindings/commands";
import type { Key } from "../../words/catalogue";

/** What to say about where the records are: a key, or the error of the last try. */
export interface End {
  key: Key;
  error: AppError | null;
  isTrouble: boolean;
}

/** The last try in words: running, never enrolled, failed, all there, or something waits. */
export function ends(watch: SyncWatch, status: SyncStatus): End {
  const calm = (key: Key): End => ({ key, error: null, isTrouble: false });
  if (watch.is_running) return calm("sync-running-hint");
  if (!watch.is_enrolled) return calm("sync-not-enrolled");
  const error = watch.last?.error ?? null;
  if (error && error.code !== "stopped") return { key: "sync-running-hint", error, isTrouble: true };
  return calm(status.waiting + status.waiting_blobs > 0 ? "sync-waiting-hint" : "sync-all-there");
}

/** How good the link is, from what it carried: 0 none, 4 good. */
export function strength(watch: SyncWatch): 0 | 1 | 2 | 3 | 4 {
  if (!watch.is_running || watch.phase === "connect") return 0;
  if (watch.bytes_per_second < 500) return 1;
  if (watch.bytes_per_second < 4_000) return 2;
  return watch.bytes_per_second < 40_000 ? 3 : 4;
}

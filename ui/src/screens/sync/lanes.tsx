import type { SyncStatus, SyncWatch } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import {
  DoneIcon,
  DownloadIcon,
  GoingIcon,
  type IconType,
  NotBegunIcon,
  PauseIcon,
  PayIcon,
  PhotosIcon,
  WaitsIcon,
} from "../../parts/icons";
import { type Flag, State } from "../../parts/state";
import { Cloth } from "../../parts/weave";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import styles from "./sync.module.css";

/** A thread of the sync: what goes in it and how far it has come. */
export interface LaneShown {
  id: "records" | "down" | "photos";
  icon: IconType;
  thread: 1 | 3 | 4;
  done: number;
  of: number;
  /** Bytes of what waits, where they are known. */
  bytes: number | null;
  at: "arrived" | "going" | "next" | "waits" | "paused";
}

const PHASES = ["connect", "facts_up", "facts_down", "blobs_up", "blobs_down", "done"];

function stand(watch: SyncWatch, phases: readonly string[], left: number, hasBeen: boolean): LaneShown["at"] {
  if (!watch.is_running) return left > 0 ? "waits" : hasBeen ? "arrived" : "next";
  const now = PHASES.indexOf(watch.phase);
  if (phases.includes(watch.phase)) return "going";
  return now > Math.max(...phases.map((phase) => PHASES.indexOf(phase))) ? "arrived" : "next";
}

/** The three threads: records up first, then what comes down, then pictures. */
export function lanes(watch: SyncWatch, status: SyncStatus): readonly LaneShown[] {
  const { is_running: isRunning } = watch;
  const records = isRunning ? watch.facts_waiting : status.waiting;
  const photos = isRunning ? watch.blobs_waiting : status.waiting_blobs;
  const hasBeen = status.last_heard_ms !== undefined;
  return [
    {
      id: "records",
      icon: PayIcon,
      thread: 1,
      done: isRunning ? watch.facts_done : 0,
      of: records,
      bytes: isRunning ? null : status.waiting_bytes,
      at: stand(watch, ["facts_up"], status.waiting, hasBeen),
    },
    {
      id: "down",
      icon: DownloadIcon,
      thread: 3,
      done: watch.facts_pulled,
      of: watch.facts_pulled,
      bytes: null,
      at: stand(watch, ["facts_down"], 0, hasBeen),
    },
    {
      id: "photos",
      icon: PhotosIcon,
      thread: 4,
      done: isRunning ? watch.blobs_done : 0,
      of: photos,
      bytes: status.waiting_blob_bytes,
      at: watch.photos_held ? "paused" : stand(watch, ["blobs_up", "blobs_down"], status.waiting_blobs, hasBeen),
    },
  ];
}

const FLAGS: Record<LaneShown["at"], { flag: Flag; icon: IconType }> = {
  arrived: { flag: "water", icon: DoneIcon },
  going: { flag: "sky", icon: GoingIcon },
  next: { flag: "cloud", icon: NotBegunIcon },
  waits: { flag: "earth", icon: WaitsIcon },
  paused: { flag: "cloud", icon: PauseIcon },
};

/** What the waiting records are about, in one line. */
function Kinds({ status }: { status: SyncStatus }) {
  const words = useWords();
  const about = status.waiting_kinds_are_about ? "≈ " : "";
  const kinds = status.waiting_kinds.map((kind) =>
    words.t(`sync-kind-${kind.kind}` as Key, { count: `${about}${words.grouped(kind.things)}` }),
  );
  return <span className="meta">{kinds.join(" · ")}</span>;
}

/** How much goes with the next sync, and how long it takes. */
function Waits({ bytes, seconds }: { bytes: number; seconds: number | undefined }) {
  const words = useWords();
  const size = words.bytes(bytes);
  if (seconds === undefined) return <p className="small">{words.t("sync-waits", { size })}</p>;
  const span = words.span(Math.max(60, seconds) * 1000);
  return <p className="small">{words.t("sync-waits-for", { size, span })}</p>;
}

function Lane({ lane, status, held }: { lane: LaneShown; status: SyncStatus; held: string }) {
  const words = useWords();
  const stands = FLAGS[lane.at];
  return (
    <li className={styles["lane"]}>
      <Icon of={lane.icon} size="l" />
      <span className="col">
        <b>{words.t(`sync-lane-${lane.id}` as Key)}</b>
        {lane.id === "records" && status.waiting_kinds.length > 0 ? (
          <Kinds status={status} />
        ) : (
          <span className="meta">
            {words.t(lane.at === "paused" ? (`sync-photos-${held}` as Key) : (`sync-lane-${lane.id}-hint` as Key))}
          </span>
        )}
      </span>
      <Cloth done={lane.done} of={lane.of} thread={lane.thread} label={words.t(`sync-lane-${lane.id}` as Key)} />
      <span className={styles["counts"]}>
        <span className="tn">
          <b>{words.grouped(lane.done)}</b> / {words.grouped(lane.of)}
        </span>
        {lane.bytes ? <span className="meta">{words.bytes(lane.bytes)}</span> : null}
      </span>
      <State flag={stands.flag} icon={stands.icon} label={words.t(`sync-lane-${lane.at}` as Key)} />
    </li>
  );
}

/** What goes first. */
export function Lanes({ watch, status }: { watch: SyncWatch; status: SyncStatus }) {
  const words = useWords();
  const held = watch.photos_held;
  const bytes = status.waiting_bytes + (held ? 0 : status.waiting_blob_bytes);
  const seconds = held ? status.waiting_record_seconds : status.waiting_seconds;
  return (
    <section className={`card ${styles["lanes"] ?? ""}`}>
      <h2>{words.t("sync-first")}</h2>
      {!watch.is_running && bytes > 0 ? <Waits bytes={bytes} seconds={seconds} /> : null}
      <ul>
        {lanes(watch, status).map((lane) => (
          <Lane key={lane.id} lane={lane} status={status} held={held} />
        ))}
      </ul>
    </section>
  );
}

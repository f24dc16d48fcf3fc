import { expect, it } from "vitest";
import type { SyncStatus, SyncWatch } from "../../../bindings/commands";
import { ends, strength } from "./ends";
import { lanes } from "./lanes";

const watch: SyncWatch = {
  is_enrolled: true,
  is_running: false,
  phase: "idle",
  bytes_up: 0,
  bytes_down: 0,
  facts_done: 0,
  facts_waiting: 0,
  facts_pulled: 0,
  photos_held: "",
  blobs_done: 0,
  blobs_waiting: 0,
  elapsed_ms: 0,
  bytes_per_second: 0,
  generation: 0,
};
const status: SyncStatus = {
  saved: 10,
  waiting: 0,
  waiting_kinds: [],
  waiting_kinds_are_about: false,
  waiting_bytes: 0,
  waiting_blobs: 0,
  waiting_blob_bytes: 0,
  refused: [],
  history: [],
};

it("says apart that all is there, that something waits, and that nobody enrolled it", () => {
  expect(ends(watch, status).key).toBe("sync-all-there");
  expect(ends(watch, { ...status, waiting: 3 }).key).toBe("sync-waiting-hint");
  expect(ends({ ...watch, is_enrolled: false }, status).key).toBe("sync-not-enrolled");
});

it("shows why the last try failed, but calls a stop by hand no trouble", () => {
  const failed = ends({ ...watch, last: { at_ms: 1, error: { code: "no_link" } } }, status);
  expect(failed).toMatchObject({ isTrouble: true, error: { code: "no_link" } });
  const stopped = ends({ ...watch, last: { at_ms: 1, error: { code: "stopped" } } }, { ...status, waiting: 1 });
  expect(stopped).toMatchObject({ isTrouble: false, key: "sync-waiting-hint" });
});

it("lets the threads go one after the other", () => {
  const going = {
    ...watch,
    is_running: true,
    phase: "facts_down",
    facts_waiting: 36,
    facts_done: 36,
    blobs_waiting: 11,
  };
  expect(lanes(going, status).map((lane) => [lane.id, lane.at])).toEqual([
    ["records", "arrived"],
    ["down", "going"],
    ["photos", "next"],
  ]);
});

it("calls a link of a hundred bytes a second weak, and none while it connects", () => {
  expect(strength({ ...watch, is_running: true, phase: "facts_up", bytes_per_second: 100 })).toBe(1);
  expect(strength({ ...watch, is_running: true, phase: "connect", bytes_per_second: 0 })).toBe(0);
});

it("says of photos that somebody holds that they are held, not that they wait for the hub", () => {
  const photos = (held: string, isRunning = false) =>
    lanes({ ...watch, photos_held: held, is_running: isRunning }, { ...status, waiting_blobs: 4 }).at(-1)?.at;
  expect(photos("")).toBe("waits");
  expect(photos("paused")).toBe("paused");
  expect(photos("paid", true)).toBe("paused");
});

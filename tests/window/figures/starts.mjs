// How long a start takes and how much memory the window wants, beside an empty window of the same type.
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Desktop, Key, waitFor } from "../lib/desktop.mjs";
import { programs } from "../lib/programs.mjs";
import { memoryBytes, treeOf } from "./memory.mjs";
import { median } from "./table.mjs";

/** Each is started so often, one after the other, so that a busy minute hits both. */
const STARTS = 7;
const SETTLED_MS = 3_000;

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A program that writes down when it was begun and becomes the one that is measured. */
function stopwatch(place, name, program) {
  const file = join(place, name);
  writeFileSync(file, `#!/bin/sh\ndate +%s%N > "${file}.begun"\nexec "${program}" "$@"\n`);
  chmodSync(file, 0o755);
  return { file, program, begunMs: () => Number(BigInt(readFileSync(`${file}.begun`, "utf8").trim()) / 1000n) / 1000 };
}

/** When a screen stood there, since 1970, and since when the page was loaded. */
const painted = (window, name) =>
  waitFor(
    () =>
      window.run(
        "const found = performance.getEntriesByName(arguments[0]).at(-1); return found ? { page: found.startTime, wall: performance.timeOrigin + found.startTime } : null",
        name,
      ),
    `${name} was never painted`,
  );

async function opened(run, station, watch, name) {
  const window = await Desktop.open(run, station.folder, watch.file);
  const { wall } = await painted(window, name);
  return { window, startMs: wall - watch.begunMs() };
}

async function ended(window, watch, station) {
  const pids = treeOf(watch.program, station.folder);
  await window.close();
  await waitFor(() => treeOf(watch.program, station.folder).length === 0, `${watch.program} does not end: ${pids}`);
}

async function memory(watch, station) {
  await rest(SETTLED_MS);
  return memoryBytes(treeOf(watch.program, station.folder));
}

async function startEmpty(run, station, watch) {
  const { window, startMs } = await opened(run, station, watch, "empty");
  const bytes = await memory(watch, station);
  await ended(window, watch, station);
  return { startMs, bytes };
}

async function startOurs(run, station, watch) {
  const { window, startMs } = await opened(run, station, watch, "sign-in");
  await window.has("input[type=password]");
  await window.run("addEventListener('keydown', (event) => { if (event.key === 'Enter') window.entered = event.timeStamp; }, true)");
  await window.type(station.pin);
  await window.press(Key.ENTER);
  const { page } = await painted(window, "home");
  const homeMs = page - (await window.run("return window.entered"));
  const bytes = await memory(watch, station);
  await ended(window, watch, station);
  return { startMs, homeMs, bytes };
}

export async function measureStarts(run, table, station, place) {
  const empty = stopwatch(place, "empty", process.env.TSONG_EMPTY_BIN);
  const own = stopwatch(place, "own", programs.desktop);
  // The first start of each reads the programs from the disk.
  await startEmpty(run, station, empty);
  await startOurs(run, station, own);
  const peers = [];
  const ours = [];
  for (let at = 0; at < STARTS; at += 1) {
    peers.push(await startEmpty(run, station, empty));
    ours.push(await startOurs(run, station, own));
  }
  const startMs = median(ours.map((one) => one.startMs));
  const homeMs = median(ours.map((one) => one.homeMs));
  const both = median(ours.map((one) => one.startMs + one.homeMs));
  console.log(`start to sign-in ${Math.round(startMs)} ms, PIN to home ${Math.round(homeMs)} ms`);
  table.ratio("start to sign-in and PIN to home, 100,000 orders", "ms", both, median(peers.map((one) => one.startMs)), 1.5);
  const megabytes = (runs) => median(runs.map((one) => one.bytes)) / 1_000_000;
  table.ratio("memory of all processes (PSS)", "MB", megabytes(ours), megabytes(peers), 1.3);
}

// A PC whose clock stands at 1970: it says so, and everything goes on.
import assert from "node:assert/strict";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Desktop, Key } from "./lib/desktop.mjs";
import { programs, scratch, tsong } from "./lib/programs.mjs";
import { makeSample } from "./lib/station.mjs";

const FAKETIME = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`).find(existsSync);

/** A program that starts the window with its clock at 1970; the hours since its start are true. */
function at1970(folder) {
  const file = join(folder, "window-1970");
  const set = `LD_PRELOAD="${FAKETIME}" FAKETIME="@1970-01-02 08:00:00" FAKETIME_DONT_FAKE_MONOTONIC=1`;
  writeFileSync(file, `#!/bin/sh\nexec env ${set} "${programs.desktop}" "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

test("a clock at 1970 is named, and orders are taken", { skip: FAKETIME ? false : "the package faketime is not here" }, async (t) => {
  const folder = scratch(t);
  const data = join(folder, "station");
  const made = await makeSample(data);
  await tsong(data, made, "call", "settings.save", '{"language":"en","is_sync_automatic":false}');
  const window = await Desktop.open(t, data, at1970(folder));
  await window.sees("The clock of this computer looks wrong.");
  await window.picture("day/clock-1970");
  await window.into("input[type=password]");
  await window.type(made.pin);
  await window.press(Key.ENTER);
  await window.sees("Take in goods");
  await window.press(Key.F2);
  await window.has("[data-till-search]");
  await window.has("#till-tiles [role=option]");
  await window.press(Key.ENTER);
  await window.type("1");
  await window.press(Key.ENTER);
  await window.press(Key.F12);
  await window.sees(/Saved: \S+/u);
  const checked = await window.call("verify", {});
  assert.ok(checked.ok, `the records agree: ${JSON.stringify(checked)}`);
});

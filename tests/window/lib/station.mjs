// A station served to Chromium, from an empty folder or the sample.
import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { promisify } from "node:util";
import { Page } from "./chromium.mjs";
import { programs, serve } from "./programs.mjs";

const run = promisify(execFile);

/** The sample station in a folder, enrolled where a hub is named; says who can sign in. */
export async function makeSample(folder, hub) {
  const at = hub ? [hub.url, hub.code] : [];
  const { stdout } = await run(programs.sample, [folder, ...at]);
  return JSON.parse(stdout);
}

/** Opens the screen of a folder in Chromium, as `tsong serve` brings it. */
export async function openStation(t, folder) {
  mkdirSync(folder, { recursive: true });
  const ui = process.env.TSONG_UI ? ["--ui", process.env.TSONG_UI] : [];
  const host = await serve(programs.tsong, ["--data", folder, "--keyring", "off", "--json", "serve", ...ui]);
  t.after(() => host.stop());
  return Page.open(t, host.ready.open);
}

export const signIn = (page, { operator, pin }) => page.call("session.sign_in", { operator, pin });

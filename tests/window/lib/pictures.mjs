// Where pictures of the screens are kept.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HOUSE = fileURLToPath(new URL("../../../", import.meta.url));
const folder = process.env.TSONG_PICTURES ?? join(HOUSE, "screenshots");

/** Keeps a picture for those who look after the screens; git does not. */
export function keepPicture(name, png) {
  const file = join(folder, `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, png, typeof png === "string" ? "base64" : undefined);
  if (process.env.TSONG_README_PICTURES && name in README) keepReadme(name, file);
}

/** What of it stands in the README, and under which name; written anew only when asked for. */
const README = {
  "en/till-1366": "till",
  "en/home-1366": "home",
  "zh-CN/orders-1366": "orders",
  "bo/stock-product-1366": "stock",
  "en/sync-1366": "sync",
  "en/desk-overview-1366": "desk",
};

function keepReadme(name, file) {
  const to = join(HOUSE, "docs/pictures", `${README[name]}.png`);
  mkdirSync(dirname(to), { recursive: true });
  execFileSync("convert", [file, "-strip", "-dither", "None", "-colors", "255", `PNG8:${to}`]);
}

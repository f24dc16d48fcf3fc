// What has to be carried: the package, and the script that stands before the first screen.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../../ui/dist/", import.meta.url));
const LANGUAGES = ["bo", "zh-CN", "en"];

const zipped = (file) => gzipSync(readFileSync(join(DIST, file))).length;

/** The entry, all that it imports, and the largest of the three languages' words, of which one is always read. */
function scriptBytes() {
  const page = readFileSync(join(DIST, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/gu)].map((found) => found[1]);
  if (scripts.length < 2) throw new Error("index.html names no scripts: how is it built now?");
  const names = readdirSync(join(DIST, "assets"));
  const words = LANGUAGES.map((language) => names.find((name) => name.startsWith(`${language}-`) && name.endsWith(".js")));
  const largest = Math.max(...words.map((name) => zipped(join("assets", name))));
  return scripts.reduce((sum, file) => sum + zipped(file), largest);
}

export function measureSizes(table) {
  table.most("JavaScript before lazy screens, gzip", "kB", scriptBytes() / 1000, 300);
  const deb = process.env.TSONG_DEB;
  if (deb) table.most("package of the desktop", "MB", statSync(deb).size / 1_000_000, 25, 1);
}

// From a key at the till to the goods that it finds, painted, with 10,000 listings.
import { Desktop, Key } from "../lib/desktop.mjs";
import { p95 } from "./table.mjs";
import { signIn } from "./signin.mjs";

/** What is searched for, key by key: names in three scripts, initials, Wylie, a number, and what is not there. */
const ASKED = ["matsutake", "sr", "yak butter", "松茸 12", "mar", "བེ་ཤ", "honey 77", "hetao", "9998", "zzz"];
const KEY_REST_MS = 400;

/** Runs in the page: notes of each key when the last thing that it changed had been painted. */
function watchKeys() {
  const goods = document.querySelector("[data-till-search]").closest("section");
  const keys = [];
  let key = null;
  addEventListener(
    "keydown",
    (event) => {
      // When the system saw the key; what stood in its way counts.
      key = { atMs: event.timeStamp, name: event.key, paintedMs: null };
      keys.push(key);
    },
    true,
  );
  new MutationObserver(() => {
    const of = key;
    if (!of) return;
    requestAnimationFrame(() =>
      requestAnimationFrame((now) => {
        of.paintedMs = now;
      }),
    );
  }).observe(goods, { subtree: true, childList: true, attributes: true, characterData: true });
  window.keysTyped = keys;
}

export async function measureTill(run, table, station) {
  const window = await Desktop.open(run, station.folder);
  await signIn(window, station);
  await window.press(Key.F2);
  await window.has("#till-tiles [role=option]");
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await window.run(`(${watchKeys})()`);
  for (const text of ASKED) {
    for (const char of text) {
      await window.type(char);
      await new Promise((resolve) => setTimeout(resolve, KEY_REST_MS));
    }
    await window.press(Key.ESCAPE);
    await new Promise((resolve) => setTimeout(resolve, KEY_REST_MS));
  }
  const keys = await window.run("return window.keysTyped");
  const painted = keys.filter((key) => key.paintedMs !== null).map((key) => ({ name: key.name, ms: key.paintedMs - key.atMs }));
  if (painted.length < 0.9 * keys.length) throw new Error(`only ${painted.length} of ${keys.length} keys changed what is shown`);
  const slowest = painted.toSorted((one, other) => other.ms - one.ms).slice(0, 5);
  console.log(`slowest keys: ${slowest.map((key) => `${key.name} ${Math.round(key.ms)} ms`).join(", ")}`);
  table.most(`key to painted goods, 10,000 listings (p95 of ${painted.length})`, "ms", p95(painted.map((key) => key.ms)), 50);
  await window.close();
}

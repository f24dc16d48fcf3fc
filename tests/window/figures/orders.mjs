// How smoothly the list of 100,000 orders runs by.
import { Desktop, Key } from "../lib/desktop.mjs";
import { signIn } from "./signin.mjs";

const SECONDS = 5;
/** What is scrolled in a frame: as a wheel does, and as when the bar is drawn from top to bottom. */
const PACES = { wheel: 120, drawn: 20_000 };

/** Runs in the page: frames a second while a list is moved by so many pixels each. */
function frames(pixels, seconds, done) {
  const list = document.querySelector("main [role=listbox]");
  list.scrollTop = 0;
  let begun;
  let count = 0;
  const frame = (now) => {
    begun ??= now;
    if (now - begun >= seconds * 1000) {
      done({ rate: (count * 1000) / (now - begun), top: list.scrollTop, rows: list.querySelectorAll("[role=option]").length });
      return;
    }
    count += 1;
    list.scrollTop += pixels;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

export async function measureOrders(run, table, station) {
  const window = await Desktop.open(run, station.folder);
  await signIn(window, station);
  await window.chord(Key.ALT, "3");
  await window.has("main [role=listbox] [role=option]");
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const idle = await window.later(`(${frames})(...arguments)`, 0, SECONDS);
  for (const [name, pixels] of Object.entries(PACES)) {
    const { rate, top, rows } = await window.later(`(${frames})(...arguments)`, pixels, SECONDS);
    if (top < pixels * SECONDS * 10 || rows === 0) throw new Error(`the list did not run: ${top} px, ${rows} rows, ${rate} frames a second of ${idle.rate}`);
    table.least(`list of 100,000 orders by the ${name === "wheel" ? "wheel" : "bar"}`, "fps", rate, idle.rate, 50);
  }
  await window.close();
}

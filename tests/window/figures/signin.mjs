import { Key } from "../lib/desktop.mjs";

/** Signs in and waits for the first screen. */
export async function signIn(window, { pin }) {
  await window.has("input[type=password]");
  await window.type(pin);
  await window.press(Key.ENTER);
  await window.sees("Take in goods");
}

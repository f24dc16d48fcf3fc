// The door and the house that is drawn behind it while somebody types the PIN.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { scratch, tsong } from "./lib/programs.mjs";
import { makeSample, openStation } from "./lib/station.mjs";

/** What may be asked while nobody is signed in. */
const AT_THE_DOOR = ["settings.show", "setup.status", "session.show", "station.status", "session.sign_in"];

test("the house behind the door is drawn, and neither reads nor hears before it is entered", async (t) => {
  const station = join(scratch(t), "station");
  const made = await makeSample(station);
  await tsong(station, made, "call", "settings.save", '{"language":"en","is_sync_automatic":false}');
  const page = await openStation(t, station);
  const asked = [];
  page.page.on("request", (request) => {
    const name = /\/call\/(.+)$/u.exec(request.url())?.[1];
    if (name) asked.push(name);
  });
  const house = page.page.locator(".app");
  const hash = () => page.page.evaluate(() => window.location.hash.replace(/^#\/?/u, ""));
  const enters = async (pin) => {
    await page.page.locator("input[type=password]").waitFor();
    await page.type(pin);
    await page.press("Enter");
    await page.sees("Take in goods");
  };

  await house.waitFor({ state: "attached" });
  assert.ok(await house.isHidden(), "nobody sees it");
  await page.press("F2", "Alt+3", "F9");
  assert.equal(await hash(), "", "its keys do nothing");
  assert.deepEqual(asked.filter((name) => !AT_THE_DOOR.includes(name)), [], "it has asked for nothing");

  await page.button("2").click();
  const typed = await page.page.evaluate(() => [document.activeElement.type, document.activeElement.value]);
  assert.deepEqual(typed, ["password", "2"], "a hand on the pad leaves the focus where one types");
  await page.press("Backspace");

  await enters(made.pin);
  assert.ok(await house.isVisible(), "it is there at once");
  const foot = page.page.locator(".rail .foot");
  assert.ok((await foot.innerText()).includes(made.operator), "and belongs to whoever came in");
  await page.goes("/orders");
  await page.press("Control+f");
  await page.type("butter");
  assert.equal(await page.page.evaluate(() => document.activeElement.value), "butter", "half a search stands there");

  await page.press("Control+l");
  await house.waitFor({ state: "attached" });
  await page.page.getByTitle(made.second).click();
  await page.page.locator("input[type=password]").focus();
  await page.type(made.second_pin);
  await page.press("Enter");
  await house.waitFor({ state: "visible" });
  assert.ok((await foot.innerText()).includes(made.second), "the next one has a house of their own");
  const left = await page.page.evaluate(() => [...document.querySelectorAll("input:not([type=radio])")].map((field) => field.value).filter(Boolean));
  assert.deepEqual(left, [], "in which nothing of the last one's stands");
  assert.deepEqual(page.troubles, []);
});

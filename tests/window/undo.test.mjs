// What was done a moment ago is taken back by one key, and what was typed for it is there again.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { scratch, tsong } from "./lib/programs.mjs";
import { makeSample, openStation, signIn } from "./lib/station.mjs";

const NEWEST = { state: "", find: "", day: "", limit: 1, is_newest_first: true };

test("one key takes back what was done last", async (t) => {
  const station = join(scratch(t), "station");
  const made = await makeSample(station);
  await tsong(station, made, "call", "settings.save", '{"language":"en","is_sync_automatic":false}');
  const page = await openStation(t, station);
  await signIn(page, made);
  await page.set({ language: "en", look: "light" });
  const newest = async () => (await page.call("order.list", NEWEST))[0];

  await t.test("an order: its goods are free again, and its lines stand at the till", async () => {
    const every = { find: "", product: "yak-butter", villager: "", with_empty: false, limit: 0 };
    const here = async () => (await page.call("lot.list", every)).reduce((sum, lot) => sum + lot.here, 0);
    const before = await here();
    await page.goes("/till");
    await page.page.locator("#till-tiles [role=option]").first().waitFor();
    await page.type("butter");
    await page.press("Enter");
    await page.page.waitForFunction(() => document.activeElement?.inputMode === "decimal");
    await page.type("1.5");
    await page.press("Enter", "F12");
    await page.sees("Saved:");
    assert.equal(await here(), before - 1_500, "the order holds its goods");
    const placed = await newest();
    await page.press("Control+z");
    await page.page.waitForFunction(() => !document.querySelector("main").innerText.includes("Saved:"), null, { polling: 50 });
    assert.equal(await here(), before, "and no longer");
    assert.equal((await page.call("order.show", { id: placed.id })).state, "Cancelled");
    assert.equal(await page.page.locator("[id^=till-line-]").count(), 1, "what was typed can be typed on");
    await page.sees("1.5 kg");
    await page.press("Control+e", "Delete");
  });

  await t.test("an order in the list, as long as nobody went on with it", async () => {
    const placed = (await page.call("order.list", { ...NEWEST, state: "Placed" }))[0];
    await page.goes(`/orders?id=${placed.id}`);
    await page.sees(placed.number);
    await page.page.locator("main [data-key='Ctrl+Z']").waitFor();
    await page.press("Control+z");
    await page.page.locator("main [data-key='Ctrl+Z']").waitFor({ state: "detached" });
    const order = await page.call("order.show", { id: placed.id });
    assert.equal(order.state, "Cancelled", "it is taken back");
    assert.deepEqual(order.payments.filter((one) => one.state === "cleared").map((one) => one.id), [], "no money of it is kept");
  });
});

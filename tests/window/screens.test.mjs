// Every screen, in three languages and two sizes, in Chromium: nothing is cut, nothing scrolls sideways, axe finds nothing.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { LANGUAGES } from "./lib/chromium.mjs";
import { Eye } from "./lib/eye.mjs";
import { makeHostile } from "./lib/hostile.mjs";
import { scratch, startHub, tsong } from "./lib/programs.mjs";
import { everyDialog, everyRoom, theDoor } from "./lib/rooms.mjs";
import { makeSample, openStation, signIn } from "./lib/station.mjs";

const PASTED = "李建国 13812341234 浙江省杭州市西湖区文三路478号3幢1102 松茸要当天摘的，谢谢";

test("every room of a full station, in every language", async (t) => {
  const folder = scratch(t);
  const hub = await startHub(folder);
  t.after(() => hub.stop());
  const station = join(folder, "station");
  const { code } = await hub.addStation("巴河站");
  const made = await makeSample(station, { url: hub.address, code });
  // Some of the orders wait: nobody syncs them.
  await tsong(station, made, "call", "settings.save", '{"is_sync_automatic":false}');
  const page = await openStation(t, station);
  await signIn(page, made);
  await page.set({ language: "en", look: "light" });

  await page.goes("/till");
  await page.page.locator("#till-tiles [role=option]").first().waitFor();
  for (const [goods, amount] of [["matsutake", "1.25"], ["butter", "2"]]) {
    await page.type(goods);
    await page.press("Enter");
    await page.page.waitForFunction(() => document.activeElement?.inputMode === "decimal");
    await page.type(amount);
    await page.press("Enter");
    await page.sees(`${amount} kg`);
  }
  await page.press("F4");
  await page.page.locator("[data-part=raw] textarea").fill(PASTED);
  await page.sees("478");
  await page.press("Escape");

  for (const language of LANGUAGES) {
    await t.test(language, async () => {
      await page.set({ language, look: "light" });
      const eye = new Eye(page, language);
      await everyRoom(eye);
      await everyDialog(eye);
      await theDoor(eye);
      await signIn(page, made);
      eye.ends();
    });
  }
  for (const look of ["dark", "contrast"]) {
    await t.test(look, async () => {
      await page.set({ language: "bo", look });
      const eye = new Eye(page, look);
      for (const room of ["", "till", "orders", "sync"]) {
        await page.goes(`/${room}`);
        await eye.look(room || "home");
      }
      eye.ends();
    });
  }
});

test("names of markup, of bidi, and of 300 letters do nothing but stand there", async (t) => {
  const page = await openStation(t, join(scratch(t), "station"));
  await makeHostile(page);
  for (const language of ["en", "bo"]) {
    await t.test(language, async () => {
      await page.set({ language, look: "light", is_sync_automatic: false });
      const eye = new Eye(page, `hostile-${language}`);
      await everyRoom(eye);
      assert.equal(await page.page.evaluate(() => window.harmed), undefined, "no name ran as a script");
      eye.ends();
    });
  }
});

test("a new computer begins with the county's stick", async (t) => {
  const folder = scratch(t);
  const hub = await startHub(folder);
  t.after(() => hub.stop());
  const { station, code } = await hub.addStation("巴河站");
  const old = join(folder, "old");
  const made = await makeSample(old, { url: hub.address, code });
  await tsong(old, made, "sync");
  for (const language of LANGUAGES) {
    await t.test(language, async (s) => {
      const stick = scratch(s);
      const given = await hub.call("bundle", "setup", stick, "--station", station);
      const data = join(scratch(s), "new");
      const page = await openStation(s, data);
      await page.set({ language, look: "light" });
      const eye = new Eye(page, language);
      await page.page.locator("main button").nth(1).waitFor();
      await page.press("F6");
      await page.type(join(stick, "nothing"));
      await page.press("Tab");
      await page.type("0000-0000-0000-0000");
      await page.press("F12");
      await page.page.locator("[role=alert]").first().waitFor();
      await eye.look("stick-1-wrong");
      for (const [at, text] of [stick, given.code].entries()) {
        await page.page.locator("main input[lang=en]").nth(at).focus();
        await page.press("Control+a");
        await page.type(text);
      }
      await page.press("F12");
      await page.sees("巴河站");
      await page.type("德吉");
      await page.press("Tab");
      await page.type("281904");
      await page.press("Tab");
      await page.type("281904");
      await eye.look("stick-2-keeper");
      await page.press("F12");
      await page.page.locator("code").first().waitFor();
      await page.type((await page.page.locator("code").allTextContents()).at(-1));
      await page.press("F12");
      await page.page.locator("[data-key=F9]").waitFor();
      await eye.look("stick-3-here");
      await page.press("F9");
      await page.page.locator("main p[role=status]").waitFor();
      await eye.look("stick-4-written");
      await page.press("F12");
      await page.page.locator("nav.rail").waitFor();
      const orders = await page.call("order.list", { state: "", find: "", day: "", limit: 0, is_newest_first: true });
      assert.ok(orders.length > 10, `the station's orders are here: ${orders.length}`);
      const taken = await hub.list("bundle", "import", stick, "--reply", stick);
      assert.ok(JSON.stringify(taken).includes('"enrolled":true'), `the county lets it in: ${JSON.stringify(taken)}`);
      eye.ends();
    });
  }
});

test("the first start asks in every language", async (t) => {
  for (const language of LANGUAGES) {
    await t.test(language, async (s) => {
      const page = await openStation(s, join(scratch(s), "station"));
      await page.set({ language, look: "light" });
      const eye = new Eye(page, language);
      await eye.look("first-1-language");
      await page.press("F12");
      await page.type("巴河站");
      await page.press("Tab");
      await page.type("bhz");
      await page.page.getByRole("option").first().waitFor();
      await eye.look("first-2-station", { hasList: true });
      await page.press("ArrowDown", "Enter");
      await page.press("F12");
      await page.type("德吉");
      await page.press("Tab");
      await page.type("281904");
      await page.press("Tab");
      await page.type("281905");
      await eye.look("first-3-keeper");
      await page.press("Backspace");
      await page.type("4");
      await page.press("F12");
      await page.page.locator("code").first().waitFor();
      await page.type("xxxx");
      await eye.look("first-4-key");
      await page.press("Backspace", "Backspace", "Backspace", "Backspace");
      const groups = await page.page.locator("code").allTextContents();
      await page.type(groups.at(-1));
      await page.press("F12");
      await page.page.locator("input[lang=en]").first().waitFor();
      await eye.look("first-5-hub");
      await page.press("Escape");
      await page.page.locator("nav.rail").waitFor();
      await page.goes("/");
      for (const room of ["", "till", "intake", "orders", "stock", "listings", "villagers", "buyers", "sync"]) {
        await page.goes(`/${room}`);
        await eye.look(`empty-${room || "home"}`);
      }
      eye.ends();
    });
  }
});

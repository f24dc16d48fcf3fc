// What may be typed, pasted and chosen by hand: it is understood or a sentence says why not, and it stays.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { Eye } from "./lib/eye.mjs";
import { scratch, tsong } from "./lib/programs.mjs";
import { makeSample, openStation, signIn } from "./lib/station.mjs";

const ONE_AND_A_QUARTER = ["1.25", "༡.༢༥", "１．２５", "١٫٢٥", "१.२५", "۱٫۲۵"];
const NO_NUMBERS = ["½", "1e3", "--5", "1..2", "Ⅳ", "松茸"];
const NOVEL = "清晨的林芝，雾从尼洋河上升起来，采松茸的人已经上山了。ཤར་ཕྱོགས་ནས་ཉི་མ་ཤར། ".repeat(420).slice(0, 20_000);

/** The sample station in Chromium, in English, with somebody signed in. */
async function atWork(t, folder) {
  const station = join(folder, "station");
  const made = await makeSample(station);
  await tsong(station, made, "call", "settings.save", '{"language":"en","is_sync_automatic":false}');
  const page = await openStation(t, station);
  await signIn(page, made);
  await page.set({ language: "en", look: "light" });
  return page;
}

/** The sentences that say what is wrong, as they are seen now. */
const said = (page) =>
  page.page.evaluate(() =>
    [...document.querySelectorAll("[role=alert], [slot=errorMessage]")]
      .filter((one) => one.checkVisibility())
      .map((one) => one.textContent.trim())
      .filter(Boolean),
  );

const focused = (page) => page.page.evaluate(() => document.activeElement?.value ?? null);

async function anew(page, text) {
  await page.press("Control+a");
  await page.page.keyboard.insertText(text);
  await page.settles();
}

/** What cannot be read is named in a sentence, and stays to be put right. */
async function isRefused(page, text, where) {
  await page.page.waitForFunction(() => [...document.querySelectorAll("[role=alert], [slot=errorMessage]")].some((one) => one.checkVisibility() && one.textContent.trim() !== ""), null, { polling: 50 }).catch(() => undefined);
  const sentences = await said(page);
  assert.ok(sentences.some((one) => one.includes(" ")), `"${text}" in ${where} is neither understood nor said to be wrong`);
  assert.notEqual(await focused(page), "", `"${text}" stays in ${where}`);
}

async function takesMatsutake(page) {
  await page.goes("/till");
  await page.page.locator("#till-tiles [role=option]").first().waitFor();
  await page.type("matsutake");
  await page.press("Enter");
  await page.page.waitForFunction(() => document.activeElement?.inputMode === "decimal");
}

/** At intake, a villager's matsutake on the scales. */
async function weighs(page) {
  await page.goes("/intake");
  await page.page.locator("main [role=option]").first().waitFor();
  await page.press("Enter");
  await page.page.getByText("What was brought?").waitFor();
  await page.page.locator("main [role=option]").first().waitFor();
  await page.type("matsutake");
  await page.press("Enter");
  await page.page.getByText("Which grade?").waitFor();
  await page.press("Enter");
  await page.press("F7");
  await page.page.locator("main input[inputmode=decimal]").waitFor();
}

test("numbers in digits of every script", async (t) => {
  const page = await atWork(t, scratch(t));
  const sum = () => page.page.locator("[data-key=F5]").first().textContent();

  await t.test("how much, at the till", async () => {
    await takesMatsutake(page);
    for (const text of ONE_AND_A_QUARTER) {
      await anew(page, text);
      assert.equal(await focused(page), "1.25", `"${text}" is one and a quarter`);
      await page.sees("= ¥850.00");
    }
    for (const text of NO_NUMBERS) {
      await anew(page, text);
      await page.press("Enter");
      await isRefused(page, text, "the pad of the till");
    }
  });

  await t.test("a price, at the till", async () => {
    await anew(page, "1");
    await page.press("F5");
    for (const text of ONE_AND_A_QUARTER) {
      await anew(page, text);
      assert.equal(await focused(page), "1.25");
      assert.match(await sum(), /1\.25/u, `"${text}" is the price`);
    }
    for (const text of NO_NUMBERS) {
      await anew(page, text);
      await page.press("Enter");
      await isRefused(page, text, "the price");
    }
    await page.press("Escape", "Escape");
  });

  await t.test("freight", async () => {
    await page.press("F6");
    for (const text of ONE_AND_A_QUARTER) {
      await anew(page, text);
      assert.equal(await focused(page), "1.25", `"${text}" is the freight`);
      assert.deepEqual(await said(page), []);
    }
    for (const text of NO_NUMBERS) {
      await anew(page, text);
      await isRefused(page, text, "the freight");
    }
    await anew(page, "0");
  });

  await t.test("a weight that is taken in", async () => {
    await weighs(page);
    for (const text of ONE_AND_A_QUARTER) {
      await anew(page, text);
      assert.equal(await focused(page), "1.25", `"${text}" is the weight`);
      await page.page.waitForFunction(() => /2\.5\s*jin/u.test(document.querySelector("main").innerText), null, { polling: 50 });
    }
    for (const text of NO_NUMBERS) {
      await anew(page, text);
      await page.press("Enter");
      await isRefused(page, text, "the weight");
    }
  });
});

test("a listing's price, in digits of every script", async (t) => {
  const page = await atWork(t, scratch(t));
  await page.goes("/listings");
  await page.press("ArrowDown");
  await page.page.locator("main input[inputmode=decimal]").first().waitFor();
  await page.press("F6");
  for (const text of ONE_AND_A_QUARTER) {
    await anew(page, text);
    assert.equal(await focused(page), "1.25", `"${text}" is the price`);
  }
  for (const text of NO_NUMBERS) {
    await anew(page, text);
    await page.press("F12");
    await isRefused(page, text, "the price of a listing");
    await page.press("F6");
  }
  await anew(page, "༤༢.༥༠");
  await page.press("F12");
  await page.settles();
  const listings = await page.call("listing.list", { find: "", state: "", limit: 0 });
  assert.ok(listings.some((one) => one.price_fen === 4_250), "¥42.50 is what it costs now");
});

test("a photo that is none, and one that cannot be", async (t) => {
  const page = await atWork(t, scratch(t));
  await weighs(page);
  await page.type("1.5");
  assert.equal(await focused(page), "1.5");
  await page.press("F8");
  const photo = page.page.locator("main input[type=file]");
  const pretending = [
    { name: "松茸.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg onload=alert(1)>") },
    { name: "empty.png", mimeType: "image/png", buffer: Buffer.alloc(0) },
    { name: "bomb.png", mimeType: "image/png", buffer: hugePng(20_000, 20_000) },
    { name: "cut.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]) },
  ];
  for (const file of pretending) {
    await photo.setInputFiles(file);
    await page.settles();
    assert.ok((await said(page)).some((one) => one.includes(" ")), `${file.name} is said to be no photo`);
  }
  await page.press("F7");
  await page.page.waitForFunction(() => document.activeElement?.value === "1.5", null, { polling: 50 });
  await page.press("F12");
  await page.page.waitForFunction(() => /Lot \S+ · 1\.5/u.test(document.body.innerText), null, { polling: 50 });
  const lots = await page.call("lot.list", { find: "", product: "", villager: "", with_empty: false, limit: 0 });
  assert.ok(lots.some((lot) => lot.here === 1_500), "and the goods are taken in without a photo");
});

/** The head of a PNG that says how large it would be; its pixels would fill gigabytes. */
function hugePng(width, height) {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write("IHDR", 4, "ascii");
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  head.set([8, 6, 0, 0, 0], 16);
  head.writeUInt32BE(crc32(head.subarray(4, 21)), 21);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), head]);
}

test("a pasted novel, and names of 300 letters", async (t) => {
  const page = await atWork(t, scratch(t));
  const eye = new Eye(page, "en");

  await t.test("in the box for a buyer", async () => {
    await page.goes("/till");
    await page.page.locator("#till-tiles [role=option]").first().waitFor();
    await page.press("F4");
    const box = page.page.locator("[data-part=raw] textarea");
    await box.focus();
    await page.page.keyboard.insertText(NOVEL);
    await page.settles();
    const kept = await box.inputValue();
    assert.ok(kept.length > 1_000 && NOVEL.startsWith(kept.slice(0, 1_000)), `the beginning stands there: ${kept.length} letters`);
    await eye.look("till-novel");
    await page.press("Escape");
  });

  await t.test("as a name", async () => {
    await page.goes("/villagers");
    await page.page.locator("[data-key=F6]").waitFor();
    await page.press("F6");
    await page.page.getByRole("dialog").waitFor();
    for (const text of [NOVEL, "ཚེ་རིང་".repeat(50), "W".repeat(300)]) {
      await page.page.getByRole("dialog").locator("input").first().focus();
      await anew(page, text);
      await page.press("F12");
      await page.settles();
      if ((await page.page.getByRole("dialog").count()) > 0) {
        const sentences = await said(page);
        assert.ok(sentences.length > 0 || (await focused(page)) === "", `a name of ${text.length} letters is taken or said to be too long`);
        assert.notEqual(await page.page.getByRole("dialog").locator("input").first().inputValue(), "", "what was pasted stays");
        await eye.look("villagers-long");
      }
    }
  });
  eye.ends();
});

// The county's desk, as the hub serves it, in Chromium.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { LANGUAGES, Page } from "./lib/chromium.mjs";
import { Eye } from "./lib/eye.mjs";
import { scratch, startHub, tsong } from "./lib/programs.mjs";
import { makeSample } from "./lib/station.mjs";

const SWITCH = { en: "EN", "zh-CN": "中", bo: "བོད" };
const STATION = "巴河站";
const OTHERS = ["错高站", "朱拉站", "金达站", "娘蒲站"];

async function speaks(page, language) {
  await page.page.getByText(SWITCH[language], { exact: true }).click();
  await page.settles();
}

/** Looks at what stands there in every language; ends in English. */
async function look(page, name) {
  for (const language of LANGUAGES) {
    await speaks(page, language);
    const eye = new Eye(page, language);
    await eye.look(`desk-${name}`);
    eye.ends();
  }
  await speaks(page, "en");
}

const text = (page) => page.page.evaluate(() => document.body.innerText);

/** The code and the address that a dialog tells. */
async function toldCode(page) {
  await page.page.getByRole("dialog").locator("code").waitFor();
  return (await page.page.getByRole("dialog").locator("code").textContent()).trim();
}

test("the county's desk", async (t) => {
  const folder = scratch(t);
  const hub = await startHub(folder);
  t.after(() => hub.stop());
  const sample = join(folder, "sample");
  const first = await hub.addStation(STATION);
  for (const name of OTHERS) await hub.addStation(name);
  const made = await makeSample(sample, { url: hub.address, code: first.code });
  await tsong(sample, made, "sync");
  const { token } = await hub.call("staff", "add", "--name", "卓玛");
  const page = await Page.open(t, `${hub.address}/desk`);
  await speaks(page, "en");
  const field = page.page.getByLabel("Staff token");

  await t.test("wrong tokens are refused, and the wait grows", async () => {
    const waits = [];
    for (let wrong = 0; waits.length < 2; wrong += 1) {
      assert.ok(wrong < 12, `somebody who guesses has to wait: ${waits}`);
      await field.fill(`${"x".repeat(40)}${wrong}`);
      const answered = page.page.waitForResponse((response) => response.request().method() === "POST");
      await page.button("Enter").click();
      await answered;
      await page.sees(/./u.test(waits.join("")) ? "Wait" : "This token is not known.");
      const wait = Number(/Wait (\d+) seconds/u.exec(await text(page))?.[1] ?? 0);
      if (wait > 0) waits.push(wait);
      await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
    }
    assert.ok(waits[1] > waits[0], `the second wait is longer: ${waits}`);
    await look(page, "wrong-token");
    await new Promise((resolve) => setTimeout(resolve, waits[1] * 1_000));
  });

  await t.test("the right one opens the county", async () => {
    await field.fill(token);
    await page.button("Enter").click();
    await page.sees(STATION);
    await page.settles();
    await look(page, "overview");
  });

  await t.test("a station is added, and its code enrols a computer", async () => {
    await page.press("F4");
    const dialog = page.page.getByRole("dialog");
    await dialog.getByLabel("Name of the station").fill("仲萨站");
    await dialog.getByLabel("Township or village").fill("cgx");
    await dialog.locator("li button").first().click();
    await dialog.getByRole("button", { name: "Add" }).click();
    const code = await toldCode(page);
    await new Eye(page, "en").look("desk-code");
    await page.press("Escape");
    const second = join(folder, "second");
    await tsong(second, { operator: "央金", pin: "394827" }, "init", "--name", "仲萨站");
    await tsong(second, { operator: "央金", pin: "394827" }, "enroll", "--hub", hub.address, "--code", code);
    await tsong(second, { operator: "央金", pin: "394827" }, "sync");
    const stations = await hub.list("stations");
    const there = stations.find((station) => station.name === "仲萨站");
    assert.equal(there?.devices, 1, "the hub knows one computer of it");
    await page.page.reload();
    await page.sees("仲萨站");
  });

  await t.test("a buyer's number is shown once asked for, and the log says who asked", async () => {
    await page.page.getByRole("link", { name: STATION }).first().click();
    await page.sees("Computers");
    await page.settles();
    await look(page, "station");
    const eye = page.page.getByRole("button", { name: /^Show phone and address of order/u }).first();
    const row = page.page.getByRole("row").filter({ has: eye }).first();
    const number = (await row.locator("td").first().textContent()).trim();
    assert.match(await row.textContent(), /\*{4}/u, "it is masked before");
    await eye.click();
    await page.page.waitForFunction(
      (wanted) => [...document.querySelectorAll("tr")].some((one) => one.textContent.includes(wanted) && /1\d{10}/u.test(one.textContent)),
      number,
    );
    await page.page.evaluate(() => {
      window.location.hash = "#/log";
    });
    await page.sees("Looked at a buyer");
    await page.sees("卓玛");
    await page.settles();
    await look(page, "log");
  });

  await t.test("a computer that was shut out syncs no more", async () => {
    await page.page.evaluate((to) => {
      window.location.hash = to;
    }, `#/station/${first.station}`);
    await page.button("Shut out").click();
    const dialog = page.page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("stolen");
    await new Eye(page, "en").look("desk-revoke");
    await dialog.getByRole("button", { name: "Shut out" }).click();
    await page.sees("stolen");
    await assert.rejects(tsong(sample, made, "sync"), /"code":\s*"revoked"/u, "the hub refuses its sync");
    await look(page, "revoked");
  });

  await t.test("signing out ends it", async () => {
    await page.button("Sign out").click();
    await field.waitFor();
  });
});

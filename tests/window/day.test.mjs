// A station's day in the real window by keys alone, from the first start to a hub that has the orders.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { Desktop, Key, processesOf, waitFor } from "./lib/desktop.mjs";
import { programs, scratch, startHub } from "./lib/programs.mjs";

const KEEPER = "Dekyi";
const PIN = "281904";
const ALL_ORDERS = { state: "", find: "", day: "", limit: 9, is_newest_first: true };
const PASTED = "李建国 13812341234 浙江省杭州市西湖区文三路478号";

/** Answers the questions of a first start, up to the first screen of the house. */
async function firstStart(window) {
  await window.has("main input");
  const language = () => window.run("return document.documentElement.lang");
  for (let before = await language(); before !== "en"; before = await language()) {
    await window.chord(Key.ALT, "l");
    await waitFor(async () => (await language()) !== before, `the language after ${before}`);
  }
  await window.sees("Which language?");
  await window.press(Key.F12);
  await window.sees("What is the station called?");
  await window.type("Bahe Station");
  await window.press(Key.TAB);
  await window.type("bhz");
  await window.has("[role=option]");
  await window.press(Key.ARROW_DOWN, Key.ENTER);
  await window.picture("day/01-station");
  await window.press(Key.F12);
  await window.sees("Who keeps this station?");
  await window.type(KEEPER);
  await window.press(Key.TAB);
  await window.type(PIN);
  await window.press(Key.TAB);
  await window.type("281905");
  await window.sees("The two PINs differ.");
  await window.press(Key.BACK_SPACE);
  await window.type("4");
  await window.press(Key.F12);
  await window.sees("Write this key down now");
  const groups = await window.run("return [...document.querySelectorAll('code')].map((code) => code.textContent)");
  assert.ok(groups.length > 3, `the recovery key stands there in groups: ${groups}`);
  const last = groups.at(-1);
  await window.type([...last].reverse().join("") === last ? "0000" : [...last].reverse().join(""));
  await window.sees("This is not the last group.");
  await window.picture("day/02-key");
  for (const _ of last) await window.press(Key.BACK_SPACE);
  await window.type(last);
  await window.press(Key.F12);
  await window.sees("Is there a link to the county?");
  await window.press(Key.ESCAPE);
  await window.sees("Take in goods");
  await window.picture("day/03-home-empty");
}

async function signIn(window) {
  await window.has("input[type=password]");
  await window.type(PIN);
  await window.press(Key.ENTER);
  await window.sees("Take in goods");
}

/** The till with a first line and a buyer out of pasted text, nothing saved yet. */
async function typeOrder(window, kilograms) {
  await window.press(Key.F2);
  await window.has("[data-till-search]");
  await window.press(Key.ENTER);
  await window.type(kilograms);
  await window.press(Key.ENTER);
  await window.press(Key.F4);
  await waitFor(() => window.run("return document.activeElement.closest('[data-part=raw]') !== null"), "one pastes at once");
  await window.type(PASTED);
  await window.knows(
    "draft.list",
    { noun: "order" },
    (drafts) => drafts.some((draft) => JSON.stringify(draft.content).includes("西湖区") && JSON.stringify(draft.content).includes("13812341234")),
    "the half-typed order is kept",
  );
  await window.press(Key.F4);
}

test("a day at the station", async (t) => {
  const folder = scratch(t);
  const data = join(folder, "station");
  let window = await Desktop.open(t, data);
  let isWhole = true;
  /** One thing after another: what comes after a failure would tell nothing. */
  const then = (name, run) =>
    t.test(name, { skip: !isWhole }, async () => {
      try {
        await run();
      } catch (error) {
        isWhole = false;
        await window.picture(`day/failed-${name.replaceAll(/\W+/gu, "-")}`).catch(() => undefined);
        throw error;
      }
    });

  await then("the first start asks one question after another", () => firstStart(window));

  await then("wrong PINs lock the door for a while that is counted down", async () => {
    await window.call("settings.save", { is_sync_automatic: false });
    await window.chord(Key.CONTROL, "l");
    await window.has("input[type=password]");
    for (let left = 4; left > 0; left -= 1) {
      await window.type("118822");
      await window.press(Key.ENTER);
      await window.sees(`Tries left before a wait: ${left}`);
    }
    await window.type("118822");
    await window.press(Key.ENTER);
    await window.sees(/Wait \d+ seconds/u);
    await window.picture("day/04-locked-out");
    const seconds = async () => Number(/Wait (\d+) seconds/u.exec(await window.text())?.[1] ?? 0);
    const first = await seconds();
    await waitFor(async () => (await seconds()) < first, "the wait is counted down");
    await waitFor(async () => (await seconds()) === 0, "the wait ends");
    await waitFor(() => window.run("return document.activeElement.type === 'password'"), "the field for the PIN has the focus again");
    await signIn(window);
  });

  await then("a newcomer's matsutake are taken in by keyboard, in three languages on the way", async () => {
    await window.press(Key.F3);
    await window.sees("Nobody is known here yet");
    await window.chord(Key.ALT, "n");
    await window.has("[role=dialog] input");
    await window.type("次仁卓玛");
    await window.press(Key.TAB);
    await window.type("ཚེ་རིང་སྒྲོལ་མ");
    await window.press(Key.F12);
    await window.sees("What was brought?");
    await window.type("matsutake");
    await window.press(Key.ENTER);
    await window.sees("Which grade?");
    await window.press(Key.ENTER);
    await window.sees("How heavy?");
    await window.type("6.2");
    const typed = "return [...document.querySelectorAll('main input')].map((field) => field.value).includes('6.2')";
    for (const word of ["དེ་རིང", "今日", "Today"]) {
      await window.chord(Key.ALT, "l");
      await window.sees(word);
      assert.ok(await window.run(typed), `what was typed stays beside ${word}`);
    }
    await window.picture("day/05-intake");
    await window.press(Key.F12);
    await window.sees(/Lot \S+ · 6\.2/u);
    const lots = await window.call("lot.list", { find: "", product: "", villager: "", with_empty: false, limit: 0 });
    assert.deepEqual(lots.map((lot) => lot.here), [6200], "the goods lie here");
  });

  await then("what lies here is listed and put on sale", async () => {
    await window.chord(Key.ALT, "5");
    await window.sees("Nothing is offered yet");
    await window.press(Key.F4);
    await window.has("[role=dialog] [role=option], [role=dialog] [role=row], [role=dialog] [role=listbox]");
    await window.press(Key.ENTER);
    await window.sees("Price of a kilogram");
    await window.type("380");
    await window.press(Key.F12);
    const listings = await window.knows("listing.list", { find: "", state: "", limit: 0 }, (rows) => rows.length === 1, "one listing");
    if (listings[0].state !== "on_sale") {
      await window.sees("Put on sale");
      await window.press(Key.F5);
    }
    await window.knows("listing.list", { find: "", state: "on_sale", limit: 0 }, (rows) => rows[0]?.price_fen === 38_000, "it is on sale");
    await window.picture("day/06-listing");
  });

  await then("a power cut takes nothing of a half-typed order", async () => {
    await typeOrder(window, "0.6");
    await window.picture("day/07-till");
    await window.isCutOff();
    window = await Desktop.open(t, data);
    await signIn(window);
    await window.press(Key.F2);
    await window.sees("李建国");
    await window.sees("228");
    await window.picture("day/08-till-again");
    await window.press(Key.F12);
    await window.sees(/Saved: \S+/u);
    const [first] = await window.call("order.list", ALL_ORDERS);
    const order = await window.call("order.show", { id: first.id });
    assert.equal(order.buyer.name, "李建国", "read out of the pasted text");
    assert.equal(order.total_fen, 22_800, "0.6 kg at ¥380");
  });

  await then("the next steps are one key each", async () => {
    await window.chord(Key.ALT, "3");
    await window.sees("Goods and whose they are");
    await window.press(Key.F12);
    await window.sees("Confirmed");
    await waitFor(async () => (await window.text()).includes("Pack"), "the next step is offered");
    await window.press(Key.F12);
    await window.knows("order.list", { ...ALL_ORDERS, state: "Packing" }, (rows) => rows.length === 1, "the order is being packed");
    await window.sees("Packing");
    await window.picture("day/09-order");
  });

  await then("a second start brings the first window forward", async () => {
    const second = spawn(programs.desktop, ["--data", data, "--keyring", "off"], { stdio: "ignore" });
    const code = await new Promise((resolve) => second.on("exit", resolve));
    assert.ok(code === 0 || code === 1, `the second start ends by itself: ${code}`);
    assert.equal((await window.handles()).length, 1, "there is one window");
    await window.sees("Goods and whose they are");
  });

  const hub = await startHub(folder);
  t.after(() => hub.stop());
  const { station, code } = await hub.addStation("Bahe Station");

  await then("without a hub the sync says so, and enrolling is two fields in the settings", async () => {
    await window.press(Key.F9);
    await window.sees("not joined to a hub yet");
    await window.chord(Key.ALT, "8");
    await waitFor(() => window.run("return document.activeElement.matches('[role=tab]')"), "the parts of the settings have the focus");
    await window.press(Key.ARROW_DOWN, Key.ARROW_DOWN);
    await window.sees("One-time code");
    await window.press(Key.TAB);
    await waitFor(() => window.run("return document.activeElement.matches('#settings-part input')"), "the first field comes next");
    await window.chord(Key.CONTROL, "a");
    await window.type(hub.address);
    await window.press(Key.TAB);
    await window.type(code);
    await window.press(Key.ENTER);
    await window.sees("This computer is enrolled at the county");
    await window.picture("day/10-enrolled");
  });

  await then("with the link down it says so in words and all waits here", async () => {
    await hub.stop();
    await typeOrder(window, "0.4");
    await window.press(Key.F12);
    await window.sees(/Saved: \S+/u);
    await window.press(Key.F9);
    await window.sees("There is no link just now.");
    await window.picture("day/11-no-link");
    await window.chord(Key.ALT, "3");
    await window.sees(/Waits here/u);
    await window.picture("day/12-waits");
  });

  await then("with the link back one key brings all to the hub", async () => {
    await hub.again();
    await window.press(Key.F9);
    await window.sees(/Synced: \d+ up/u);
    await window.knows("sync.status", {}, (status) => status.waiting === 0, "nothing waits");
    const there = await hub.list("orders", "--station", station);
    assert.deepEqual(there.map((order) => order.buyer.name), ["李建国", "李建国"], "the hub has both orders");
    await window.sees("At the hub");
    await window.picture("day/13-at-the-hub");
  });

  await then("a window closed in mid-save has saved", async () => {
    await typeOrder(window, "0.5");
    await window.run("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F12', code: 'F12' }))");
    window.menuKey("ctrl+q");
    await waitFor(() => processesOf(data).length === 0, "the program ends");
    await window.close();
    window = await Desktop.open(t, data);
    await signIn(window);
    const orders = await window.call("order.list", ALL_ORDERS);
    const drafts = await window.call("draft.list", { noun: "order" });
    assert.ok(orders.length === 3 || drafts.length === 1, "saved, or still on the till");
    const checked = await window.call("verify", {});
    assert.ok(checked.ok, `the records agree: ${JSON.stringify(checked)}`);
  });
});

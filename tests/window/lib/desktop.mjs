// The real window, by WebDriver: tauri-driver before WebKitWebDriver.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Builder, By, Capabilities, Key, until } from "selenium-webdriver";
import { keepPicture } from "./pictures.mjs";
import { freePort, programs } from "./programs.mjs";

/** Slower than any scanner: what a person types is not taken for a scan. */
const KEY_MS = 50;
const WAIT_MS = 60_000;
const TICK_MS = 100;
const START_MS = 30_000;

export { Key };

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something is so. */
export async function waitFor(isSo, what) {
  const end = performance.now() + WAIT_MS;
  for (;;) {
    const answer = await isSo();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(typeof what === "function" ? await what() : what);
    await rest(TICK_MS);
  }
}

async function startDriver(t) {
  const port = await freePort();
  const native = await freePort();
  const words = ["--port", String(port), "--native-port", String(native)];
  // A group of its own: the native driver below it ends with it.
  const driver = spawn("tauri-driver", words, { stdio: "inherit", detached: true });
  t.after(() => {
    try {
      process.kill(-driver.pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  });
  await waitFor(
    () => fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false),
    "tauri-driver does not answer",
  );
  return port;
}

/** The processes of the window on a folder, the window's own first. */
export function processesOf(data) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return words[0] === programs.desktop && words.includes(data);
      } catch {
        return false; // It ended meanwhile.
      }
    });
}

/** Runs in the page: paints one speck again and again, or no more. */
function paint(isOn) {
  clearInterval(window.specks);
  document.getElementById("speck")?.remove();
  if (!isOn) return;
  const speck = document.body.appendChild(document.createElement("i"));
  speck.id = "speck";
  Object.assign(speck.style, { position: "fixed", right: "0", bottom: "0", width: "1px", height: "1px" });
  let at = 0;
  window.specks = setInterval(() => {
    at = 1 - at;
    speck.style.background = `rgb(245 240 ${230 + at})`;
  }, 50);
}

/** A window that one can look at and type into. */
export class Desktop {
  #driver;

  constructor(driver, data) {
    this.#driver = driver;
    this.data = data;
  }

  /** Opens the window on a station's folder, by another program that starts it where one is named. */
  static async open(t, data, application = programs.desktop) {
    // The bus may not know yet that a window was killed: the next one then takes itself for a second start.
    const driver =
      (await Desktop.#begin(t, data, application)) ??
      (await Desktop.#begin(t, data, application)) ??
      (await Desktop.#begin(t, data, application));
    assert.ok(driver, "the window opens");
    const desktop = new Desktop(driver, data);
    t.after(() => desktop.close());
    await waitFor(() => desktop.text().then((text) => text.trim() !== ""), "the window stays empty");
    return desktop;
  }

  static async #begin(t, data, application) {
    const port = await startDriver(t);
    const capabilities = new Capabilities();
    capabilities.setBrowserName("wry");
    capabilities.set("tauri:options", { application, args: ["--data", data, "--keyring", "off"] });
    const building = new Builder().usingServer(`http://127.0.0.1:${port}/`).withCapabilities(capabilities).build();
    const asked = Promise.resolve(building).catch(() => null);
    return Promise.race([asked, rest(START_MS).then(() => null)]);
  }

  /** Ends the window; a driver whose window is gone already is not waited for long. */
  close() {
    return Promise.race([this.#driver.quit().catch(() => undefined), rest(5_000)]);
  }

  /** Ends the program as a power cut does. */
  async isCutOff() {
    const [pid] = processesOf(this.data);
    process.kill(pid, "SIGKILL");
    await waitFor(() => processesOf(this.data).length === 0, "the program is still there");
    await this.close();
  }

  text() {
    return this.run("return document.body.innerText");
  }

  run(script, ...args) {
    return this.#driver.executeScript(script, ...args);
  }

  /** Runs a script whose last argument is called with its answer. */
  later(script, ...args) {
    return this.#driver.executeAsyncScript(script, ...args);
  }

  /** Waits until a text stands on the screen, or a pattern fits it. */
  async sees(wanted) {
    const fits = (text) => (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text));
    await waitFor(
      async () => fits(await this.text()),
      async () => `"${wanted}" is not on the screen:\n${await this.text()}`,
    );
  }

  /** Waits until an element of a selector is there. */
  async has(selector) {
    await waitFor(
      () => this.run("return document.querySelector(arguments[0]) !== null", selector),
      async () => `no ${selector} on the screen:\n${await this.text()}`,
    );
  }

  /** Types as a person does, into whatever has the focus. */
  async type(text) {
    for (const char of text) await this.#driver.actions().sendKeys(char).pause(KEY_MS).perform();
  }

  async press(...keys) {
    for (const key of keys) await this.#driver.actions().sendKeys(key).pause(KEY_MS).perform();
  }

  async chord(modifier, key) {
    await this.#driver.actions().keyDown(modifier).sendKeys(key).keyUp(modifier).pause(KEY_MS).perform();
  }

  /** Clicks what has a name: a button, a choice, a room. */
  async click(name) {
    const found = By.xpath(
      `//*[self::button or self::a or self::label or @role='button' or @role='tab'][normalize-space(.)="${name}" or @aria-label="${name}" or .//*[normalize-space(text())="${name}"]]`,
    );
    const element = await this.#driver.wait(until.elementLocated(found), WAIT_MS, `no button "${name}"`);
    await this.#whilePainting(() => element.click());
  }

  /** Puts the focus into what a selector finds. */
  async into(selector) {
    const element = await this.#driver.wait(until.elementLocated(By.css(selector)), WAIT_MS, `no ${selector}`);
    await this.#whilePainting(() => element.click());
  }

  async picture(name) {
    keepPicture(name, await this.#whilePainting(() => this.#driver.takeScreenshot()));
  }

  /** WebKit's driver waits for the next paint before it clicks, and a page at rest that the processor paints has none. */
  async #whilePainting(act) {
    await this.run(`(${paint})(true)`);
    try {
      return await act();
    } finally {
      await this.run(`(${paint})(false)`).catch(() => undefined);
    }
  }

  /** Presses a key of the menu bar, which is no part of the page: by the screen's own keyboard. */
  menuKey(key) {
    const [pid] = processesOf(this.data);
    const found = execFileSync("xdotool", ["search", "--onlyvisible", "--pid", String(pid)], { encoding: "utf8" });
    const id = found.trim().split("\n").at(-1);
    execFileSync("xdotool", ["windowfocus", id, "key", "--clearmodifiers", key]);
  }

  handles() {
    return this.#driver.getAllWindowHandles();
  }

  /** Runs a command through the window's own bridge. */
  async call(name, input = {}) {
    const answer = await this.#driver.executeAsyncScript(
      "const [name, input, done] = arguments; window.__TAURI_INTERNALS__.invoke('call', { name, input }).then((value) => done({ value }), (error) => done({ error }));",
      name,
      input,
    );
    if (answer.error) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** Waits until a command's answer is so. */
  knows(name, input, isSo, what) {
    let last;
    return waitFor(
      async () => {
        last = await this.call(name, input);
        return isSo(last) ? last : null;
      },
      () => `${what}; ${name} says ${JSON.stringify(last).slice(0, 2_000)}`,
    );
  }
}

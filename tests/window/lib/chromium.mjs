// The same screens in Chromium, over the loopback host or from the hub.
import { chromium } from "playwright-core";

const BROWSER = process.env.TSONG_CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
const WAIT_MS = 30_000;
/** Slower than any scanner. */
const KEY_MS = 45;

export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];
export const LANGUAGES = ["en", "zh-CN", "bo"];

/** Counts what is asked of the host, so that a test can wait until all is answered. */
function countCalls() {
  window.asked = 0;
  const ask = window.fetch;
  window.fetch = (...args) => {
    window.asked += 1;
    return ask(...args).finally(() => {
      window.asked -= 1;
    });
  };
}

/** A page that writes down whatever goes wrong in it. */
export class Page {
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
    this.troubles = [];
    page.on("pageerror", (error) => this.troubles.push(`error: ${error.message}`));
    page.on("console", (message) => {
      // A refusal of the host is an answer, and Chromium calls it an error.
      const isAnswer = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
      if (message.type() === "error" && !isAnswer) this.troubles.push(`console: ${message.text()}`);
    });
  }

  static async open(t, url, size = SIZES[0]) {
    const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
    t.after(() => browser.close());
    const context = await browser.newContext({ viewport: size, reducedMotion: "reduce", bypassCSP: true });
    await context.addInitScript(countCalls);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const own = new Page(browser, page);
    await page.goto(url);
    await own.settles();
    return own;
  }

  /** Waits until everything asked is answered, drawn and in its font. */
  async settles() {
    const isStill = () =>
      window.asked === 0 &&
      document.fonts.status === "loaded" &&
      document.querySelector("[role=status][class*=shape]") === null &&
      document.body.innerText.trim() !== "" &&
      [...document.images].every((image) => image.complete);
    for (let still = 0; still < 2; still += 1) {
      await this.page.waitForFunction(isStill, null, { polling: 50 });
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
  }

  /** Goes to a room of the house. */
  async goes(route) {
    await this.page.evaluate((to) => {
      window.location.hash = to;
    }, `#${route}`);
    await this.settles();
  }

  async resize(size) {
    await this.page.setViewportSize(size);
    await this.settles();
  }

  type(text) {
    return this.page.keyboard.type(text, { delay: KEY_MS });
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key, { delay: 5 });
    await this.settles();
  }

  /** A command of the one list, through the page's own bridge. */
  async call(name, input = {}) {
    const answer = await this.page.evaluate(
      async ([command, body]) => {
        const response = await fetch(`/call/${command}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        return { ok: response.ok, value: await response.json() };
      },
      [name, input],
    );
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.value)}`);
    return answer.value;
  }

  /** Sets this device's language and look, and shows the page anew. */
  async set(settings) {
    await this.call("settings.save", settings);
    await this.page.reload();
    await this.settles();
  }

  sees(text) {
    return this.page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, { polling: 50 });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }
}

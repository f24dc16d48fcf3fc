// Looks at a page in every size, keeps the pictures, and writes down what is wrong.
import assert from "node:assert/strict";
import { accessible, readable } from "./checks.mjs";
import { SIZES } from "./chromium.mjs";
import { keepPicture } from "./pictures.mjs";

export class Eye {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
    this.found = [];
  }

  /** With a list open axe is not asked: what React Aria hides behind it is not reached by a key. */
  async look(name, { hasList = false } = {}) {
    for (const size of SIZES) {
      await this.page.resize(size);
      const at = `${name}-${size.width}`;
      keepPicture(`${this.folder}/${at}`, await this.page.page.screenshot({ animations: "disabled" }));
      for (const trouble of await readable(this.page)) this.found.push(`${at}: ${trouble}`);
    }
    await this.page.resize(SIZES[0]);
    if (!hasList) for (const trouble of await accessible(this.page)) this.found.push(`${name}: ${trouble}`);
    for (const trouble of this.page.troubles.splice(0)) this.found.push(`${name}: ${trouble}`);
  }

  /** A sheet of paper, as wide as A6 within its margins: nothing on it is cut. */
  async paper(name) {
    await this.page.page.setViewportSize({ width: 359, height: 522 });
    keepPicture(`${this.folder}/${name}`, await this.page.page.screenshot({ animations: "disabled", fullPage: true }));
    for (const trouble of await readable(this.page)) this.found.push(`${name}: ${trouble}`);
    await this.page.page.setViewportSize(SIZES[0]);
  }

  /** A dialog over a screen: opened by a key, looked at, closed. */
  async dialog(key, name) {
    await this.page.press(key);
    await this.page.page.getByRole("dialog").waitFor();
    await this.look(name);
    await this.page.press("Escape");
  }

  ends() {
    assert.equal(this.found.length, 0, `${this.found.length} troubles on the screens:\n${this.found.join("\n")}`);
  }
}

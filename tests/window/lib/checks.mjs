// What no screen may have: text that is cut, a scroll bar below, a button without a name, trouble for a screen reader.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs in the page: everything that one cannot read there, in words. */
function unreadable() {
  const told = new Set();
  const dialog = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1);
  const canvas = document.createElement("canvas").getContext("2d");
  const name = (element) => {
    const text = (element.textContent ?? "").trim().slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> "${text}"`;
  };
  const isScroller = (value) => value === "auto" || value === "scroll";
  const isShut = (value) => value === "hidden" || value === "clip";
  /** How far the ink of a text stands above and below its baseline; a Tibetan stack is taller than its line. */
  const inkOf = (text, style) => {
    canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return canvas.measureText(text);
  };
  const hasWhole = (element, text) => {
    for (let at = element, depth = 0; at && depth < 5; at = at.parentElement, depth += 1) {
      const whole = at.getAttribute("title") ?? at.getAttribute("aria-label") ?? "";
      if (whole.includes(text.trim().slice(0, 20))) return true;
    }
    return element.querySelector("[title]") !== null;
  };
  const boxes = [];

  function check(node, element) {
    const text = node.data;
    const style = getComputedStyle(element);
    if (style.visibility !== "visible" || Number(style.opacity) === 0) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const ink = inkOf(text, style);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const baseline = line.top + ink.fontBoundingBoxAscent;
      const box = {
        left: line.left,
        right: line.right,
        top: baseline - ink.actualBoundingBoxAscent,
        bottom: baseline + ink.actualBoundingBoxDescent,
      };
      if (standsIn(box, text, element, style)) boxes.push({ ...box, element, text: text.trim() });
    }
  }

  /** Whether it can be seen at all; tells when a part of it cannot. */
  function standsIn(box, text, element) {
    let isX = true;
    let isY = true;
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== "none" || (style.position === "absolute" && style.clip !== "auto")) return false;
      if (style.display === "inline" || style.display === "contents") continue;
      const rect = at.getBoundingClientRect();
      if (isShut(style.overflowX) && rect.width <= 2) return false;
      if (isScroller(style.overflowY)) {
        if (box.bottom > rect.bottom + 1 || box.top < rect.top - 1) return false;
        isY = false;
      }
      if (isScroller(style.overflowX)) isX = false;
      const isClamped = style.webkitLineClamp !== "none";
      // Wrapped out of sight, whole: nothing of it stands there half.
      if (isX && isShut(style.overflowX) && (box.left >= rect.right - 1 || box.right <= rect.left + 1)) return false;
      if (isX && isShut(style.overflowX) && (box.right > rect.right + 1 || box.left < rect.left - 1)) {
        const isEllipsis = style.textOverflow === "ellipsis" || isClamped;
        if (!isEllipsis) told.add(`cut at the side: ${name(element)} by ${name(at).split(" \"")[0]}`);
        else if (!hasWhole(element, text)) told.add(`ends in an ellipsis, and no title says the rest: ${name(element)}`);
        return false;
      }
      if (isY && isShut(style.overflowY) && (box.bottom > rect.bottom + 1 || box.top < rect.top - 1)) {
        if (!isClamped) {
          const by = Math.max(box.bottom - rect.bottom, rect.top - box.top).toFixed(1);
          told.add(`cut above or below by ${by}: ${name(element)} by ${name(at).split(" \"")[0]}`);
        } else if (!hasWhole(element, text)) told.add(`is clamped, and no title says the rest: ${name(element)}`);
        return false;
      }
      if (style.position === "fixed") break;
    }
    if (isX && (box.right > window.innerWidth + 1 || box.left < -1)) told.add(`out of the window: ${name(element)}`);
    if (isY && (box.bottom > window.innerHeight + 1 || box.top < -1)) told.add(`out of the window: ${name(element)}`);
    return true;
  }

  for (const alert of document.querySelectorAll("[role=alert][class*=mid]")) {
    told.add(`the screen failed: ${alert.innerText.replaceAll("\n", " ")}`);
  }
  const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() === "" || !node.parentElement?.checkVisibility()) continue;
    check(node, node.parentElement);
  }
  // What lies under an open list or a bar is not seen there, and stands on nothing.
  const seen = boxes.filter(({ element, left, right, top, bottom }) => {
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return there !== null && (there.contains(element) || element.contains(there));
  });
  for (const [at, one] of seen.entries()) {
    for (const other of seen.slice(at + 1)) {
      if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > 3 && high > 3) told.add(`stands on another text: ${name(one.element)} and ${name(other.element)}`);
    }
  }
  for (const element of (dialog ?? document).querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (isScroller(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2) {
      told.add(`scrolls sideways: ${name(element).split(" \"")[0]}`);
    }
  }
  if (document.documentElement.scrollWidth > window.innerWidth) told.add("the page scrolls sideways");
  for (const field of (dialog ?? document).querySelectorAll("input[placeholder], textarea[placeholder]")) {
    if (!field.checkVisibility() || field.value !== "" || field.placeholder === "") continue;
    const style = getComputedStyle(field);
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (inkOf(field.placeholder, style).width > room + 1 && field.tagName === "INPUT") {
      told.add(`the hint in a field is cut: "${field.placeholder}"`);
    }
  }
  for (const button of (dialog ?? document).querySelectorAll("button, [role=button], a[href]")) {
    if (!button.checkVisibility()) continue;
    const said = button.getAttribute("aria-label") ?? button.textContent ?? "";
    if (said.trim() === "" && !button.getAttribute("aria-labelledby")) told.add(`a button without a name: ${button.outerHTML.slice(0, 120)}`);
  }
  return [...told];
}

/** Everything on the page that cannot be read. */
export const readable = (page) => page.page.evaluate(unreadable);

/** What axe finds, in words. */
export async function accessible(page) {
  const isThere = await page.page.evaluate(() => typeof window.axe === "object");
  if (!isThere) await page.page.addScriptTag({ content: axe });
  const violations = await page.page.evaluate(async () => {
    // Addresses stand behind a "#": axe takes a link to another room for one within the page.
    const rules = { "skip-link": { enabled: false } };
    const found = await window.axe.run(document, { resultTypes: ["violations"], rules });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`),
    }));
  });
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help}\n    ${nodes.join("\n    ")}`);
}

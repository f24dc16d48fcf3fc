import { useEffect, useLayoutEffect, useRef } from "react";

/** Between two keys of a scanner; people never type so for six keys on end. */
const GAP_MS = 35;
const LEAST = 6;

type Listener = (code: string) => boolean;
const listeners: Listener[] = [];

/** What a key of a scanner means, by where it lies: an input method cannot change that. */
function charOf(event: KeyboardEvent): string | null {
  const place = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/u.exec(event.code);
  if (place) return place[1] ?? place[2] ?? place[3] ?? null;
  if (event.code === "Minus" || event.code === "NumpadSubtract") return "-";
  return null;
}

/** Codes have digits: a fast typist's word is none. */
const isCode = (text: string) =>
  text.length >= LEAST && /^[A-Z0-9-]+$/u.test(text) && (text.match(/\d/gu)?.length ?? 0) >= 4;

function putBack(field: HTMLInputElement | HTMLTextAreaElement, value: string) {
  const proto = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(proto, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const fieldOf = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;

/** Hears the scanner on every screen. What it typed into a field is taken out again: a scan is no PIN and no sum. */
export function startScanner(): () => void {
  let text = "";
  let lastMs = 0;
  let field: HTMLInputElement | HTMLTextAreaElement | null = null;
  let before = "";
  const down = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isFast = event.timeStamp - lastMs < GAP_MS;
    lastMs = event.timeStamp;
    if (event.code === "Enter" || event.code === "NumpadEnter") {
      const code = text;
      text = "";
      if (!isFast || !isCode(code)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (field?.isConnected) putBack(field, before);
      for (const listener of [...listeners].reverse()) if (listener(code)) return;
      return;
    }
    const char = charOf(event);
    if (char === null) {
      if (!event.code.startsWith("Shift")) text = "";
      return;
    }
    if (isFast && text !== "") {
      text += char;
      return;
    }
    text = char;
    field = fieldOf(event.target);
    before = field?.value ?? "";
  };
  window.addEventListener("keydown", down, { capture: true });
  return () => window.removeEventListener("keydown", down, { capture: true });
}

/**
 * Takes what is scanned while the part is shown; the newest part that answers true has it. What `isLast` hears only
 * what no other part took, though the frame may be mounted after its screen.
 */
export function useScan(take: Listener, isLast = false) {
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listener: Listener = (code) => latest.current(code);
    if (isLast) listeners.unshift(listener);
    else listeners.push(listener);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
    };
  }, [isLast]);
}

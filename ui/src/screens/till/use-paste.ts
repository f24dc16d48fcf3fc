import { useEffect, useEffectEvent, useState } from "react";
import type { AppError } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { keeper } from "./keeper";
import { type Content, withPasted } from "./order";
import { looksLikeBuyer } from "./paste";

/** The most of a pasted text that is kept: a chat block is far shorter, a novel is cut. */
const MOST_CHARS = 4_000;

/** Whether a pasted text belongs to the field that has the focus, not to the buyer. */
function isFor(target: EventTarget | null, text: string): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return target.dataset["tillSearch"] === undefined || !looksLikeBuyer(text);
}

/** Reads a buyer out of pasted text, from anywhere on the till; `then` says what else changes with it. */
export function usePaste(then: (pasted: Content, before: Content) => Content) {
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const read = async (text: string) => {
    const raw = [...text].slice(0, MOST_CHARS).join("");
    keeper.change((content) => ({ ...content, buyer: { ...content.buyer, raw } }));
    setError(null);
    if (raw.trim() === "") return;
    setReading(true);
    try {
      const found = await call("buyer.paste", { text: raw });
      // Typed on meanwhile: the later text is read by its own call.
      keeper.change((content) =>
        content.buyer.raw === raw ? then(withPasted(content, raw, found), content) : content,
      );
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    setReading(false);
  };
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.trim() === "" || document.querySelector('[role="dialog"]') || isFor(event.target, text)) return;
    event.preventDefault();
    void read(text);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => pasted(event);
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, []);
  return { isReading, error, read };
}

/** What lies on the clipboard, where the system lets a page look; null where it does not. */
export async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

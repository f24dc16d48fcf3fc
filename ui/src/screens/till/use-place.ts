import { useState } from "react";
import type { AppError } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { client } from "../../state/read";
import { keeper } from "./keeper";
import type { Content, Line } from "./order";
import type { Saved } from "./saved";
import type { Shortage } from "./short";

/** The line that a shortage speaks of: the first that asks for so much. */
const shortLine = (lines: readonly Line[], error: Shortage) => lines.find((line) => line.quantity === error.asked);

/** The order with a short line at what there is, or without it when there is nothing. */
export function lessened(content: Content, key: number, available: number): Content {
  const lines =
    available > 0
      ? content.lines.map((line) => (line.key === key ? { ...line, quantity: available } : line))
      : content.lines.filter((line) => line.key !== key);
  return { ...content, lines };
}

/** What was saved last; it outlives a look at another room. */
let latest: Saved | null = null;

/** Saves the order, and takes it back. */
export function usePlace(onPlaced: (saved: Saved) => void) {
  const [error, setError] = useState<AppError | null>(null);
  const [short, setShort] = useState<{ error: Shortage; line: Line | undefined } | null>(null);
  const [saved, setSaved] = useState<Saved | null>(latest && latest.untilMs > performance.now() ? latest : null);
  const remember = (one: Saved | null) => {
    latest = one;
    setSaved(one);
  };
  const place = async (ask: boolean) => {
    setError(null);
    setShort(null);
    try {
      const done = await keeper.place(ask);
      if (!done) return;
      const { shown, was } = done;
      const one: Saved = {
        id: shown.id,
        number: shown.number,
        totalFen: shown.total_fen,
        isAsked: shown.state === "Asked",
        was,
        // The station's clock may be wrong; how long it lasts is not.
        untilMs: performance.now() + Math.max(0, (shown.undo_until_ms ?? shown.created_at) - shown.created_at),
      };
      remember(one);
      onPlaced(one);
    } catch (thrown) {
      const refused = errorOf(thrown);
      if (refused.code === "not_enough_stock") {
        setShort({ error: refused, line: shortLine(keeper.now().content.lines, refused) });
        void client.invalidateQueries({ queryKey: ["listing.list"] });
      } else setError(refused);
    }
  };
  const takeLess = () => {
    if (short?.line) {
      const { key } = short.line;
      keeper.change((content) => lessened(content, key, short.error.available));
    }
    setShort(null);
  };
  const undo = async () => {
    if (!saved) return;
    setError(null);
    try {
      await call("order.undo", { id: saved.id });
      remember(null);
      await keeper.bringBack(saved.was);
    } catch (thrown) {
      setError(errorOf(thrown));
    } finally {
      void client.invalidateQueries();
    }
  };
  const print = async () => {
    if (!saved) return;
    try {
      const { printOrder } = await import("../print/print");
      await printOrder(saved.id);
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  return {
    error,
    clear: () => setError(null),
    short,
    closeShort: () => setShort(null),
    takeLess,
    saved,
    endSaved: () => remember(null),
    place,
    undo,
    print,
  };
}

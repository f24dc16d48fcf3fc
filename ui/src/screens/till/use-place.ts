import { useState } from "react";
import type { AppError, OrderShown } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import type { Finished } from "../../state/draft";
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
const last: { saved: Saved | null } = { saved: null };

const keepLast = (saved: Saved | null) => {
  last.saved = saved;
};

const lastSaved = () => (last.saved && last.saved.untilMs > performance.now() ? last.saved : null);

/** An order that was just placed, as the bar shows it. */
function savedOf({ done, was }: Finished<Content, OrderShown>): Saved {
  return {
    id: done.id,
    number: done.number,
    totalFen: done.total_fen,
    isAsked: done.state === "Asked",
    was,
    // The station's clock may be wrong; how long it lasts is not.
    untilMs: performance.now() + Math.max(0, (done.undo_until_ms ?? done.created_at) - done.created_at),
  };
}

/** Takes an order back, and what was typed for it to the till. */
async function takeBack(saved: Saved): Promise<void> {
  await call("order.undo", { id: saved.id });
  keepLast(null);
  await keeper.bringBack(saved.was);
}

async function printSaved(saved: Saved): Promise<void> {
  const { printOrder } = await import("../print/print");
  await printOrder(saved.id);
}

/** Saves the order, and takes it back. */
export function usePlace(onPlaced: (saved: Saved) => void) {
  const [error, setError] = useState<AppError | null>(null);
  const [short, setShort] = useState<{ error: Shortage; line: Line | undefined } | null>(null);
  const [saved, setSaved] = useState(lastSaved);
  const remember = (one: Saved | null) => {
    keepLast(one);
    setSaved(one);
  };
  const place = async (ask: boolean) => {
    setError(null);
    setShort(null);
    try {
      const placed = await keeper.place(ask);
      if (!placed) return;
      const one = savedOf(placed);
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
      await takeBack(saved);
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    setSaved(lastSaved());
    void client.invalidateQueries();
  };
  const print = async () => {
    if (saved) await printSaved(saved).catch((thrown: unknown) => setError(errorOf(thrown)));
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

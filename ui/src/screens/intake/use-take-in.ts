import { useState } from "react";
import type { AppError, LotRow, VillagerRow } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { printLot } from "../print/print";
import { type Content, isEmpty, keeper, lotInput, NOTHING } from "./content";

/** Saving what was answered, taking it back, and its receipt. */
export function useTakeIn(on: { onSaved: () => void; onRefused: (error: AppError) => void; onUndone: () => void }) {
  const words = useWords();
  const say = useSay();
  const take = useWrite("lot.take_in");
  const [saved, setSaved] = useState<{ lot: LotRow; was: Content } | null>(null);
  const fail = (thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" });

  /** `unclear` when the time of harvest cannot be read; the station is not asked then. */
  const save = async (
    content: Content,
    quantity: number,
    villager: VillagerRow | undefined,
    nowMs: number,
  ): Promise<"saved" | "refused" | "unclear"> => {
    if (take.isRunning) return "refused";
    await keeper.flush();
    const input = lotInput(content, quantity, villager, keeper.now().id, nowMs);
    if (!input) return "unclear";
    try {
      const lot = await take.run(input);
      keeper.finished({ ...NOTHING, villager: content.villager, unit: content.unit, isNext: true });
      setSaved({ lot, was: content });
      on.onSaved();
      return "saved";
    } catch (thrown) {
      on.onRefused(errorOf(thrown));
      return "refused";
    }
  };

  const undo = async () => {
    if (!saved) return;
    try {
      await call("lot.correct", { id: saved.lot.id, quantity: 0, reason: words.t("intake-undo-reason") });
    } catch (thrown) {
      return fail(thrown);
    }
    if (isEmpty(keeper.now().content)) keeper.change(() => saved.was);
    setSaved(null);
    say({ text: words.t("intake-undone", { number: saved.lot.number }) });
    on.onUndone();
  };

  const print = () => (saved ? printLot(saved.lot.id).catch(fail) : Promise.resolve());

  return {
    saved: saved?.lot ?? null,
    save,
    undo,
    print,
    error: take.error,
    clear: take.clear,
    isRunning: take.isRunning,
  };
}

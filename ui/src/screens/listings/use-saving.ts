import { useState } from "react";
import type { AppError, Commands, ListingRow } from "../../../bindings/commands";
import { call, errorOf, Refused } from "../../bridge";
import { useSay } from "../../parts/toast";
import { client } from "../../state/read";
import { useWords } from "../../words/use";
import {
  addInput,
  backInput,
  type Content,
  changeInput,
  keeper,
  type ListingState,
  NOTHING,
  readPrice,
  untouched,
} from "./content";

type Change = Commands["listing.change"]["input"];

/** Saving a listing, and what was refused. */
export interface Saving {
  save: () => Promise<void>;
  setState: (state: ListingState) => Promise<void>;
  /** Takes one of two contested values. */
  settle: (change: Change) => Promise<void>;
  problem: (field: string) => string | undefined;
  error: AppError | null;
  isUnderField: boolean;
  isRunning: boolean;
  clear: () => void;
}

const FIELDS = ["price", "title", "wording"];

/** Saves what was typed about a listing; what changed can be taken back from the bar. */
export function useSaving(content: Content, row: ListingRow | undefined, onSaved: (id: string) => void): Saving {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const [error, setError] = useState<AppError | null>(null);
  const [isRunning, setRunning] = useState(false);

  const run = async (work: () => Promise<void>) => {
    if (isRunning) return;
    setRunning(true);
    setError(null);
    try {
      await work();
      void client.invalidateQueries();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    setRunning(false);
  };

  const change = async (input: Change, was: ListingRow, text: string) => {
    await call("listing.change", input);
    const undo = () => {
      void call("listing.change", backInput(was, input))
        .then(() => client.invalidateQueries())
        .catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
    };
    say({ text, undo });
  };

  const price = content.price === null ? null : readPrice(content.price);
  const save = () =>
    run(async () => {
      if (price && "reason" in price) throw new Refused({ code: "bad_input", field: "price", reason: price.reason });
      await keeper.flush();
      const draft = keeper.now().id;
      if (content.isNew) {
        const added = await call("listing.add", addInput(content, price?.fen ?? 0));
        keeper.finished(NOTHING);
        if (draft) await call("draft.drop", { id: draft });
        say({ text: t("listings-added") });
        onSaved(added.id);
      } else if (row) {
        await change(changeInput(content, price?.fen ?? null), row, t("listings-saved"));
        keeper.finished(untouched(row));
        if (draft) await call("draft.drop", { id: draft });
        onSaved(row.id);
      }
    });

  const setState = (state: ListingState) =>
    run(async () => {
      if (row)
        await change(
          { id: row.id, state },
          row,
          t(state === "on_sale" ? "listings-now-on-sale" : "listings-now-paused"),
        );
    });
  const settle = (input: Change) =>
    run(async () => {
      if (row) await change(input, row, t("listings-settled"));
    });

  const reasonOf = (field: string) => (error?.code === "bad_input" && error.field === field ? error.reason : undefined);
  return {
    save,
    setState,
    settle,
    problem: (field) => {
      const reason = reasonOf(field);
      return reason === undefined ? undefined : words.reason(reason);
    },
    error,
    isUnderField: error?.code === "bad_input" && FIELDS.includes(error.field),
    isRunning,
    clear: () => setError(null),
  };
}

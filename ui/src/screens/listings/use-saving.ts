import type { AppError, Commands, ListingRow } from "../../../bindings/commands";
import { call, errorOf, Refused } from "../../bridge";
import { useSay } from "../../parts/toast";
import { client } from "../../state/read";
import { useSaving } from "../../state/saving";
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
  shownInput,
  untouched,
} from "./content";

type Change = Commands["listing.change"]["input"];

/** Saving a listing, and what was refused. */
export interface ListingSaving {
  save: () => Promise<void>;
  setState: (state: ListingState) => Promise<void>;
  /** Writes again what a field showed, after another of its contested values was chosen. */
  undoOf: (field: string) => (() => Promise<unknown>) | undefined;
  problem: (field: string) => string | undefined;
  /** What was refused and is not said under a field. */
  error: AppError | null;
  isRunning: boolean;
  clear: () => void;
}

/** Drops the draft of what was finished under an id of its own. */
async function finish(next: Content) {
  const draft = keeper.now().id;
  keeper.finished(next);
  if (draft) await call("draft.drop", { id: draft });
}

async function write(change: Change) {
  await call("listing.change", change);
  void client.invalidateQueries();
}

/** Saves what was typed about a listing; what changed can be taken back from the bar. */
export function useListingSaving(
  content: Content,
  row: ListingRow | undefined,
  onSaved: (id: string) => void,
): ListingSaving {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const saving = useSaving(["price", "title", "wording"]);

  const change = async (input: Change, was: ListingRow, text: string) => {
    await write(input);
    const undo = () =>
      void write(backInput(was, input)).catch((thrown: unknown) =>
        say({ text: words.error(errorOf(thrown)), flag: "fire" }),
      );
    say({ text, undo });
  };

  const price = content.price === null ? null : readPrice(content.price);
  const priceFen = price !== null && "fen" in price ? price.fen : null;
  const save = () =>
    saving.run(async () => {
      if (price && "reason" in price) throw new Refused({ code: "bad_input", field: "price", reason: price.reason });
      await keeper.flush();
      if (content.isNew) {
        const added = await call("listing.add", addInput(content, priceFen ?? 0));
        await finish(NOTHING);
        say({ text: t("listings-added") });
        onSaved(added.id);
      } else if (row) {
        await change(changeInput(content, priceFen), row, t("listings-saved"));
        await finish(untouched(row));
        onSaved(row.id);
      }
    });
  const setState = (state: ListingState) =>
    saving.run(async () => {
      const text = t(state === "on_sale" ? "listings-now-on-sale" : "listings-now-paused");
      if (row) await change({ id: row.id, state }, row, text);
    });

  return {
    ...saving,
    save,
    setState,
    undoOf: (field) => {
      const shown = row ? shownInput(row, field) : undefined;
      return shown ? () => write(shown) : undefined;
    },
  };
}

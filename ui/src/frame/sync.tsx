import { createContext, type ReactNode, use, useEffect, useRef } from "react";
import type { SyncWatch } from "../../bindings/commands";
import { errorOf } from "../bridge";
import { useSay } from "../parts/toast";
import { client, useRead, useWrite } from "../state/read";
import { useWords } from "../words/use";

/** The sync that runs behind the screens. */
export interface SyncState {
  watch: SyncWatch | undefined;
  /** Starts one; pressed ten times it is one. */
  start: () => void;
  stop: () => void;
}

const Context = createContext<SyncState | null>(null);

/** Watches the sync; what came is read again at once. */
export function SyncProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const say = useSay();
  const first = useRead("sync.watch", {});
  const isRunning = first.data?.is_running ?? false;
  const watch = useRead("sync.watch", {}, { everyMs: isRunning ? 400 : 3_000 }).data;
  const start = useWrite("sync.start");
  const stop = useWrite("sync.stop");
  // A sync that a person asked for, and how the one before it had ended: a fast one may be over before its start is answered.
  const asked = useRef<{ before: SyncWatch["last"] } | null>(null);
  const generation = watch?.generation;
  const known = useRef(generation);
  useEffect(() => {
    const before = known.current;
    known.current = generation;
    if (before === undefined || generation === before) return;
    void client.invalidateQueries({
      predicate: (query) => query.queryKey[0] !== "sync.watch" && query.queryKey[0] !== "photo",
    });
  }, [generation]);
  useEffect(() => {
    if (!asked.current || isRunning || !watch?.last || watch.last === asked.current.before) return;
    asked.current = null;
    const { error, report } = watch.last;
    if (error) say({ text: words.error(error), flag: "fire", forMs: 9_000 });
    else if (report) say({ text: words.t("sync-done", { up: report.pushed, down: report.pulled }) });
  }, [isRunning, watch?.last, say, words]);
  const state: SyncState = {
    watch,
    start: () => {
      asked.current = { before: watch?.last };
      void start
        .run({})
        .then(first.again)
        .catch((thrown: unknown) => {
          asked.current = null;
          say({ text: words.error(errorOf(thrown)), flag: "fire" });
        });
    },
    stop: () => void stop.run({}).catch(() => undefined),
  };
  return <Context value={state}>{children}</Context>;
}

/** The sync that runs behind the screens. */
export function useSync(): SyncState {
  const state = use(Context);
  if (!state) throw new Error("no sync above this part");
  return state;
}

import { useState } from "react";
import type { AppError } from "../../bindings/commands";
import { errorOf } from "../bridge";
import { useWords } from "../words/use";

/** Work of a form that may be refused; what was typed stays. */
export interface Saving {
  /** Does it, one at a time. */
  run: (work: () => Promise<void>) => Promise<void>;
  isRunning: boolean;
  /** Why a field was not taken, a sentence. */
  problem: (field: string) => string | undefined;
  /** What was refused and is not said under a field. */
  error: AppError | null;
  clear: () => void;
}

/** Saves what a form holds; what is refused about one of its fields is said under it. */
export function useSaving(fields: readonly string[]): Saving {
  const words = useWords();
  const [error, setError] = useState<AppError | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async (work: () => Promise<void>) => {
    if (isRunning) return;
    setRunning(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    setRunning(false);
  };
  const refused = error?.code === "bad_input" && fields.includes(error.field) ? error : null;
  return {
    run,
    isRunning,
    problem: (field) => (refused?.field === field ? words.reason(refused.reason) : undefined),
    error: refused ? null : error,
    clear: () => setError(null),
  };
}

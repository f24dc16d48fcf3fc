import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useKey } from "../keys/keys";
import { useWords } from "../words/use";
import { Icon } from "./icon";
import { AlertIcon, DoneIcon, UndoIcon } from "./icons";
import styles from "./toast.module.css";

/** Something that was done, said in a bar, with its undo for as long as that can be. */
export interface Said {
  text: string;
  flag?: "water" | "fire";
  undo?: () => void;
  /** How long the bar stays; until the undo ends, where there is one. */
  forMs?: number;
}

const Context = createContext<((said: Said) => void) | null>(null);

function UndoKey({ undo }: { undo: () => void }) {
  const { t } = useWords();
  useKey("Ctrl+Z", t("screen-undo"), undo);
  return null;
}

/** Holds the bar over all screens. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [said, setSaid] = useState<(Said & { id: number }) | null>(null);
  const say = useCallback((next: Said) => setSaid((old) => ({ ...next, id: (old?.id ?? 0) + 1 })), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(
      () => setSaid((now) => (now?.id === said.id ? null : now)),
      said.forMs ?? (said.undo ? 20_000 : 5_000),
    );
    return () => clearTimeout(timer);
  }, [said]);
  const undo = useMemo(() => {
    const run = said?.undo;
    return run
      ? () => {
          setSaid(null);
          run();
        }
      : undefined;
  }, [said]);
  return (
    <Context value={say}>
      {children}
      <div className={styles["place"]} role="status" aria-live="polite">
        {said ? (
          <div key={said.id} className={styles["toast"]}>
            <Icon of={said.flag === "fire" ? AlertIcon : DoneIcon} />
            <span className="sp">{said.text}</span>
            {undo ? (
              <>
                <UndoKey undo={undo} />
                <Button className={styles["undo"] ?? ""} onPress={undo}>
                  <Icon of={UndoIcon} /> {t("screen-undo")} <span className="key">Ctrl+Z</span>
                </Button>
              </>
            ) : null}
          </div>
        ) : null}
      </div>
    </Context>
  );
}

/** Says that something was done. */
export function useSay(): (said: Said) => void {
  const say = use(Context);
  if (!say) throw new Error("no bar above this part");
  return say;
}

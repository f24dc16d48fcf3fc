import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
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

interface Shown {
  said: (Said & { id: number }) | null;
  undo: (() => void) | undefined;
  /** Where it stands: the place that came last, such as a dialog over its screen. */
  last: string | undefined;
  /** Offers a place; gives it up when called. */
  stand: (place: string) => () => void;
}

const SayContext = createContext<((said: Said) => void) | null>(null);
const ShownContext = createContext<Shown | null>(null);

/** Holds what was said last. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<(Said & { id: number }) | null>(null);
  const [places, setPlaces] = useState<readonly string[]>([]);
  const say = useCallback((next: Said) => setSaid((old) => ({ ...next, id: (old?.id ?? 0) + 1 })), []);
  const stand = useCallback((place: string) => {
    setPlaces((all) => [...all, place]);
    return () => setPlaces((all) => all.filter((one) => one !== place));
  }, []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(
      () => setSaid((now) => (now?.id === said.id ? null : now)),
      said.forMs ?? (said.undo ? 20_000 : 5_000),
    );
    return () => clearTimeout(timer);
  }, [said]);
  const shown = useMemo(() => {
    const run = said?.undo;
    const undo = run
      ? () => {
          setSaid(null);
          run();
        }
      : undefined;
    return { said, undo, last: places.at(-1), stand };
  }, [said, places, stand]);
  return (
    <SayContext value={say}>
      <ShownContext value={shown}>{children}</ShownContext>
    </SayContext>
  );
}

/** Says that something was done. */
export function useSay(): (said: Said) => void {
  const say = use(SayContext);
  if (!say) throw new Error("no bar above this part");
  return say;
}

function Bar({ said, undo }: { said: Said; undo: (() => void) | undefined }) {
  const { t } = useWords();
  useKey(undo ? "Ctrl+Z" : null, t("screen-undo"), () => undo?.());
  return (
    <div className={styles["toast"]}>
      <Icon of={said.flag === "fire" ? AlertIcon : DoneIcon} />
      <span className={styles["text"]}>{said.text}</span>
      {undo ? (
        <Button className={styles["undo"] ?? ""} onPress={undo} data-key="Ctrl+Z">
          <Icon of={UndoIcon} /> <span className="lbl">{t("screen-undo")}</span>
          <span className={`key ${styles["chord"] ?? ""}`}>Ctrl+Z</span>
        </Button>
      ) : null}
    </div>
  );
}

/** A place where what was said stands, in the flow of the page: it never lies over a control. */
export function SaidHere({ className }: { className?: string | undefined }) {
  const shown = use(ShownContext);
  if (!shown) throw new Error("no bar above this part");
  const id = useId();
  const { said, undo, last, stand } = shown;
  useLayoutEffect(() => stand(id), [stand, id]);
  const isHere = said !== null && last === id;
  return (
    <div
      className={isHere ? className : undefined}
      role="status"
      aria-live="polite"
      data-said={isHere ? "" : undefined}
    >
      {isHere ? <Bar key={said.id} said={said} undo={undo} /> : null}
    </div>
  );
}

/** A title over which what was said stands for a while. */
export function SaidOver({ children }: { children?: ReactNode }) {
  return (
    <div className={styles["over"]}>
      <div className={styles["under"]}>{children}</div>
      <SaidHere className={styles["above"]} />
    </div>
  );
}

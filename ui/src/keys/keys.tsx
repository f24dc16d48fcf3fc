import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";

/** A key and what it does here. */
export interface Shortcut {
  /** As it is printed: `F2`, `Ctrl+P`, `Alt+1`, `Esc`. */
  keys: string;
  /** What it does, in words, for the list of keys. */
  label: string;
  run: () => void;
  /** It also works while one types in a field. Function keys and chords always do. */
  inFields?: boolean;
  /** How many dialogs it stands in: while one is open, only its own keys work. */
  depth?: number;
  /** It also works while a dialog is open over it. */
  isEverywhere?: boolean;
}

/** The keys of all that is on the screen; what came last goes first. */
class Shortcuts {
  #all: Shortcut[] = [];
  #listeners = new Set<() => void>();

  add(shortcut: Shortcut): () => void {
    this.#all = [shortcut, ...this.#all];
    this.#tell();
    return () => {
      this.#all = this.#all.filter((one) => one !== shortcut);
      this.#tell();
    };
  }

  all = () => this.#all;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

const Context = createContext<Shortcuts | null>(null);
const Depth = createContext(0);

/** Keys inside belong to a dialog. */
export function DialogKeys({ children }: { children: ReactNode }) {
  return <Depth value={use(Depth) + 1}>{children}</Depth>;
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Ctrl+Z in a field that holds text takes back typing, not an order. */
const hasText = (target: EventTarget | null) =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== "";

/** A pressed key as it is printed; letters and digits go by where they lie, so that an input method hides none. */
export function pressed(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">,
): string {
  const chord = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : ""].filter(Boolean);
  let key = event.key;
  const byPlace = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/u.exec(event.code);
  if (byPlace && chord.length > 0) key = byPlace[1] ?? byPlace[2] ?? byPlace[3] ?? key;
  else if (/^F\d+$/u.test(event.code)) key = event.code;
  else if (key === "Escape") key = "Esc";
  else if (key.length === 1) key = key.toUpperCase();
  return [...chord, ...(event.shiftKey && key.length > 1 ? ["Shift"] : []), key].join("+");
}

/** Whether a dialog stands open: only its own keys work then. */
const hasDialog = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Listens for keys; shows every key while Alt is held. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const shortcuts = useMemo(() => new Shortcuts(), []);
  useEffect(() => {
    let hold: ReturnType<typeof setTimeout> | undefined;
    const root = document.documentElement;
    const release = () => {
      clearTimeout(hold);
      delete root.dataset["alt"];
    };
    const down = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === "Alt" && !event.repeat) {
        hold = setTimeout(() => {
          root.dataset["alt"] = "shown";
        }, 350);
        return;
      }
      const keys = pressed(event);
      if (keys === "Ctrl+Z" && hasText(event.target)) return;
      const isPlain = keys.length === 1 || keys === "Enter" || keys.startsWith("Arrow");
      const inField = isField(event.target);
      const deepest = Math.max(0, ...shortcuts.all().map((one) => one.depth ?? 0));
      const found = shortcuts
        .all()
        .find(
          (one) =>
            one.keys === keys &&
            (one.isEverywhere === true || (one.depth ?? 0) === deepest) &&
            (!isPlain || !inField || one.inFields === true),
        );
      if (
        !found ||
        (hasDialog() && !document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') && keys !== "Esc")
      )
        return;
      event.preventDefault();
      release();
      found.run();
    };
    const up = (event: KeyboardEvent) => {
      if (event.key === "Alt") release();
    };
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    window.addEventListener("blur", release);
    return () => {
      release();
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
      window.removeEventListener("blur", release);
    };
  }, [shortcuts]);
  return <Context value={shortcuts}>{children}</Context>;
}

function useShortcuts(): Shortcuts {
  const shortcuts = use(Context);
  if (!shortcuts) throw new Error("no keys above this part");
  return shortcuts;
}

/** Gives a key to an action for as long as the part is shown; `null` gives none. */
export function useKey(
  keys: string | null | undefined,
  label: string,
  run: () => void,
  options?: { inFields?: boolean; isOff?: boolean; isEverywhere?: boolean },
) {
  const shortcuts = useShortcuts();
  const depth = use(Depth);
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const inFields = options?.inFields ?? false;
  const isOff = options?.isOff ?? false;
  const isEverywhere = options?.isEverywhere ?? false;
  useEffect(() => {
    if (!keys || isOff) return undefined;
    return shortcuts.add({ keys, label, inFields, depth, isEverywhere, run: () => latest.current() });
  }, [shortcuts, keys, label, inFields, isOff, depth, isEverywhere]);
}

/** All keys that do something now, for the list that F1 shows. */
export function useAllKeys(): readonly Shortcut[] {
  const shortcuts = useShortcuts();
  return useSyncExternalStore(shortcuts.subscribe, shortcuts.all);
}

import { useState } from "react";
import type { AppError } from "../../bindings/commands";
import { DraftKeeper, useDraft } from "./draft";

/** What a form holds: texts, choices by their words, and lists of texts. */
export type Fields<C> = { [Name in keyof C]: string | readonly string[] };

/** A form's half-typed state, which outlives a closed dialog, a locked screen and a killed program. */
export interface Form<C> {
  /** What stands in the fields: what was typed over what it began with. */
  value: C;
  set: (some: Partial<C>) => void;
  /** Something differs from what it began with. */
  isTyped: boolean;
  /** What was typed another time is back. */
  isBack: boolean;
  /** Why it cannot be kept. */
  error: AppError | null;
  /** Throws away what was typed: it was saved, or is not wanted. */
  drop: () => void;
}

/** What was typed, and of which thing; fields as they were at the beginning are left out. */
interface Typed {
  of: string;
  typed: Record<string, unknown>;
}

const keepers = new Map<string, DraftKeeper<Typed>>();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readTyped(content: unknown): Typed | null {
  if (!isRecord(content) || typeof content["of"] !== "string" || !isRecord(content["typed"])) return null;
  return { of: content["of"], typed: content["typed"] };
}

/** The one keeper of a form: of a noun, and of which thing; empty where there is only one. */
export function keeperOf(noun: string, of: string): DraftKeeper<Typed> {
  const key = `${noun} ${of}`;
  const known = keepers.get(key);
  if (known) return known;
  const made = new DraftKeeper<Typed>({
    noun,
    nothing: { of, typed: {} },
    isEmpty: ({ typed }) => Object.keys(typed).length === 0,
    read: readTyped,
    isMine: (content) => content.of === of,
    merge: (now, kept) => ({ of, typed: { ...kept.typed, ...now.typed } }),
  });
  keepers.set(key, made);
  return made;
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** What was typed over what a form begins with; what is of another kind was written by another program. */
export function shownOf<C extends Fields<C>>(start: C, typed: Record<string, unknown>): C {
  const shown = { ...start };
  for (const name of Object.keys(start) as (keyof C & string)[]) {
    const value = typed[name];
    const isSame = isList(start[name]) ? isList(value) : typeof value === "string";
    if (isSame) shown[name] = value as C[typeof name];
  }
  return shown;
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What was typed with some more; a field that is again as it began was not typed. */
export function typedWith<C extends Fields<C>>(
  typed: Record<string, unknown>,
  some: Partial<C>,
  start: C,
): Record<string, unknown> {
  const all: Record<string, unknown> = { ...typed, ...some };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => !isEqual(value, start[name as keyof C])));
}

/** The form of a dialog, kept as a draft at every change. What it begins with may change meanwhile. */
export function useForm<C extends Fields<C>>(noun: string, of: string, start: C): Form<C> {
  const keeper = keeperOf(noun, of);
  const kept = useDraft(keeper);
  const { typed } = kept.content;
  const isTyped = Object.keys(typed).length > 0;
  const [isBack, setBack] = useState<boolean | null>(null);
  if (kept.isReady && isBack === null) setBack(isTyped);
  return {
    value: shownOf(start, typed),
    set: (some) => keeper.change((now) => ({ of, typed: typedWith(now.typed, some, start) })),
    isTyped,
    isBack: isTyped && isBack === true,
    error: kept.error,
    drop: () => {
      setBack(false);
      void keeper.drop();
    },
  };
}

import { useEffect, useState } from "react";
import { useSessionIfAny } from "./session";

/** What stood open when the PC was locked, by who was signed in and the name of the state. */
const open = new Map<string, unknown>();

/**
 * A state, such as which dialog is open, that is there again when the same person unlocks the PC.
 * Whoever leaves the screen leaves it behind.
 */
export function useStays<T>(name: string, start: T): [T, (next: T) => void] {
  const session = useSessionIfAny();
  const key = `${session?.who.id ?? ""} ${name}`;
  const isLocking = session?.isLocking;
  const [value, setValue] = useState<T>(() => (open.has(key) ? (open.get(key) as T) : start));
  useEffect(() => {
    if (!isLocking) return undefined;
    open.set(key, value);
    return () => {
      if (!isLocking()) open.delete(key);
    };
  }, [key, value, isLocking]);
  return [value, setValue];
}

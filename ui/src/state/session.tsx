import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from "react";
import { type Commands, rights, type SessionRow } from "../../bindings/commands";
import { call } from "../bridge";
import { flushDrafts } from "./draft";
import { client } from "./read";

/** Who is signed in and what they may do. */
export interface Session {
  who: SessionRow;
  /** Whether the role allows a command; the station checks it again. */
  may: (command: keyof Commands) => boolean;
  /** Keeps what is half typed, and signs out. */
  lock: () => void;
  /** Whether the screen goes because of that. */
  isLocking: () => boolean;
}

const Context = createContext<Session | null>(null);

/** Nobody at the PC for this long: it locks itself. */
function useIdleLock(minutes: number, lock: () => void) {
  useEffect(() => {
    if (minutes <= 0) return undefined;
    let last = performance.now();
    const touch = () => {
      last = performance.now();
    };
    const timer = setInterval(() => {
      if (performance.now() - last > minutes * 60_000) lock();
    }, 5_000);
    window.addEventListener("pointerdown", touch);
    window.addEventListener("keydown", touch);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointerdown", touch);
      window.removeEventListener("keydown", touch);
    };
  }, [minutes, lock]);
}

/** What the last operator looked at is not the next one's to see; what is shown now is no longer theirs. */
function forget() {
  setTimeout(() =>
    client.removeQueries({
      predicate: (query) => query.getObserversCount() === 0 && !String(query.queryKey[0]).startsWith("se"),
    }),
  );
}

/** Holds who is signed in. */
export function SessionProvider({
  who,
  idleMinutes,
  children,
}: {
  who: SessionRow;
  idleMinutes: number;
  children: ReactNode;
}) {
  const locking = useRef(false);
  const lock = () => {
    locking.current = true;
    void flushDrafts()
      .then(() => call("session.sign_out", {}))
      .then(() => client.invalidateQueries({ queryKey: ["session.show"] }))
      .catch(() => {
        locking.current = false;
      });
  };
  useEffect(() => forget, []);
  useIdleLock(idleMinutes, lock);
  // What could not be kept while nobody was signed in is kept now.
  useEffect(() => void flushDrafts(), []);
  const isLocking = useCallback(() => locking.current, []);
  const may = (command: keyof Commands) => {
    const right = rights[command];
    return right === "open" || who.rights.includes(right);
  };
  return <Context value={{ who, may, lock, isLocking }}>{children}</Context>;
}

/** Who is signed in, for what also stands at the door. */
export const useSessionIfAny = (): Session | null => use(Context);

/** Who is signed in. */
export function useSession(): Session {
  const session = use(Context);
  if (!session) throw new Error("nobody is signed in above this part");
  return session;
}

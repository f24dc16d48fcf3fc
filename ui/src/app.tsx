import { QueryClientProvider } from "@tanstack/react-query";
import { Activity, lazy, Suspense, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { SessionRow } from "../bindings/commands";
import { Crash } from "./frame/crash";
import { KeysProvider } from "./keys/keys";
import { Failed } from "./parts/states";
import { ToastProvider } from "./parts/toast";
import { SignIn } from "./screens/signin/signin";
import { client, useRead } from "./state/read";
import { SettingsProvider, useSettings } from "./state/settings";
import { WordsProvider } from "./words/use";

const House = lazy(() => import("./house").then((m) => ({ default: m.House })));
const FirstStart = lazy(() => import("./screens/first/first").then((m) => ({ default: m.FirstStart })));
const Trouble = lazy(() => import("./screens/first/trouble").then((m) => ({ default: m.Trouble })));

/** The door has been painted by then. */
const READY_MS = 120;

/** Which door stands open: first start, a troubled database, sign-in, or the house. */
function Door() {
  const setup = useRead("setup.status", {});
  const session = useRead("session.show", {}, { isOff: setup.data?.state !== "ready" });
  const { settings } = useSettings();
  // The first start goes on after the station is there: the recovery key has yet to be written down.
  const [isFirst, setFirst] = useState(false);
  if (setup.data?.state === "absent" && !isFirst) setFirst(true);
  const error = setup.error ?? session.error;
  if (error) return <Failed error={error} onAgain={setup.error ? setup.again : session.again} />;
  if (!setup.data) return null;
  if (isFirst) return <FirstStart status={setup.data} onDone={() => setFirst(false)} />;
  if (setup.data.state === "trouble") return <Trouble status={setup.data} onDone={setup.again} />;
  if (!session.data) return null;
  return <Doorway who={session.data.session} idleMinutes={settings.idle_minutes} />;
}

/** Nobody yet: whose house is drawn before the door opens. */
const NOBODY: SessionRow = { id: "", name: "", initials: "", role: "", rights: [] };

/**
 * The sign-in, or the house. While somebody types the PIN the house is drawn behind the door, unseen: it reads nothing and
 * hears no key until it is shown. Whoever comes in has a house of their own; nothing of the last one's stands in it.
 */
function Doorway({ who, idleMinutes }: { who: SessionRow | undefined; idleMinutes: number }) {
  const [isNear, setNear] = useState(false);
  const [turn, setTurn] = useState(0);
  const [last, setLast] = useState(who);
  if (who !== last) {
    setLast(who);
    if (!who) setTurn(turn + 1);
  }
  useEffect(() => {
    const timer = setTimeout(() => setNear(true), READY_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {who ? null : <SignIn />}
      {who || isNear ? (
        <Activity key={turn} mode={who ? "visible" : "hidden"}>
          <Suspense fallback={null}>
            <House who={who ?? NOBODY} idleMinutes={idleMinutes} />
          </Suspense>
        </Activity>
      ) : null}
    </>
  );
}

/** The whole program. */
export function App() {
  return (
    <QueryClientProvider client={client}>
      <SettingsProvider>
        {({ language }) => (
          <WordsProvider language={language}>
            {/* React Aria has no Tibetan words of its own; ours are on everything that is seen. */}
            <I18nProvider locale={language === "bo" ? "zh-CN" : language}>
              <KeysProvider>
                <ToastProvider>
                  <Crash />
                  <Suspense fallback={null}>
                    <Door />
                  </Suspense>
                </ToastProvider>
              </KeysProvider>
            </I18nProvider>
          </WordsProvider>
        )}
      </SettingsProvider>
    </QueryClientProvider>
  );
}

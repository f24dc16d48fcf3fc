import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { Crash } from "./frame/crash";
import { KeysProvider } from "./keys/keys";
import { Failed } from "./parts/states";
import { ToastProvider } from "./parts/toast";
import { SignIn } from "./screens/signin/signin";
import { client, useRead } from "./state/read";
import { SettingsProvider, useSettings } from "./state/settings";
import { WordsProvider } from "./words/use";

const house = () => import("./house").then((m) => ({ default: m.House }));
const House = lazy(house);
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
  const who = session.data.session;
  return who ? <House who={who} idleMinutes={settings.idle_minutes} /> : <Outside />;
}

/** The sign-in; the house behind it is made ready when the door stands there. */
function Outside() {
  useEffect(() => {
    const timer = setTimeout(() => void house(), READY_MS);
    return () => clearTimeout(timer);
  }, []);
  return <SignIn />;
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

import { useEffect } from "react";
import { useSay } from "../parts/toast";
import { useWords } from "../words/use";

declare global {
  interface Window {
    /** What the window's last run left when it crashed; there is none in a browser. */
    tsongCrash?: { at_ms: number; place: string } | null;
  }
}

let isTold = false;

/** Says, once, that the program was not closed properly last time. */
export function Crash() {
  const say = useSay();
  const { t } = useWords();
  useEffect(() => {
    if (isTold || !window.tsongCrash) return;
    isTold = true;
    say({ text: t("window-crashed"), flag: "fire", forMs: 20_000 });
  }, [say, t]);
  return null;
}

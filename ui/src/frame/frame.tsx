import { Outlet, useNavigate } from "@tanstack/react-router";
import { call } from "../bridge";
import { useKey } from "../keys/keys";
import { useScan } from "../keys/scan";
import { useSay } from "../parts/toast";
import { useWords } from "../words/use";
import { Help } from "./help";
import { Rail } from "./rail";
import { SyncProvider } from "./sync";

/** Where a found thing is shown. */
function useScannedCode() {
  const navigate = useNavigate();
  const say = useSay();
  const { t } = useWords();
  useScan((code) => {
    void call("find", { text: code, nouns: ["order", "lot", "listing"], limit: 2 })
      .then((found) => {
        const one = found[0];
        if (!one) say({ text: t("scan-unknown", { code }), flag: "fire" });
        else if (one.noun === "order") void navigate({ to: "/orders", search: { id: one.id } });
        else if (one.noun === "lot") void navigate({ to: "/stock", search: { lot: one.id } });
        else void navigate({ to: "/till", search: { listing: one.id } });
      })
      .catch(() => say({ text: t("scan-unknown", { code }), flag: "fire" }));
    return true;
  }, true);
}

/** The frame of every screen: the rail, the keys that work everywhere, and the room. */
export function Frame() {
  const { t } = useWords();
  const navigate = useNavigate();
  useScannedCode();
  useKey("F2", t("home-new-order"), () => void navigate({ to: "/till" }));
  useKey("F3", t("home-take-in"), () => void navigate({ to: "/intake" }));
  return (
    <SyncProvider>
      <div className="app">
        <Rail />
        <Outlet />
      </div>
      <Help />
    </SyncProvider>
  );
}

import { useState } from "react";
import type { Commands, OrderShown } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { CloseIcon, DoneIcon, HistoryIcon, type IconType, PackIcon, PrintIcon, RoadIcon } from "../../parts/icons";
import { useSay } from "../../parts/toast";
import { client } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import { type Act, mainAct, mayCancel, otherAct } from "./acts";
import { CancelDialog } from "./cancel";
import { HistoryDialog } from "./history";
import styles from "./orders.module.css";
import { WarnedDialog } from "./warned";

const ICONS: Record<Act, IconType> = {
  confirmed: DoneIcon,
  packing: PackIcon,
  hand_over: RoadIcon,
  completed: DoneIcon,
  answer: DoneIcon,
  cancel: CloseIcon,
};

/** The command behind each step; the station checks the right again. */
const COMMANDS: Record<Act, keyof Commands> = {
  confirmed: "order.step",
  packing: "order.step",
  completed: "order.step",
  hand_over: "order.hand_over",
  answer: "order.answer",
  cancel: "order.cancel",
};

/** The word on a step's button; some steps mean another thing in a doubt. */
function doOf(state: OrderShown["state"], act: Act): Key {
  if (state === "NeedsDecision" && act === "completed") return "orders-do-it-went";
  if (state === "CancelAsked" && act === "cancel") return "orders-do-free";
  if (state === "Cancelled" && act === "answer") return "orders-do-again";
  return `orders-do-${act === "hand_over" ? "hand-over" : act}`;
}

function send(id: string, act: Exclude<Act, "cancel">, isWarned: boolean): Promise<OrderShown> {
  if (act === "hand_over") return call("order.hand_over", { id, is_warned: isWarned, is_late: false });
  if (act === "answer") return call("order.answer", { id });
  return call("order.step", { id, step: act });
}

async function printLater(id: string): Promise<void> {
  const { printOrder } = await import("../print/print");
  await printOrder(id);
}

/** What is done with the order: the next step in one key, and what is done seldom. */
export function OrderFoot({ order, isOff }: { order: OrderShown; isOff: boolean }) {
  const words = useWords();
  const say = useSay();
  const { may } = useSession();
  const [asks, setAsks] = useStays<"cancel" | "history" | "warned" | null>(`order-foot ${order.id}`, null);
  const [isBusy, setBusy] = useState(false);
  const isIdle = !isOff && !isBusy;
  const main = mainAct(order);
  const other = otherAct(order);
  const refused = (thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire", forMs: 9_000 });
  const run = async (act: Act, isWarned = false) => {
    if (act === "cancel") {
      setAsks("cancel");
      return;
    }
    if (act === "hand_over" && !order.keeps && !isWarned) {
      setAsks("warned");
      return;
    }
    setBusy(true);
    try {
      await send(order.id, act, isWarned);
      setAsks(null);
    } catch (thrown) {
      if (errorOf(thrown).code === "not_the_keeper") setAsks("warned");
      else refused(thrown);
    }
    setBusy(false);
    void client.invalidateQueries();
  };
  const print = () => void printLater(order.id).catch(refused);
  const button = (act: Act, isMain: boolean) =>
    may(COMMANDS[act]) ? (
      <Btn
        look={isMain ? "main" : "plain"}
        big={isMain}
        icon={ICONS[act]}
        keys={isMain ? "F12" : "Shift+F12"}
        label={words.t(doOf(order.state, act))}
        isDisabled={!isIdle}
        onPress={() => void run(act)}
      />
    ) : null;
  return (
    <footer className={styles["foot"]}>
      <span className={styles["acts"]}>
        <Btn
          look="quiet"
          icon={HistoryIcon}
          keys="F6"
          label={words.t("orders-history")}
          onPress={() => setAsks("history")}
        />
        {mayCancel(order) && may("order.cancel") ? (
          <Btn
            look="quiet"
            icon={CloseIcon}
            keys="F8"
            label={words.t("orders-cancel")}
            isDisabled={!isIdle}
            onPress={() => setAsks("cancel")}
          />
        ) : null}
      </span>
      <span className={styles["acts"]}>
        <Btn icon={PrintIcon} keys="Ctrl+P" label={words.t("orders-print")} isDisabled={isOff} onPress={print} />
        {other ? button(other, false) : null}
        {main ? button(main, true) : null}
      </span>
      {asks === "cancel" ? <CancelDialog order={order} onClose={() => setAsks(null)} /> : null}
      {asks === "history" ? <HistoryDialog order={order} onClose={() => setAsks(null)} /> : null}
      {asks === "warned" ? (
        <WarnedDialog
          order={order}
          isBusy={isBusy}
          onGoOn={() => void run("hand_over", true)}
          onClose={() => setAsks(null)}
        />
      ) : null}
    </footer>
  );
}

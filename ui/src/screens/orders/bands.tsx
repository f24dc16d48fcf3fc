import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { OrderShown } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Contested } from "../../parts/contested";
import { Dialog } from "../../parts/dialog";
import { Icon } from "../../parts/icon";
import { AlertIcon, DoneIcon, PackIcon, UndoIcon } from "../../parts/icons";
import { useSay } from "../../parts/toast";
import { useNowMs } from "../../state/now";
import { useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import { paidFen } from "./acts";
import { DateBand, undatedMs } from "./dated";
import { Choices } from "./decide";
import styles from "./orders.module.css";

/** What has to be said about an order, and what may be done: a key of the wording. */
export function doubtOf(order: Pick<OrderShown, "state" | "doubt" | "next">): Key | null {
  if (order.state === "Asked") return order.next.includes("answer") ? "orders-doubt-asked" : "orders-doubt-asked-there";
  if (order.state === "CancelAsked") {
    return order.next.includes("cancel") ? "orders-doubt-cancel-asked" : "orders-doubt-cancel-asked-there";
  }
  if (order.state !== "NeedsDecision") return null;
  if (order.doubt === "handed_over_and_cancelled") return "orders-doubt-handed-over-and-cancelled";
  if (order.doubt === "late_order") return "orders-doubt-late-order";
  if (order.doubt === "short") return "orders-doubt-short-why";
  if (order.doubt === "weight" || order.doubt === "late" || order.doubt === "unreachable" || order.doubt === "price") {
    return `orders-doubt-${order.doubt}`;
  }
  return "orders-doubt-other";
}

/** Packed and then cancelled: the goods lie in a box. */
export const isToUnpack = (order: Pick<OrderShown, "state" | "reached">) =>
  order.state === "Cancelled" && order.reached.some((one) => one.step === "packing" || one.step === "packed");

/** The station's now is read once a minute, so it may be as old as this. */
const SKEW_MS = 120_000;

function UndoBar({ order, untilMs }: { order: OrderShown; untilMs: number }) {
  const words = useWords();
  const say = useSay();
  const undo = useWrite("order.undo");
  const stationMs = useNowMs();
  const [nowMs, setNow] = useState(() => stationMs ?? Date.now());
  useEffect(() => {
    // The station counts by a time that it believes; a clock that is minutes off is put right by it.
    const offMs = stationMs === undefined ? 0 : stationMs - Date.now();
    const skewMs = Math.abs(offMs) > SKEW_MS ? offMs : 0;
    const tick = () => setNow(Date.now() + skewMs);
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [stationMs]);
  const run = async () => {
    try {
      await undo.run({ id: order.id });
    } catch (thrown) {
      say({ text: words.error(errorOf(thrown)), flag: "fire" });
    }
  };
  useKey("Ctrl+Z", words.t("orders-undo"), () => void run());
  const leftMs = untilMs - nowMs;
  if (leftMs <= 0) return null;
  const seconds = Math.min(600, Math.ceil(leftMs / 1_000));
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <div className={styles["undo"]} role="status" aria-live="off">
      <Icon of={DoneIcon} />
      <span className="sp">{words.t("orders-undo-hint")}</span>
      <span className="tn" aria-hidden="true">
        {left}
      </span>
      <Button
        className={styles["undoing"] ?? ""}
        isDisabled={undo.isRunning}
        onPress={() => void run()}
        data-key="Ctrl+Z"
      >
        <Icon of={UndoIcon} /> <span className="lbl">{words.t("orders-undo")}</span> <span className="key">Ctrl+Z</span>
      </Button>
    </div>
  );
}

/** After a restore: what the lost disk knew to have left is said here, once. */
function LateBand({ order, isOff }: { order: OrderShown; isOff: boolean }) {
  const words = useWords();
  const say = useSay();
  const handOver = useWrite("order.hand_over");
  const run = async () => {
    try {
      await handOver.run({ id: order.id, is_warned: false, is_late: true });
    } catch (thrown) {
      say({ text: words.error(errorOf(thrown)), flag: "fire", forMs: 9_000 });
    }
  };
  return (
    <div className={styles["band"]} role="note">
      <Icon of={AlertIcon} />
      <span className="sp">{words.t("orders-late")}</span>
      <Btn
        keys="L"
        className={styles["small"] ?? ""}
        label={words.t("orders-late-do")}
        isDisabled={isOff || handOver.isRunning}
        onPress={() => void run()}
      />
    </div>
  );
}

/** Two people changed the order at once; their values are shown in a dialog of their own. */
function ContestedBand({ id, fields, isOff }: { id: string; fields: readonly string[]; isOff: boolean }) {
  const words = useWords();
  const { may } = useSession();
  const [isOpen, setOpen] = useStays(`contested ${id}`, false);
  return (
    <div className={`${styles["band"]} ${styles["fire"]}`} role="note">
      <Icon of={AlertIcon} />
      <span className="sp">{words.t("contested-two-people")}</span>
      <Btn
        keys="V"
        className={styles["small"] ?? ""}
        label={words.t("contested-look")}
        isDisabled={isOff}
        onPress={() => setOpen(true)}
      />
      {isOpen ? (
        <Dialog title={words.t("contested-look")} onClose={() => setOpen(false)} wide>
          <Contested
            id={id}
            fields={fields}
            mayChoose={may("order.change")}
            label={(field) => words.word("orders-field", field.replace(/_fen$/u, ""))}
          />
        </Dialog>
      ) : null}
    </div>
  );
}

/** What a person has to know before the next step: doubts, what is to be unpacked or given back, the way back. */
export function Bands({ order, isOff }: { order: OrderShown; isOff: boolean }) {
  const words = useWords();
  const { may } = useSession();
  const doubt = doubtOf(order);
  const contested = order.contested ?? [];
  const datedMs = undatedMs(order);
  const paid = order.state === "Cancelled" ? paidFen(order) : 0;
  // While a weight is in question nobody knows yet what is owed.
  const isOpen = order.state !== "Cancelled" && order.state !== "NeedsDecision" && !order.is_record;
  const over = isOpen ? paidFen(order) - order.total_fen : 0;
  return (
    <>
      {doubt ? (
        <div className={`${styles["band"]} ${styles["fire"]}`} role="note">
          <Icon of={AlertIcon} />
          <span>{words.t(doubt)}</span>
        </div>
      ) : null}
      {order.state === "NeedsDecision" ? <Choices key={`${order.id} choices`} order={order} isOff={isOff} /> : null}
      {isToUnpack(order) ? (
        <div className={styles["band"]} role="note">
          <Icon of={PackIcon} />
          <span>{words.t("orders-unpack")}</span>
        </div>
      ) : null}
      {paid > 0 ? (
        <div className={styles["band"]} role="note">
          <Icon of={AlertIcon} />
          <span>{words.t("orders-give-back", { amount: words.money(paid) })}</span>
        </div>
      ) : null}
      {over > 0 ? (
        <div className={styles["band"]} role="note">
          <Icon of={AlertIcon} />
          <span>{words.t("orders-over", { amount: words.money(over) })}</span>
        </div>
      ) : null}
      {contested.length > 0 ? <ContestedBand key={order.id} id={order.id} fields={contested} isOff={isOff} /> : null}
      {datedMs !== undefined ? <DateBand key={`${order.id} day`} order={order} atMs={datedMs} isOff={isOff} /> : null}
      {order.next.includes("hand_over_late") && may("order.hand_over") ? (
        <LateBand order={order} isOff={isOff} />
      ) : null}
      {order.undo_until_ms !== undefined && !isOff && may("order.undo") ? (
        <UndoBar key={order.id} order={order} untilMs={order.undo_until_ms} />
      ) : null}
    </>
  );
}

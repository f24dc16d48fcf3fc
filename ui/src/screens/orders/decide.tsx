import type { OrderShown } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { CloseIcon, DecideIcon, DoneIcon, EditIcon, type IconType, ScaleIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { CancelDialog } from "./cancel";
import { GoodsDialog } from "./goods";
import styles from "./orders.module.css";
import { WeighDialog } from "./weigh";

/** The questions that a person may raise; the scale raises its own. */
const QUESTIONS = ["short", "late", "unreachable", "price"] as const;

/** The ways out of each doubt that a person raised, in the order of their keys. */
const CHOICES = {
  weight: ["confirmed", "pack", "amend", "cancel"],
  short: ["confirmed", "amend", "cancel"],
  late: ["confirmed", "cancel"],
  unreachable: ["confirmed", "cancel"],
  price: ["confirmed", "amend", "cancel"],
  unknown: ["confirmed", "cancel"],
} as const;

type Question = keyof typeof CHOICES;
export type Way = (typeof CHOICES)[Question][number];

const isQuestion = (doubt: string): doubt is Question => doubt in CHOICES;

/** What may be chosen for an order that waits for a decision; none where its doubt is no question. */
export function waysOf(order: Pick<OrderShown, "doubt" | "next">): Way[] {
  if (!isQuestion(order.doubt)) return [];
  return CHOICES[order.doubt].filter((way) => order.next.includes(way));
}

const ICONS: Record<Way, IconType> = {
  confirmed: DoneIcon,
  pack: ScaleIcon,
  amend: EditIcon,
  cancel: CloseIcon,
};

const COMMANDS = { confirmed: "order.step", pack: "order.pack", amend: "order.amend", cancel: "order.cancel" } as const;

/** The choices of a doubt, one key each. */
export function Choices({ order, isOff }: { order: OrderShown; isOff: boolean }) {
  const words = useWords();
  const say = useSay();
  const { may } = useSession();
  const step = useWrite("order.step");
  const [asks, setAsks] = useStays<Exclude<Way, "confirmed"> | null>(`order-choice ${order.id}`, null);
  const close = () => setAsks(null);
  const ways = waysOf(order).filter((way) => may(COMMANDS[way]));
  const run = async (way: Way) => {
    if (way !== "confirmed") {
      setAsks(way);
      return;
    }
    try {
      await step.run({ id: order.id, step: "confirmed" });
    } catch (thrown) {
      say({ text: words.error(errorOf(thrown)), flag: "fire", forMs: 9_000 });
    }
  };
  const label = (way: Way) => {
    if (way === "confirmed") return words.word("orders-choice", order.doubt);
    return way === "cancel" ? words.t("orders-cancel") : words.t(`orders-choice-${way}`);
  };
  if (ways.length === 0) return null;
  return (
    <div className={styles["choices"]}>
      {ways.map((way, at) => (
        <Btn
          key={way}
          look={at === 0 ? "main" : "plain"}
          icon={ICONS[way]}
          keys={String(at + 1)}
          label={label(way)}
          isDisabled={isOff || step.isRunning}
          onPress={() => void run(way)}
        />
      ))}
      {asks === "pack" ? <WeighDialog order={order} onClose={close} /> : null}
      {asks === "amend" ? <GoodsDialog order={order} onClose={close} /> : null}
      {asks === "cancel" ? <CancelDialog order={order} onClose={close} /> : null}
    </div>
  );
}

/** Stops an order until a person has decided. */
export function AskDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const doubt = useWrite("order.doubt");
  const saving = useSaving([]);
  const run = (question: string) =>
    void saving.run(async () => {
      await doubt.run({ id: order.id, question });
      onClose();
    });
  return (
    <Dialog
      title={words.t("orders-ask-title")}
      onClose={onClose}
      actions={<Btn label={words.t("screen-cancel")} onPress={onClose} />}
    >
      <div className={styles["questions"]}>
        {QUESTIONS.map((question, at) => (
          <Btn
            key={question}
            icon={DecideIcon}
            keys={String(at + 1)}
            label={words.t(`orders-doubt-short-${question}`)}
            isDisabled={saving.isRunning}
            onPress={() => run(question)}
          />
        ))}
      </div>
      <p className="small">{words.t("orders-ask-hint")}</p>
      <Problem error={saving.error} />
    </Dialog>
  );
}

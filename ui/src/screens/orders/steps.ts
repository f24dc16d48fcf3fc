// From an order's state and what it reached to the steps that are drawn.
import type { OrderShown } from "../../../bindings/commands";
import {
  AlertIcon,
  CheckIcon,
  CloseIcon,
  DecideIcon,
  DoneIcon,
  EditIcon,
  type IconType,
  OrdersIcon,
  PackIcon,
  RoadIcon,
  WaitsIcon,
} from "../../parts/icons";
import type { Flag } from "../../parts/state";

type State = OrderShown["state"];

/** One step, without words. */
export interface StepAt {
  /** A state's word. */
  id: State;
  at: "done" | "now" | "next";
  icon: IconType;
  flag?: Flag;
  /** When it was reached, who by; absent for what is to come. */
  reached?: OrderShown["reached"][number];
}

const LIFE = ["Draft", "Placed", "Confirmed", "Packing", "HandedOver", "Completed"] as const;
type Life = (typeof LIFE)[number];

const ROW: Record<Life, string> = {
  Draft: "taken",
  Placed: "placed",
  Confirmed: "confirmed",
  Packing: "packing",
  HandedOver: "handed_over",
  Completed: "completed",
};

const ICONS: Record<State, IconType> = {
  Draft: EditIcon,
  Asked: DecideIcon,
  Placed: OrdersIcon,
  Confirmed: CheckIcon,
  Packing: PackIcon,
  HandedOver: RoadIcon,
  Completed: DoneIcon,
  CancelAsked: AlertIcon,
  Cancelled: CloseIcon,
  NeedsDecision: AlertIcon,
};

const FLAGS: Record<State, Flag> = {
  Draft: "cloud",
  Asked: "fire",
  Placed: "earth",
  Confirmed: "earth",
  Packing: "earth",
  HandedOver: "sky",
  Completed: "water",
  CancelAsked: "fire",
  Cancelled: "cloud",
  NeedsDecision: "fire",
};

/** Which of the five kinds an order's state is. */
export const flagOf = (state: State): Flag => FLAGS[state];

/** The shape beside the state's word in lists. */
export const iconOf = (state: State): IconType =>
  state === "Placed" || state === "Confirmed" ? WaitsIcon : ICONS[state];

const isLife = (state: State): state is Life => (LIFE as readonly State[]).includes(state);

/**
 * The steps of an order. What was passed over without a mark is left out: nobody did it. A cancel, a doubt and a
 * question end the line where they happened.
 */
export function stepsOf(order: Pick<OrderShown, "state" | "reached">): StepAt[] {
  // Who weighed without saying first that he packs has packed.
  const row = (name: string) =>
    order.reached.find((one) => one.step === name) ??
    (name === "packing" ? order.reached.find((one) => one.step === "packed") : undefined);
  const step = (id: State, at: StepAt["at"], reached: ReturnType<typeof row>): StepAt => ({
    id,
    at,
    icon: at === "done" ? CheckIcon : ICONS[id],
    ...(at === "now" ? { flag: FLAGS[id] } : {}),
    ...(reached ? { reached } : {}),
  });
  const { state } = order;
  if (isLife(state)) {
    const now = LIFE.indexOf(state);
    return LIFE.flatMap((id, at) => {
      const reached = row(ROW[id]);
      if (at === now) return [step(id, "now", reached)];
      if (at > now) return [step(id, "next", undefined)];
      return reached ? [step(id, "done", reached)] : [];
    });
  }
  const passed = LIFE.flatMap((id) => {
    const reached = row(ROW[id]);
    return reached ? [step(id, "done", reached)] : [];
  });
  if (state === "Asked") {
    const taken = passed.filter((one) => one.id === "Draft");
    return [...taken, step("Asked", "now", undefined), ...LIFE.slice(1).map((id) => step(id, "next", undefined))];
  }
  const end = state === "NeedsDecision" ? undefined : row("cancelled");
  return [...passed, step(state, "now", end)];
}

import { expect, it } from "vitest";
import type { OrderShown } from "../../../bindings/commands";
import { stepsOf } from "./steps";

const LIFE = ["taken", "placed", "confirmed", "packing", "handed_over", "completed"];

function order(state: OrderShown["state"], ...steps: string[]): Pick<OrderShown, "state" | "reached"> {
  const reached = steps.map((step, at) => ({ step, at_ms: 1_000 + at, doubtful: false, actor: "Dekyi" }));
  return { state, reached };
}

const drawn = (of: Pick<OrderShown, "state" | "reached">) => stepsOf(of).map((step) => `${step.id}:${step.at}`);

it("weaves as far as the order has come and shows what is still to do", () => {
  expect(drawn(order("Packing", ...LIFE.slice(0, 4)))).toEqual([
    "Draft:done",
    "Placed:done",
    "Confirmed:done",
    "Packing:now",
    "HandedOver:next",
    "Completed:next",
  ]);
  expect(drawn(order("Completed", ...LIFE)).at(-1)).toBe("Completed:now");
});

it("leaves out a step that was passed over, for nobody did it", () => {
  expect(drawn(order("HandedOver", "taken", "placed", "handed_over"))).toEqual([
    "Draft:done",
    "Placed:done",
    "HandedOver:now",
    "Completed:next",
  ]);
});

it("ends with the cancel, and offers no step beyond it", () => {
  const steps = stepsOf(order("Cancelled", "taken", "placed", "packing", "cancelled"));
  expect(steps.map((step) => step.id)).toEqual(["Draft", "Placed", "Packing", "Cancelled"]);
  expect(steps.at(-1)?.flag, "a cancel that is settled alarms nobody").toBe("cloud");
  expect(steps.at(-1)?.reached?.step, "when and by whom").toBe("cancelled");
});

it("ends with the doubt after all that happened, and flags that a person is needed", () => {
  const steps = stepsOf(order("NeedsDecision", ...LIFE.slice(0, 5), "cancelled"));
  expect(steps.map((step) => step.id).slice(-2)).toEqual(["HandedOver", "NeedsDecision"]);
  expect(steps.at(-1)?.flag).toBe("fire");
  expect(steps.at(-1)?.reached, "the doubt itself has no moment").toBeUndefined();
  expect(drawn(order("CancelAsked", "taken", "placed", "cancelled")).at(-1)).toBe("CancelAsked:now");
});

it("asks before it is placed", () => {
  expect(drawn(order("Asked", "taken"))).toEqual([
    "Draft:done",
    "Asked:now",
    "Placed:next",
    "Confirmed:next",
    "Packing:next",
    "HandedOver:next",
    "Completed:next",
  ]);
});

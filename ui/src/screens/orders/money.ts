import type { OrderShown } from "../../../bindings/commands";
import type { Flag } from "../../parts/state";

const FLAGS: Record<OrderShown["payment"], Flag> = {
  Expected: "earth",
  Reported: "earth",
  Cleared: "water",
  PartRefunded: "sky",
  Refunded: "cloud",
  Void: "cloud",
};

/** The flag of a payment's state, by its word in either spelling. */
export function moneyFlag(state: string): Flag {
  const plain = state.replaceAll("_", "").toLowerCase();
  for (const [name, flag] of Object.entries(FLAGS)) if (name.toLowerCase() === plain) return flag;
  return "cloud";
}

import { expect, it } from "vitest";
import type { OrderShown } from "../../../bindings/commands";
import { mainAct } from "./acts";
import { amendOf, quantityProblem } from "./amend";
import { waysOf } from "./decide";
import { beyond, picksOf, readPick, weighedOf } from "./packing";

type Line = OrderShown["filled"][number];

const part = (lot: string, quantity: number): Line["from"][number] => ({
  lot,
  lot_number: lot,
  villager: "v",
  name: "巴桑",
  name_bo: "",
  thumbnail: "",
  quantity,
  kind: "hold",
});

const line = (number: number, quantity: number, ...from: Line["from"]): Line => ({
  line: number,
  product: "p",
  title: "",
  grade: "",
  measure: "weight",
  quantity,
  tolerance: 20,
  filling: "pooled",
  price_fen: 60_000,
  amount_fen: 0,
  picture: "",
  from,
});

const order = {
  filled: [line(1, 2_000, part("a", 1_200), part("b", 500), part("a", 300)), line(2, 500, part("a", 500))],
};

it("asks each lot once a line, whoever's share it is charged to", () => {
  expect(picksOf(order).map((pick) => [pick.key, pick.quantity])).toEqual([
    ["1 a", 1_500],
    ["1 b", 500],
    ["2 a", 500],
  ]);
});

it("takes an empty field for what was picked, and refuses what no scale says", () => {
  const picks = picksOf(order);
  const [first] = picks;
  if (!first) throw new Error("a pick");
  expect(readPick(first, "", "kg")).toEqual({ quantity: 1_500 });
  expect(readPick(first, "3", "jin")).toEqual({ quantity: 1_500 });
  expect(readPick(first, "0", "kg")).toEqual({ reason: "zero" });
  expect(weighedOf(picks, ["1.49", "", "-1"], "kg"), "nothing is sent while a field is wrong").toBeNull();
  expect(weighedOf(picks, ["1.49", "", ""], "kg")?.map((one) => one.weight)).toEqual([1_490, 500, 500]);
});

it("says beforehand which line a person will have to decide about", () => {
  const picks = picksOf(order);
  const of = (typed: string) => beyond(order.filled, weighedOf(picks, [typed, "", ""], "kg") ?? []);
  expect(of("1.48")).toEqual([]);
  expect(of("1.479").map((one) => [one.line.line, one.difference])).toEqual([[1, -21]]);
  expect(of("1.521").map((one) => one.difference)).toEqual([21]);
});

it("keeps, amends, drops and adds lines", () => {
  const added = [{ listing: "l", measure: "piece" }];
  const typed = { quantities: ["2.5", ""], prices: ["650", "600"], added: ["3"] };
  expect(amendOf("o", order.filled, added, typed, "kg", true)).toEqual({
    id: "o",
    keep: [{ line: 1, quantity: 2_500, price: 65_000 }],
    add: [{ listing: "l", product: "", grade: "", quantity: 3 }],
    is_confirmed: true,
  });
  expect(amendOf("o", order.filled, [], { ...typed, prices: ["x", ""] }, "kg", false)).toBeNull();
  expect(quantityProblem("0", "weight", "kg")).toBe("zero");
  expect(quantityProblem("", "weight", "kg"), "an empty one drops the line").toBeNull();
});

it("offers of a question only what the station would do", () => {
  const next = ["confirmed", "cancel", "pack", "amend"];
  expect(waysOf({ doubt: "weight", next })).toEqual(["confirmed", "pack", "amend", "cancel"]);
  expect(waysOf({ doubt: "unreachable", next })).toEqual(["confirmed", "cancel"]);
  expect(waysOf({ doubt: "short", next: ["confirmed", "cancel"] }), "the goods lie elsewhere").toEqual([
    "confirmed",
    "cancel",
  ]);
  expect(waysOf({ doubt: "late_order", next: ["answer"] })).toEqual([]);
  expect(mainAct({ state: "NeedsDecision", next }), "one choice stands in one place").toBeNull();
});

import { expect, test } from "vitest";
import type { CallList } from "../../../bindings/commands";
import { type ChatWords, chatText } from "./text";

const words: ChatWords = {
  head: "Today",
  goods: (product, grade) => `${product}/${grade}`,
  quantity: (value) => `${value}g`,
  promised: (goods, quantity) => `promised ${goods} ${quantity}`,
  brought: (goods, quantity) => `brought ${goods} ${quantity}`,
  short: (goods, quantity) => `short ${goods} ${quantity}`,
  wanted: (goods, quantity) => `wanted ${goods} ${quantity}`,
};

const kind = { product: "m", grade: "a", measure: "weight" };

test("a villager's name cannot begin a line of its own, and who is short reads by how much", () => {
  const list: CallList = {
    day: "2026-11-27",
    villagers: [
      { villager: "v", name: "巴\n桑", name_bo: "", rows: [{ ...kind, promised: 2500, brought: 2000, short: 500 }] },
      { villager: "w", name: "达瓦", name_bo: "", rows: [{ ...kind, brought: 900, short: 0 }] },
    ],
    needs: [
      {
        ...kind,
        orders: 2,
        wanted: 4000,
        here: 0,
        coming: 500,
        open: 1500,
        candidates: [{ villager: "u", name: "德吉", name_bo: "", offer: 1500, lately: 9 }],
      },
      { ...kind, grade: "b", orders: 1, wanted: 100, here: 100, coming: 0, open: 0, candidates: [] },
    ],
  };
  expect(chatText(list, words).split("\n")).toEqual([
    "Today",
    "巴 桑: short m/a 500g",
    "达瓦: brought m/a 900g",
    "wanted m/a 1500g: 德吉 1500g",
  ]);
});

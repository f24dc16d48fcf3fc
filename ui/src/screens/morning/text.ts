// The call list as text to paste into a chat group: one line for each villager, then what is still wanted.
import type { CallList } from "../../../bindings/commands";

/** What the text says, in the station's language. */
export interface ChatWords {
  head: string;
  /** A kind of goods by its keys. */
  goods: (product: string, grade: string) => string;
  quantity: (value: number, measure: string) => string;
  promised: (goods: string, quantity: string) => string;
  brought: (goods: string, quantity: string) => string;
  short: (goods: string, quantity: string) => string;
  wanted: (goods: string, quantity: string) => string;
}

/** Names of people are data: a line break in one would begin a line of its own. */
const oneLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();

/** The list as lines of plain text. Who owes nothing and has brought what was promised is thanked by the figures. */
export function chatText(list: CallList, words: ChatWords): string {
  const lines = [words.head];
  for (const villager of list.villagers) {
    const said = villager.rows.map((row) => {
      const goods = words.goods(row.product, row.grade);
      if (row.short > 0) return words.short(goods, words.quantity(row.short, row.measure));
      if (row.brought > 0) return words.brought(goods, words.quantity(row.brought, row.measure));
      return words.promised(goods, words.quantity(row.promised ?? 0, row.measure));
    });
    lines.push(`${oneLine(villager.name)}: ${said.join(", ")}`);
  }
  for (const need of list.needs.filter((one) => one.open > 0)) {
    const whom = need.candidates
      .filter((one) => one.offer > 0)
      .map((one) => `${oneLine(one.name)} ${words.quantity(one.offer, need.measure)}`);
    const wanted = words.wanted(words.goods(need.product, need.grade), words.quantity(need.open, need.measure));
    lines.push(whom.length > 0 ? `${wanted}: ${whom.join(", ")}` : wanted);
  }
  return lines.join("\n");
}

import { readFileSync } from "node:fs";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { KeysProvider } from "../../keys/keys";
import { ToastProvider } from "../../parts/toast";
import { client } from "../../state/read";
import { takeText } from "../../testing/words";
import { WordsProvider } from "../../words/use";
import { LISTINGS, PRODUCTS } from "./fixtures";
import { keeper } from "./keeper";
import { NOTHING } from "./order";
import { Till } from "./till";

vi.setConfig({ testTimeout: 30_000 });

const house = vi.hoisted(() => {
  class Observer {
    observe() {}
    disconnect() {}
    unobserve() {}
  }
  const media = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(globalThis, { ResizeObserver: Observer });
  Object.assign(window, { matchMedia: () => media });
  Element.prototype.scrollIntoView = () => undefined;
  return { placed: [] as Record<string, unknown>[] };
});

vi.mock("../../frame/screen", () => ({ Screen: ({ children }: { children: ReactNode }) => <main>{children}</main> }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => async () => undefined, useSearch: () => ({}) }));
vi.mock("../../state/settings", () => ({
  useSettings: () => ({ settings: { weight_unit: "kg" }, language: "en", change: () => undefined }),
}));
vi.mock("../../bridge", async (original) => ({
  ...(await original<typeof import("../../bridge")>()),
  call: async (name: string, input: Record<string, unknown>) => {
    if (name === "listing.list") return LISTINGS;
    if (name === "product.list") return PRODUCTS;
    if (name === "draft.save") return { id: "d1", content: input["content"], noun: "order", saved_ms: 0 };
    if (name === "buyer.paste") {
      const { text } = input as { text: string };
      return {
        name: "李建国",
        phone: "13812341234",
        region: ["浙江省"],
        place: "33",
        address: text,
        note: "",
        doubts: [],
      };
    }
    if (name === "order.place") {
      house.placed.push(input);
      return { id: "d1", number: "N-7", total_fen: 124_800, created_at: 0, undo_until_ms: 600_000, state: "Placed" };
    }
    return [];
  },
}));

/** Counts keys as a hand presses them: a chord is one. */
async function typing() {
  const words = ["core", "screen", "till"].map((file) =>
    readFileSync(`${import.meta.dirname}/../../../../assets/wording/en/${file}.ftl`, "utf8"),
  );
  takeText("en", words.join("\n"));
  render(
    <QueryClientProvider client={client}>
      <WordsProvider language="en">
        <KeysProvider>
          <ToastProvider>
            <Till />
          </ToastProvider>
        </KeysProvider>
      </WordsProvider>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await screen.findByRole("combobox");
  let count = 0;
  return {
    user,
    count: () => count,
    press: async (...keys: string[]) => {
      for (const key of keys) {
        count += 1;
        await user.keyboard(key);
      }
    },
    paste: async (text: string) => {
      count += 1;
      await user.paste(text);
    },
  };
}

beforeEach(async () => {
  keeper.change(() => NOTHING);
  await keeper.flush();
  house.placed.length = 0;
  client.clear();
});

it("takes an order of two lines for a pasted buyer in at most fifteen keys", async () => {
  const hand = await typing();
  const line = screen.getByRole("combobox");
  expect(document.activeElement, "the line is ready when one enters").toBe(line);
  await hand.press("s", "r", "{Enter}", "2", ".", "5", "{Enter}");
  expect(document.activeElement, "and again after a line").toBe(line);
  expect(line).toHaveProperty("value", "");
  await hand.press("s", "y", "{Enter}", "5", "{Enter}");
  await hand.paste("李建国 13812341234 浙江省杭州市西湖区文三路478号3幢1102");
  await screen.findByText("李建国", { selector: "span[lang]" });
  await hand.press("{F12}");
  await screen.findByText("Saved: N-7");
  expect(hand.count()).toBeLessThanOrEqual(15);
  expect(house.placed).toEqual([
    expect.objectContaining({
      id: "d1",
      source: "message",
      buyer: expect.objectContaining({ name: "李建国", phone: "13812341234" }),
      lines: [
        expect.objectContaining({ listing: "matsutake/a-5-7", quantity: 2_500, price: 32_000 }),
        expect.objectContaining({ listing: "butter/", quantity: 5_000, price: 9_600 }),
      ],
      payments: [{ state: "expected", way: "wechat" }],
    }),
  ]);
  expect(document.activeElement, "ready for the next order").toBe(line);
  await waitFor(() => expect(screen.queryAllByRole("option", { name: /matsutake/iu })).toHaveLength(0));
});

it("keeps a number that cannot be right, and says why under the eyes of the hand", async () => {
  const hand = await typing();
  await hand.press("s", "r", "{Enter}", "a", "{Enter}");
  expect(screen.getByRole("textbox", { name: "Quantity" })).toHaveProperty("value", "a");
  expect(screen.getByRole("alert").textContent).toContain("not a number");
  await hand.press("{Backspace}", "1", "{ArrowRight}", "{Enter}");
  await hand.press("{F12}");
  await screen.findByText("Saved: N-7");
  expect(house.placed[0], "an arrow moved to the next grade").toMatchObject({
    lines: [{ listing: "matsutake/b-5-7", quantity: 1_000 }],
  });
});

it("takes a number before the goods, a price of one's own, and a way to pay in one key", async () => {
  const hand = await typing();
  await hand.press("2", "s", "r", "{Enter}", "{F5}", "9", "{Enter}", "{Enter}");
  await hand.press("{Alt>}{d}{/Alt}", "{F12}");
  await screen.findByText("Saved: N-7");
  expect(house.placed[0]).toMatchObject({
    lines: [{ quantity: 2_000, price: 900 }],
    payments: [{ state: "expected", way: "on_delivery" }],
  });
});

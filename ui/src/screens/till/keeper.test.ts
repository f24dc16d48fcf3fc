import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AppError, DraftRow } from "../../../bindings/commands";
import { Refused } from "../../bridge";
import { Keeper } from "./keeper";
import { type Content, NOTHING } from "./order";

/** A station's drafts and orders, as far as the till asks. */
const house = vi.hoisted(() => ({
  drafts: new Map<string, unknown>(),
  orders: [] as unknown[],
  refuse: new Map<string, unknown>(),
  calls: [] as string[],
  minted: 0,
}));

vi.mock("../../bridge", async (original) => {
  const bridge = await original<typeof import("../../bridge")>();
  const call = async (name: string, input: Record<string, unknown>) => {
    house.calls.push(name);
    const refusal = house.refuse.get(name);
    if (refusal) throw new bridge.Refused(refusal as AppError);
    if (name === "draft.list") return [...house.drafts].map(([id, content]) => ({ id, content, noun: "order" }));
    if (name === "draft.drop") return { done: house.drafts.delete(String(input["id"])) };
    if (name === "draft.save") {
      house.minted += input["id"] === undefined ? 1 : 0;
      const id = String(input["id"] ?? `d${house.minted}`);
      house.drafts.set(id, structuredClone(input["content"]));
      return { id, content: input["content"], noun: "order", saved_ms: 0 };
    }
    if (name === "order.place") {
      house.orders.push(input);
      house.drafts.delete(String(input["id"]));
      return { id: input["id"], number: "N-1", total_fen: 1, created_at: 0, state: "Placed" };
    }
    throw new Error(name);
  };
  return { ...bridge, call };
});

const line = {
  key: 1,
  listing: "l",
  product: "p",
  grade: "",
  measure: "weight",
  quantity: 500,
  priceFen: 1,
  lot: "",
  filling: "earliest_expiry" as const,
};
const withLine = (content: Content): Content => ({ ...content, lines: [...content.lines, line] });
const stored = (id: string) => house.drafts.get(id) as Content | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  house.drafts.clear();
  house.orders.length = 0;
  house.refuse.clear();
  house.calls.length = 0;
  house.minted = 0;
});
afterEach(() => vi.useRealTimers());

describe("the order on the till", () => {
  it("is on the disk within half a second, however fast one types on", async () => {
    const keeper = new Keeper();
    for (let at = 0; at < 10; at += 1) {
      keeper.change((content) => ({ ...content, note: "x".repeat(at + 1) }));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(stored("d1")?.note.length, "500 ms of typing without a rest").toBeGreaterThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(500);
    expect(stored("d1")?.note).toBe("xxxxxxxxxx");
    expect([...house.drafts.keys()], "one order is one draft").toEqual(["d1"]);
    expect(keeper.now().state).toBe("kept");
  });

  it("is back after the program was killed, and a kept one stays in the strip", async () => {
    house.drafts.set("parked", { ...withLine(NOTHING), isParked: true });
    house.drafts.set("half", withLine(NOTHING));
    const keeper = new Keeper();
    await keeper.open();
    expect(keeper.now()).toMatchObject({ id: "half", isReady: true });
    expect(keeper.now().content.lines).toHaveLength(1);
  });

  it("leaves no draft behind when everything was taken back", async () => {
    const keeper = new Keeper();
    keeper.change(withLine);
    await keeper.flush();
    keeper.change(() => NOTHING);
    await keeper.flush();
    expect(house.drafts.size).toBe(0);
    expect(keeper.now().id).toBeUndefined();
  });

  it("stays when it cannot be kept, and is kept by the next change", async () => {
    const keeper = new Keeper();
    house.refuse.set("draft.save", { code: "disk_full" });
    keeper.change(withLine);
    await keeper.flush();
    expect(keeper.now()).toMatchObject({ state: "failed", error: { code: "disk_full" } });
    expect(keeper.now().content.lines).toHaveLength(1);
    expect(await keeper.park(), "nothing that is not kept is put aside").toBe(false);
    house.refuse.clear();
    keeper.change((content) => ({ ...content, note: "n" }));
    await keeper.flush();
    expect(keeper.now()).toMatchObject({ state: "kept", error: null });
  });
});

describe("placing", () => {
  it("names the draft, so that a second press finds the same order, and clears the till", async () => {
    const keeper = new Keeper();
    keeper.change(withLine);
    const both = await Promise.all([keeper.place(false), keeper.place(false)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(house.orders).toEqual([expect.objectContaining({ id: "d1", lines: [expect.anything()] })]);
    expect(keeper.now()).toMatchObject({ content: NOTHING, id: undefined, isFinishing: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(house.drafts.size, "no late save brings it back").toBe(0);
  });

  it("loses nothing when it is refused", async () => {
    const keeper = new Keeper();
    keeper.change(withLine);
    house.refuse.set("order.place", { code: "not_enough_stock", product: "p", asked: 500, available: 1 });
    await expect(keeper.place(false)).rejects.toThrow(Refused);
    expect(keeper.now().content.lines).toHaveLength(1);
    expect(stored("d1")?.lines).toHaveLength(1);
    house.refuse.clear();
    expect(await keeper.place(true)).not.toBeNull();
    expect(house.orders).toEqual([expect.objectContaining({ id: "d1", ask: true })]);
  });
});

describe("keeping for later", () => {
  it("takes a kept order up and puts the one on the till in its place", async () => {
    const keeper = new Keeper();
    keeper.change((content) => ({ ...content, note: "first" }));
    expect(await keeper.park()).toBe(true);
    keeper.change((content) => ({ ...content, note: "second" }));
    await keeper.flush();
    await keeper.take({ id: "d1", content: stored("d1"), noun: "order", saved_ms: 0 } as DraftRow);
    expect(keeper.now()).toMatchObject({ id: "d1", content: { note: "first", isParked: false } });
    expect(stored("d2")).toMatchObject({ note: "second", isParked: true });
    expect(stored("d1")?.isParked, "after a kill it is on the till again").toBe(false);
  });

  it("brings an undone order back beside one that is being typed", async () => {
    const keeper = new Keeper();
    keeper.change(withLine);
    const done = await keeper.place(false);
    keeper.change((content) => ({ ...content, note: "next" }));
    await keeper.bringBack(done?.was ?? NOTHING);
    await keeper.flush();
    const kept = [...house.drafts.values()] as Content[];
    expect(kept.map((one) => [one.note, one.isParked, one.lines.length])).toEqual(
      expect.arrayContaining([
        ["next", false, 0],
        ["", true, 1],
      ]),
    );
  });

  it("makes an order of its own of what is typed into one that another window saved", async () => {
    const keeper = new Keeper();
    keeper.change(withLine);
    await keeper.flush();
    house.refuse.set("draft.save", { code: "already_done" });
    keeper.change((content) => ({ ...content, note: "more" }));
    const saving = keeper.flush();
    house.refuse.clear();
    await saving;
    expect(keeper.now()).toMatchObject({ state: "kept", id: "d2", content: { note: "more" } });
  });
});

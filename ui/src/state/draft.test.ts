import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, Refused } from "../bridge";
import { DraftKeeper } from "./draft";

vi.mock("../bridge", async (real) => ({ ...(await real<typeof import("../bridge")>()), call: vi.fn() }));

const station = vi.mocked(call) as unknown as ReturnType<typeof vi.fn>;
const keeperOf = () =>
  new DraftKeeper<string>({
    noun: "lot",
    nothing: "",
    isEmpty: (text) => text === "",
    read: (content) => (typeof content === "string" ? content : null),
  });
const row = (id: string, content: unknown) => ({ id, noun: "lot", content, saved_ms: 0 });

beforeEach(() => {
  vi.useFakeTimers();
  station.mockReset();
});
afterEach(() => vi.useRealTimers());

it("has what was typed on the disk half a second later, under one id", async () => {
  station.mockImplementation(async (_, input) => row("one", (input as { content: string }).content));
  const keeper = keeperOf();
  keeper.change(() => "2");
  keeper.change(() => "2.5");
  await vi.advanceTimersByTimeAsync(500);
  expect(station.mock.calls).toEqual([["draft.save", { noun: "lot", content: "2.5" }]]);
  expect(keeper.now()).toMatchObject({ id: "one", state: "kept" });
  keeper.change(() => "2.55");
  await keeper.flush();
  expect(station).toHaveBeenLastCalledWith("draft.save", { id: "one", noun: "lot", content: "2.55" });
});

it("takes up what was half typed before, but not over what was typed since", async () => {
  station.mockResolvedValue([row("old", "1.5")]);
  const fresh = keeperOf();
  await fresh.open();
  expect(fresh.now()).toMatchObject({ content: "1.5", id: "old", isReady: true });
  station.mockImplementation(async (name) => (name === "draft.list" ? [row("old", "1.5")] : row("new", "7")));
  const typed = keeperOf();
  typed.change(() => "7");
  await typed.open();
  expect(typed.now()).toMatchObject({ content: "7", id: "new" });
});

it("shows no content that it cannot read", async () => {
  station.mockResolvedValue([row("old", { of: "another program" })]);
  const keeper = keeperOf();
  await keeper.open();
  expect(keeper.now()).toMatchObject({ content: "", id: undefined, isReady: true });
});

it("drops the draft when everything was taken back", async () => {
  station.mockResolvedValue(row("one", "2"));
  const keeper = keeperOf();
  keeper.change(() => "2");
  await keeper.flush();
  await keeper.drop();
  expect(station).toHaveBeenLastCalledWith("draft.drop", { id: "one" });
  expect(keeper.now()).toMatchObject({ content: "", id: undefined, state: "nothing" });
});

it("keeps typing when the disk is full, says so, and tries again with the next key", async () => {
  station.mockRejectedValueOnce(new Refused({ code: "disk_full" }));
  const keeper = keeperOf();
  keeper.change(() => "2");
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ content: "2", state: "failed", error: { code: "disk_full" } });
  station.mockResolvedValue(row("one", "2.5"));
  keeper.change(() => "2.5");
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ state: "kept", error: null });
});

it("is no trouble for whom drafts are not allowed: the form lives in the window", async () => {
  station.mockRejectedValue(new Refused({ code: "not_allowed", right: "sell" }));
  const keeper = keeperOf();
  await keeper.open();
  keeper.change(() => "2");
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ content: "2", state: "nothing", error: null, isReady: true });
});

it("begins a draft of its own when another window finished the work of its id", async () => {
  station.mockResolvedValueOnce(row("one", "2"));
  const keeper = keeperOf();
  keeper.change(() => "2");
  await keeper.flush();
  station.mockRejectedValueOnce(new Refused({ code: "already_done" })).mockResolvedValueOnce(row("two", "3"));
  keeper.change(() => "3");
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ id: "two", state: "kept" });
});

it("lays work aside on the disk and begins other work without its id", async () => {
  let made = 0;
  station.mockImplementation(async (_, input) => {
    const { id, content } = input as { id?: string; content: string };
    made += id === undefined ? 1 : 0;
    return row(id ?? `made${made}`, content);
  });
  const keeper = keeperOf();
  keeper.change(() => "of Tsering");
  await keeper.turnTo({ content: "of Pema" });
  expect(station, "the first is kept").toHaveBeenCalledWith("draft.save", { noun: "lot", content: "of Tsering" });
  await keeper.flush();
  expect(keeper.now()).toMatchObject({ content: "of Pema", id: "made2" });
  await keeper.turnTo(row("made1", "of Tsering"));
  expect(keeper.now()).toMatchObject({ content: "of Tsering", id: "made1" });
});

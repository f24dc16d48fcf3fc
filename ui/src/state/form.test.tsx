import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { AppError } from "../../bindings/commands";
import { flushDrafts } from "./draft";
import { shownOf, typedWith, useForm } from "./form";

/** The drafts of a station. */
const disk = vi.hoisted(() => ({
  drafts: new Map<string, { noun: string; content: unknown }>(),
  minted: 0,
  isShut: false,
}));

vi.mock("../bridge", async (original) => {
  const bridge = await original<typeof import("../bridge")>();
  const call = async (name: string, input: Record<string, unknown>) => {
    if (disk.isShut) throw new bridge.Refused({ code: "sign_in_needed" } as AppError);
    if (name === "draft.drop") return { done: disk.drafts.delete(String(input["id"])) };
    if (name === "draft.list") {
      const rows = [...disk.drafts].map(([id, row]) => ({ id, ...row, saved_ms: 0 }));
      return rows.filter((row) => row.noun === input["noun"]);
    }
    disk.minted += input["id"] === undefined ? 1 : 0;
    const id = String(input["id"] ?? `d${disk.minted}`);
    disk.drafts.set(id, { noun: String(input["noun"]), content: structuredClone(input["content"]) });
    return { id, noun: input["noun"], content: input["content"], saved_ms: 0 };
  };
  return { ...bridge, call };
});

function Villager({ id, name = "" }: { id: string; name?: string }) {
  const form = useForm("villager", id, { name, phone: "" });
  return (
    <>
      <input aria-label="name" value={form.value.name} onChange={(event) => form.set({ name: event.target.value })} />
      <input
        aria-label="phone"
        value={form.value.phone}
        onChange={(event) => form.set({ phone: event.target.value })}
      />
      {form.isBack ? <p>it is back</p> : null}
      <button type="button" onClick={form.drop}>
        anew
      </button>
    </>
  );
}

const name = () => screen.getByLabelText<HTMLInputElement>("name").value;
const settled = () => act(() => flushDrafts());
const contents = () => [...disk.drafts.values()].map((row) => row.content);

beforeEach(() => {
  disk.drafts.clear();
  disk.isShut = false;
});

it("has what was half typed again when the dialog is opened anew, and says so", async () => {
  const user = userEvent.setup();
  const first = render(<Villager id="one" />);
  await settled();
  await user.type(screen.getByLabelText("name"), "Tsering");
  expect(screen.queryByText("it is back"), "it was typed just now").toBeNull();
  first.unmount();
  await settled();
  render(<Villager id="one" />);
  await settled();
  expect(name()).toBe("Tsering");
  expect(screen.getByText("it is back")).toBeTruthy();
  expect(contents(), "only what was typed is kept").toEqual([{ of: "one", typed: { name: "Tsering" } }]);
});

it("takes up the draft of its own thing from the disk, not another's", async () => {
  disk.drafts.set("a", { noun: "villager", content: { of: "three", typed: { name: "Pema" } } });
  disk.drafts.set("b", { noun: "villager", content: { of: "two", typed: { phone: "138" } } });
  render(<Villager id="two" name="Dawa" />);
  await settled();
  expect(name(), "of the thing as it is, where nothing was typed").toBe("Dawa");
  expect(screen.getByLabelText<HTMLInputElement>("phone").value).toBe("138");
});

it("leaves nothing behind when what was typed is thrown away or taken back", async () => {
  const user = userEvent.setup();
  render(<Villager id="four" name="Dawa" />);
  await settled();
  await user.type(screen.getByLabelText("phone"), "1");
  await settled();
  expect(disk.drafts.size).toBe(1);
  await user.clear(screen.getByLabelText("phone"));
  await settled();
  expect(disk.drafts.size, "it is as it began").toBe(0);
  await user.type(screen.getByLabelText("name"), "x");
  await settled();
  await user.click(screen.getByText("anew"));
  await settled();
  expect(name()).toBe("Dawa");
  expect(disk.drafts.size).toBe(0);
});

it("keeps what was typed while nobody was signed in, once somebody is", async () => {
  const user = userEvent.setup();
  render(<Villager id="five" />);
  await settled();
  disk.isShut = true;
  await user.type(screen.getByLabelText("name"), "Nyima");
  await settled();
  expect(name()).toBe("Nyima");
  disk.isShut = false;
  await settled();
  expect(contents()).toEqual([{ of: "five", typed: { name: "Nyima" } }]);
});

it("shows nothing of another kind, as another program may have written", () => {
  const start = { name: "a", region: ["b"] as string[] };
  expect(shownOf(start, { name: 3, region: "c", more: "d" })).toEqual(start);
  expect(shownOf(start, { name: "c", region: ["d", "e"] })).toEqual({ name: "c", region: ["d", "e"] });
  expect(typedWith({ name: "c" }, { region: ["b"] }, start), "a list as it began was not typed").toEqual({ name: "c" });
});

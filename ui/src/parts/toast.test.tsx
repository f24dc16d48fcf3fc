import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { DialogKeys, KeysProvider } from "../keys/keys";
import { type Said, SaidHere, SaidOver, ToastProvider, useSay } from "./toast";

vi.mock("../words/use", () => ({ useWords: () => ({ t: (key: string) => key }) }));

function Say({ said }: { said: Said }) {
  const say = useSay();
  return (
    <button type="button" onClick={() => say(said)}>
      do it
    </button>
  );
}

function house(said: Said, isAsked: boolean) {
  return (
    <KeysProvider>
      <ToastProvider>
        <div data-testid="top">
          <SaidOver>
            <h1>Orders</h1>
          </SaidOver>
        </div>
        {isAsked ? (
          <DialogKeys>
            <div role="dialog" data-testid="dialog">
              <SaidHere />
              <Say said={said} />
            </div>
          </DialogKeys>
        ) : (
          <Say said={said} />
        )}
      </ToastProvider>
    </KeysProvider>
  );
}

it("stands in the place that came last, and in the screen again when the dialog is gone", async () => {
  const user = userEvent.setup();
  const page = render(house({ text: "not printed", flag: "fire" }, true));
  await user.click(screen.getByText("do it"));
  expect(within(screen.getByTestId("dialog")).getByText("not printed"), "the veil lies over the screen").toBeTruthy();
  expect(within(screen.getByTestId("top")).queryByText("not printed")).toBeNull();
  page.rerender(house({ text: "not printed", flag: "fire" }, false));
  expect(within(screen.getByTestId("top")).getByText("not printed")).toBeTruthy();
});

it("takes back by its key, also over a dialog, and goes with that", async () => {
  const undo = vi.fn();
  const user = userEvent.setup();
  render(house({ text: "paused", undo }, true));
  await user.click(screen.getByText("do it"));
  await user.keyboard("{Control>}z{/Control}");
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText("paused")).toBeNull();
});

it("stays for as long as the undo can be, and a word without one for five seconds", () => {
  vi.useFakeTimers();
  try {
    render(house({ text: "paused", undo: () => undefined }, false));
    act(() => screen.getByText("do it").click());
    act(() => vi.advanceTimersByTime(19_000));
    expect(screen.getByText("paused")).toBeTruthy();
    act(() => vi.advanceTimersByTime(1_500));
    expect(screen.queryByText("paused")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

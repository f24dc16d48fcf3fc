import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { DialogKeys, KeysProvider, useKey } from "./keys";

function Key({ keys, run, isEverywhere = false }: { keys: string; run: () => void; isEverywhere?: boolean }) {
  useKey(keys, keys, run, { isEverywhere });
  return null;
}

it("leaves the screen's keys alone while a dialog is open, and its own work", async () => {
  const behind = vi.fn();
  const within = vi.fn();
  render(
    <KeysProvider>
      <Key keys="F4" run={behind} />
      <Key keys="F12" run={behind} />
      <DialogKeys>
        <Key keys="F12" run={within} />
      </DialogKeys>
    </KeysProvider>,
  );
  await userEvent.setup().keyboard("{F4}{F12}");
  expect(behind, "a second dialog would open over the first").not.toHaveBeenCalled();
  expect(within).toHaveBeenCalledOnce();
});

it("locks the PC from within a dialog too", async () => {
  const lock = vi.fn();
  render(
    <KeysProvider>
      <Key keys="Ctrl+L" run={lock} isEverywhere />
      <DialogKeys>
        <Key keys="F12" run={vi.fn()} />
      </DialogKeys>
    </KeysProvider>,
  );
  await userEvent.setup().keyboard("{Control>}l{/Control}");
  expect(lock, "half-typed work would lie open to whoever comes by").toHaveBeenCalledOnce();
});

it("lets Ctrl+Z take back what is being typed, not what was saved", async () => {
  const undo = vi.fn();
  const screen = render(
    <KeysProvider>
      <Key keys="Ctrl+Z" run={undo} />
      <input aria-label="note" />
    </KeysProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByLabelText("note"));
  await user.keyboard("abc{Control>}z{/Control}");
  expect(undo, "an order was undone by a slip of the pen").not.toHaveBeenCalled();
  await user.clear(screen.getByLabelText("note"));
  await user.keyboard("{Control>}z{/Control}");
  expect(undo).toHaveBeenCalledOnce();
});

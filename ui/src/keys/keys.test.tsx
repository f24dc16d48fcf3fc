import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { KeysProvider, pressed, useKey } from "./keys";
import { startScanner, useScan } from "./scan";

const event = (key: string, code: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

it("knows a chord by where its key lies, whatever an input method makes of it", () => {
  expect(pressed(event("Process", "KeyP", { ctrlKey: true }))).toBe("Ctrl+P");
  expect(pressed(event("Process", "F12"))).toBe("F12");
  expect(pressed(event("¡", "Digit1", { altKey: true }))).toBe("Alt+1");
  expect(pressed(event("Escape", "Escape"))).toBe("Esc");
});

function Screen({ onF2, onLetter }: { onF2: () => void; onLetter: () => void }) {
  useKey("F2", "new order", onF2);
  useKey("N", "new", onLetter);
  return <input aria-label="text" />;
}

it("leaves letters to the field that is typed in, and takes function keys everywhere", async () => {
  const onF2 = vi.fn();
  const onLetter = vi.fn();
  const screen = render(
    <KeysProvider>
      <Screen onF2={onF2} onLetter={onLetter} />
    </KeysProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByLabelText("text"));
  await user.keyboard("n{F2}");
  expect(onLetter).not.toHaveBeenCalled();
  expect(onF2).toHaveBeenCalledOnce();
  expect((screen.getByLabelText("text") as HTMLInputElement).value).toBe("n");
});

it("does nothing with a key that an input method is still composing", () => {
  const onF2 = vi.fn();
  render(
    <KeysProvider>
      <Screen onF2={onF2} onLetter={vi.fn()} />
    </KeysProvider>,
  );
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "F2", code: "F2", isComposing: true }));
  expect(onF2).not.toHaveBeenCalled();
});

function Scanned({ take }: { take: (code: string) => boolean }) {
  useScan(take);
  return <input aria-label="pin" defaultValue="12" />;
}

function type(target: Element, text: string, gapMs: number, startMs: number) {
  let at = startMs;
  for (const char of [...text, "\n"]) {
    const isEnter = char === "\n";
    const code = isEnter ? "Enter" : /\d/u.test(char) ? `Digit${char}` : char === "-" ? "Minus" : `Key${char}`;
    const down = new KeyboardEvent("keydown", { key: isEnter ? "Enter" : char, code, bubbles: true, cancelable: true });
    Object.defineProperty(down, "timeStamp", { value: at });
    target.dispatchEvent(down);
    if (!isEnter && target instanceof HTMLInputElement) target.value += char;
    at += gapMs;
  }
}

it("hears a scanner in any field and takes its digits out of the field again", () => {
  const stop = startScanner();
  const take = vi.fn(() => true);
  const screen = render(<Scanned take={take} />);
  const field = screen.getByLabelText("pin") as HTMLInputElement;
  type(field, "0818-014", 10, 1_000);
  expect(take).toHaveBeenCalledExactlyOnceWith("0818-014");
  expect(field.value).toBe("12");
  stop();
});

it("leaves alone what a person types, however many digits it has", () => {
  const stop = startScanner();
  const take = vi.fn(() => true);
  const screen = render(<Scanned take={take} />);
  type(screen.getByLabelText("pin"), "28190412", 90, 1_000);
  expect(take).not.toHaveBeenCalled();
  stop();
});

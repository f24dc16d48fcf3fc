import { render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { startScanner, useScan } from "./scan";

function Screen({ take }: { take: (code: string) => boolean }) {
  useScan(take);
  return null;
}

function Frame({ take, screen }: { take: (code: string) => boolean; screen: (code: string) => boolean }) {
  useScan(take, true);
  return <Screen take={screen} />;
}

function scan(code: string) {
  for (const digit of code) window.dispatchEvent(new KeyboardEvent("keydown", { key: digit, code: `Digit${digit}` }));
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter" }));
}

it("gives a scan to the screen before the frame around it, which takes what the screen leaves", () => {
  const stop = startScanner();
  const frame = vi.fn(() => true);
  const screen = vi.fn((code: string) => code.startsWith("1"));
  render(<Frame take={frame} screen={screen} />);
  scan("12345678");
  expect(frame, "the frame would leave the screen for the code").not.toHaveBeenCalled();
  scan("99345678");
  expect(frame).toHaveBeenCalledExactlyOnceWith("99345678");
  stop();
});

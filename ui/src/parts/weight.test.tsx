import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { KeysProvider } from "../keys/keys";
import { takeText } from "../testing/words";
import { WordsProvider } from "../words/use";
import type { WeightUnit } from "../words/weight";
import { WeightField } from "./weight";

takeText("en", "unit-kg = kg\nunit-jin = jin\nunit-liang = liang\nunit-piece = pc\nweight-unit = Unit");

function Weighing({ onEnter, measure = "weight" }: { onEnter?: () => void; measure?: string }) {
  const [typed, setTyped] = useState("");
  const [unit, setUnit] = useState<WeightUnit>("kg");
  return (
    <KeysProvider>
      <WordsProvider language="en">
        <WeightField
          label="Weight"
          typed={typed}
          onTyped={setTyped}
          unit={unit}
          onUnit={setUnit}
          measure={measure}
          onEnter={onEnter ?? (() => undefined)}
        />
      </WordsProvider>
    </KeysProvider>
  );
}

it("shows Tibetan digits as ASCII, and the weight in the two other units", async () => {
  const screen = render(<Weighing />);
  const field = screen.getByLabelText("Weight") as HTMLInputElement;
  await userEvent.type(field, "༢.༣༥");
  expect(field.value).toBe("2.35");
  expect(screen.container.textContent).toContain("= 4.7 jin");
  expect(screen.container.textContent).toContain("= 47 liang");
});

it("changes the unit by key, keeps what was typed and the focus", async () => {
  const screen = render(<Weighing />);
  const field = screen.getByLabelText("Weight") as HTMLInputElement;
  await userEvent.type(field, "2");
  await userEvent.keyboard("{Alt>}u{/Alt}");
  expect(field.value).toBe("2");
  expect(document.activeElement).toBe(field);
  expect(screen.container.textContent, "two jin are a kilogram").toContain("= 1 kg");
});

it("has no units for pieces, and tells Enter", async () => {
  const onEnter = vi.fn();
  const screen = render(<Weighing measure="piece" onEnter={onEnter} />);
  await userEvent.type(screen.getByLabelText("Weight"), "12{Enter}");
  expect(onEnter).toHaveBeenCalledOnce();
  expect(screen.queryByText("jin")).toBeNull();
});

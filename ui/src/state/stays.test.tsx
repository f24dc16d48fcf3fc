import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { SessionProvider, useSession } from "./session";
import { useStays } from "./stays";

vi.mock("../bridge", async (original) => ({
  ...(await original<typeof import("../bridge")>()),
  call: vi.fn(async () => ({})),
}));

function Room() {
  const { lock } = useSession();
  const [open, setOpen] = useStays("room", "");
  return (
    <>
      <p>open: {open}</p>
      <button type="button" onClick={() => setOpen("form")}>
        open
      </button>
      <button type="button" onClick={lock}>
        lock
      </button>
    </>
  );
}

const person = (id: string) =>
  ({ id, name: id, role: "keeper", rights: [] }) as unknown as Parameters<typeof SessionProvider>[0]["who"];
const enter = (id: string) =>
  render(
    <SessionProvider who={person(id)} idleMinutes={0}>
      <Room />
    </SessionProvider>,
  );

it("is open again for who locked the PC, for nobody else, and not after a look at another room", async () => {
  const user = userEvent.setup();
  const first = enter("deki");
  await user.click(screen.getByText("open"));
  await user.click(screen.getByText("lock"));
  await act(async () => first.unmount());
  const other = enter("tashi");
  expect(screen.getByText("open:"), "another person's dialog").toBeTruthy();
  other.unmount();
  const again = enter("deki");
  expect(screen.getByText("open: form"), "it stood open when the PC was locked").toBeTruthy();
  again.unmount();
  enter("deki");
  expect(screen.getByText("open:"), "who leaves a room closes it").toBeTruthy();
});

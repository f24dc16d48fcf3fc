import { RouterProvider } from "@tanstack/react-router";
import type { SessionRow } from "../bindings/commands";
import { router } from "./router";
import { SessionProvider } from "./state/session";

// The way to the room is found before anybody stands at the door.
void router.load();

/** All rooms, for whoever signed in. */
export function House({ who, idleMinutes }: { who: SessionRow; idleMinutes: number }) {
  return (
    <SessionProvider who={who} idleMinutes={idleMinutes}>
      <RouterProvider router={router} />
    </SessionProvider>
  );
}

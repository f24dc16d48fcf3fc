import { useSyncExternalStore } from "react";

/** Where on the desk one is. */
export type DeskPlace = { at: "overview" } | { at: "log" } | { at: "station"; id: string };

/** Reads the part of the address behind `#`. */
export function readPlace(hash: string): DeskPlace {
  const [first = "", second = ""] = hash.replace(/^#\/?/u, "").split("/");
  if (first === "log") return { at: "log" };
  return first === "station" && second !== "" ? { at: "station", id: decodeURIComponent(second) } : { at: "overview" };
}

function subscribe(listener: () => void) {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** Where one is now. */
export function useDeskPlace(): DeskPlace {
  return readPlace(useSyncExternalStore(subscribe, () => window.location.hash));
}

/** The address of a station's page. */
export const stationHref = (id: string) => `#/station/${encodeURIComponent(id)}`;

import { useRead } from "./read";

/** The station's idea of now, to the minute: it doubts a clock that the PC believes. */
export function useNowMs(): number | undefined {
  return useRead("station.status", {}, { everyMs: 60_000 }).data?.now_ms;
}

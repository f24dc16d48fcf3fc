import { expect, it } from "vitest";
import type { StationView } from "../../bindings/desk";
import { niceTop } from "./chart";
import { changeTenths } from "./figures";
import { needOf } from "./needs";
import { readPlace } from "./route";
import { heardAt } from "./table";

const station: StationView = {
  station: "s",
  name: "巴河",
  place: 540421102,
  place_path: [],
  created_ms: 0,
  last_heard_ms: 0,
  hearing: "heard",
  is_syncing: false,
  heard_hours: 0,
  waiting: 0,
  pending: 0,
  devices: 1,
  facts: 0,
  orders: 0,
  states: [],
  needs_decision: 0,
  today: { orders: 0, fen: 0 },
  week: { orders: 0, fen: 0 },
  quarantined: 0,
  forks: 0,
  blobs_missing: 0,
};

it("calls the most pressing need first", () => {
  expect(needOf(station)).toBeNull();
  expect(needOf({ ...station, hearing: "late" })).toBe("late");
  expect(needOf({ ...station, hearing: "silent", needs_decision: 3 })).toBe("silent");
  expect(needOf({ ...station, hearing: "silent", forks: 1 })).toBe("fork");
});

it("reads the hours of a day from the bits, the newest in bit 0", () => {
  expect([heardAt(0b101, 0), heardAt(0b101, 1), heardAt(0b101, 2)]).toEqual([true, false, true]);
  expect(heardAt(2 ** 23, 23)).toBe(true);
});

it("compares with a week ago in whole tenths, and not with nothing", () => {
  expect(changeTenths(1_124, 1_000)).toBe(124);
  expect(changeTenths(500, 1_000)).toBe(-500);
  expect(changeTenths(500, 0)).toBeNull();
});

it("draws the chart up to a round sum that holds every day", () => {
  expect(niceTop(1)).toBe(10_000);
  expect(niceTop(6_842_050)).toBe(10_000_000);
  expect(niceTop(20_000)).toBe(20_000);
});

it("finds the page behind the # of the address", () => {
  expect(readPlace("#/station/ab%20c")).toEqual({ at: "station", id: "ab c" });
  expect(readPlace("#/log")).toEqual({ at: "log" });
  expect(readPlace("#/<script>")).toEqual({ at: "overview" });
});

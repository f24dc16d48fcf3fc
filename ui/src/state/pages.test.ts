import { expect, it } from "vitest";
import { indexOf, PAGE, pagesFor, rowAt, samePages } from "./pages";

it("reads what is seen and a little more, never beyond the end", () => {
  expect(pagesFor(0, 20, 100_000), "page 0 is read by itself").toEqual([]);
  expect(pagesFor(50, 70, 100_000), "the next page before its rows come into sight").toEqual([1]);
  expect(pagesFor(99_990, 99_999, 100_000)).toEqual([999]);
  expect(pagesFor(990, 1_010, 100_000)).toEqual([9, 10]);
  expect(pagesFor(0, 500, 30), "a list that shrank").toEqual([]);
  expect(pagesFor(0, 0, 0)).toEqual([]);
});

it("finds a row by its place, and none where the page is not read", () => {
  const pages = new Map([[2, Array.from({ length: PAGE }, (_, at) => ({ id: String(2 * PAGE + at) }))]]);
  const page = (at: number) => pages.get(at);
  expect(rowAt(page, 2 * PAGE)?.id).toBe("200");
  expect(rowAt(page, 2 * PAGE + 99)?.id).toBe("299");
  expect(rowAt(page, 5)).toBeUndefined();
  expect(rowAt(page, -1)).toBeUndefined();
});

it("keeps the chosen order though new ones push it down", () => {
  const before = [[0, [{ id: "a" }, { id: "b" }]]] as const;
  const after = [[0, [{ id: "new" }, { id: "a" }, { id: "b" }]]] as const;
  expect(indexOf(before, "b")).toBe(1);
  expect(indexOf(after, "b")).toBe(2);
  expect(indexOf([[3, [{ id: "x" }]]], "x"), "a page further down").toBe(300);
  expect(indexOf(after, "gone")).toBe(-1);
  expect(indexOf(after, undefined)).toBe(-1);
});

it("does not ask again for the same pages", () => {
  expect(samePages([1, 2], [1, 2])).toBe(true);
  expect(samePages([1], [1, 2])).toBe(false);
});

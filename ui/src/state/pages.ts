// The arithmetic of a list of which only parts are read.

/** How many rows are read at once. */
export const PAGE = 100;

/** How far beyond what is seen is read already, so that a wheel meets no bones. */
const MARGIN = 40;

/** The pages that hold the rows from `first` to `last` and a little more; page 0 is read by itself. */
export function pagesFor(first: number, last: number, total: number): number[] {
  if (total <= 0) return [];
  const from = Math.max(0, Math.min(first, last) - MARGIN);
  const until = Math.min(total - 1, Math.max(first, last) + MARGIN);
  const pages: number[] = [];
  for (let page = Math.floor(from / PAGE); page <= Math.floor(until / PAGE); page += 1) {
    if (page > 0) pages.push(page);
  }
  return pages;
}

/** A row by its place in the whole list; absent while its page is not read. */
export function rowAt<Row>(page: (at: number) => readonly Row[] | undefined, index: number): Row | undefined {
  if (index < 0) return undefined;
  return page(Math.floor(index / PAGE))?.[index % PAGE];
}

/** Where a row stands now, in the pages that were read; -1 when in none of them. */
export function indexOf<Row extends { id: string }>(
  pages: Iterable<readonly [number, readonly Row[]]>,
  id: string | undefined,
): number {
  if (id === undefined) return -1;
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE + at;
  }
  return -1;
}

/** Whether two lists of pages are the same. */
export const samePages = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((page, at) => page === other[at]);

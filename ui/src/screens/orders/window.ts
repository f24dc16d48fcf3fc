import { useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError, OrderCounts, OrderLight, OrderWindowShown } from "../../../bindings/commands";
import { call } from "../../bridge";
import { indexOf, PAGE, pagesFor, rowAt, samePages } from "../../state/pages";
import { client, useRead } from "../../state/read";

/** What a list of orders is narrowed by. */
export interface Filter {
  group: string;
  find: string;
  day: string;
}

/** A long list of which what is seen has been read. */
export interface OrderWindow {
  /** Absent until the first answer. */
  total: number | undefined;
  counts: OrderCounts | undefined;
  /** The first row of this very filter; absent while the rows before it are still shown. */
  firstId: string | undefined;
  row: (index: number) => OrderLight | undefined;
  indexOf: (id: string | undefined) => number;
  /** Which rows are on the screen. */
  onRange: (first: number, last: number) => void;
  error: AppError | null;
  again: () => void;
}

/** Somebody else, such as the program without a window, may write too. */
const EVERY_MS = 15_000;
/** While a list runs by, its pages are asked for no oftener. */
const REST_MS = 80;

const question = (filter: Filter, page: number) => ({ ...filter, offset: page * PAGE, limit: PAGE });
const keyOf = (filter: Filter, page: number) => ["order.window", question(filter, page)];

/** Reads a list of orders as it is scrolled: page 0 with the numbers, the others as they come into sight. */
export function useOrderWindow(filter: Filter): OrderWindow {
  const head = useRead("order.window", question(filter, 0), { keeps: true, everyMs: EVERY_MS });
  const [pages, setPages] = useState<readonly number[]>([]);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: keyOf(filter, page),
      queryFn: () => call("order.window", question(filter, page)),
      staleTime: EVERY_MS,
      refetchInterval: EVERY_MS,
    })),
  });
  const total = head.data?.total;
  const latest = useRef({ first: 0, last: 0, total: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current.total = total ?? 0;
  }, [total]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onRange = useCallback((first: number, last: number) => {
    latest.current = { ...latest.current, first, last };
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const range = latest.current;
      const next = pagesFor(range.first, range.last, range.total);
      setPages((old) => (samePages(old, next) ? old : next));
    }, REST_MS);
  }, []);
  const pageOf = (page: number): readonly OrderLight[] | undefined => {
    if (page === 0) return head.data?.rows;
    const at = pages.indexOf(page);
    const read = at >= 0 ? results[at]?.data : client.getQueryData<OrderWindowShown>(keyOf(filter, page));
    return read?.rows;
  };
  const failed = results.find((one) => one.error !== null);
  return {
    total,
    counts: head.data?.counts,
    firstId: head.isOld ? undefined : head.data?.rows[0]?.id,
    row: (index) => rowAt(pageOf, index),
    indexOf: (id) => {
      const known = [0, ...pages].flatMap((page) => {
        const rows = pageOf(page);
        return rows ? [[page, rows] as const] : [];
      });
      return indexOf(known, id);
    },
    onRange,
    error: head.error,
    again: () => {
      head.again();
      if (failed) void failed.refetch();
    },
  };
}

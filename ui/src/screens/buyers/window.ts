import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { AppError, BuyerLight } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { PAGE, pagesFor, rowAt, samePages } from "../../state/pages";

/** A long list of buyers of which what is seen has been read. */
export interface BuyerWindow {
  total: number | undefined;
  row: (index: number) => BuyerLight | undefined;
  onRange: (first: number, last: number) => void;
  error: AppError | null;
  again: () => void;
}

/** Reads the buyers that fit a text as the list is scrolled. */
export function useBuyerWindow(find: string): BuyerWindow {
  const [seen, setSeen] = useState<readonly number[]>([]);
  const pages = [0, ...seen];
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ["buyer.list", { find, offset: page * PAGE, limit: PAGE }],
      queryFn: () => call("buyer.list", { find, offset: page * PAGE, limit: PAGE }),
    })),
  });
  const total = results[0]?.data?.total;
  const failed = results.find((one) => one.error !== null);
  return {
    total,
    row: (index) => rowAt((page) => results[pages.indexOf(page)]?.data?.rows, index),
    onRange: (first, last) => {
      const next = pagesFor(first, last, total ?? 0);
      setSeen((old) => (samePages(old, next) ? old : next));
    },
    error: failed ? errorOf(failed.error) : null,
    again: () => {
      for (const one of results) void one.refetch();
    },
  };
}

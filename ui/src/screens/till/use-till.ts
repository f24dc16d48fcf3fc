import { useEffect, useState, useSyncExternalStore } from "react";
import { useRead } from "../../state/read";
import { offersById, type Tile, tilesOf } from "./goods";

/** How many of the latest orders say what sells. */
const LATEST = 200;

/** What is on sale, as tiles. */
export function useGoods() {
  const listings = useRead("listing.list", { find: "", state: "on_sale", limit: 0 });
  const products = useRead("product.list", { find: "", state: "", limit: 0 });
  const lots = useRead("lot.list", { find: "", product: "", villager: "", with_empty: false, limit: 0 });
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const sold = useSold();
  const { data: offered } = listings;
  const { data: made } = products;
  const { data: stored } = lots;
  const tiles: readonly Tile[] = offered && made && stored ? tilesOf(offered, made, stored, sold, nowMs) : [];
  const offers = offersById(tiles);
  return {
    tiles,
    offers,
    products: made ?? [],
    lots: stored ?? [],
    nowMs,
    isLoading: !offered || !made || !stored,
    error: listings.error ?? products.error ?? lots.error,
    again: () => {
      listings.again();
      products.again();
      lots.again();
    },
  };
}

/** What is on sale and how it is looked up. */
export type Goods = ReturnType<typeof useGoods>;

/** How often each product was sold of late, counted once: tiles shall not wander under the hand. */
function useSold(): ReadonlyMap<string, number> {
  const [sold, setSold] = useState<ReadonlyMap<string, number>>();
  const latest = useRead(
    "order.list",
    { state: "", find: "", day: "", limit: LATEST, is_newest_first: true },
    { isOff: sold !== undefined },
  ).data;
  if (latest && !sold) {
    const counts = new Map<string, number>();
    for (const order of latest) {
      for (const line of order.lines) counts.set(line.product, (counts.get(line.product) ?? 0) + 1);
    }
    setSold(counts);
  }
  return sold ?? NONE;
}

const NONE: ReadonlyMap<string, number> = new Map();

const narrow = window.matchMedia("(max-width: 1100px)");
const watchNarrow = (listener: () => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

/** Whether the window has the room of a small screen. */
export const useNarrow = () => useSyncExternalStore(watchNarrow, () => narrow.matches);

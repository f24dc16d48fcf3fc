import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { byProduct, byVillager, type Group, withoutLots } from "./groups";
import type { By } from "./side";

const ALL = { find: "", state: "", limit: 0 } as const;
const EVERY_LOT = { find: "", product: "", villager: "", with_empty: false, limit: 0 } as const;

/** Which goods are looked at: whose or which, found by what, and one of them. */
export function useStock() {
  const { language } = useWords();
  const search = useSearch({ from: "/stock" });
  const [by, setBy] = useState<By>("villager");
  const [find, setFind] = useState("");
  const [withEmpty, setWithEmpty] = useState(false);
  const [wanted, setWanted] = useState(search.villager ?? "");
  const [asked, setAsked] = useState(search.villager);
  if (search.villager !== asked) {
    setAsked(search.villager);
    if (search.villager) {
      setBy("villager");
      setWanted(search.villager);
    }
  }
  const isByVillager = by === "villager";
  const byWhom = useRead("lot.by_villager", { find, with_empty: withEmpty, language }, { keeps: true });
  const villagers = useRead("villager.list", ALL, { isOff: !isByVillager || wanted === "" });
  const products = useRead("product.list", { ...ALL, find }, { keeps: true, isOff: isByVillager });
  const every = useRead("lot.list", EVERY_LOT, { isOff: isByVillager });
  const people = byVillager(byWhom.data ?? []);
  // Whom another screen asked for is shown even when nothing of theirs lies here.
  const empty =
    find === "" && !people.some((one) => one.id === wanted)
      ? villagers.data?.filter((row) => row.id === wanted).map(withoutLots)
      : [];
  const groups: readonly Group[] = isByVillager
    ? [...people, ...(empty ?? [])]
    : byProduct(products.data ?? [], every.data ?? [], withEmpty || find !== "");
  const group = groups.find((one) => one.id === wanted) ?? groups[0];
  const read = useRead(
    "lot.list",
    {
      find: "",
      product: isByVillager ? "" : (group?.id ?? ""),
      villager: isByVillager ? (group?.id ?? "") : "",
      with_empty: withEmpty,
      limit: 0,
    },
    { isOff: !group },
  );
  const reads = isByVillager ? [byWhom] : [products, every];
  return {
    by,
    find,
    withEmpty,
    groups,
    group,
    read,
    lots: people.reduce((sum, one) => sum + one.lots, 0),
    households: people.length,
    /** Nothing lies in the house at all. */
    isEmpty: isByVillager && groups.length === 0 && find === "" && !withEmpty,
    error: reads.find((one) => one.error)?.error ?? null,
    isLoading: reads.some((one) => one.isLoading),
    again: () => {
      for (const one of reads) one.again();
    },
    showBy: (next: By) => {
      setBy(next);
      setFind("");
      setWanted("");
    },
    setFind,
    setWithEmpty,
    choose: (one: Group) => setWanted(one.id),
  };
}

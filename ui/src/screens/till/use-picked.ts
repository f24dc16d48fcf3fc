import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import type { LotRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { useScan } from "../../keys/scan";
import { useSay } from "../../parts/toast";
import { useWords } from "../../words/use";
import type { Offer } from "./goods";
import type { Goods } from "./use-till";

/** The offer of a lot's goods: its own grade, else the one for all grades. */
export function offerOfLot(goods: Pick<Goods, "offers">, lot: Pick<LotRow, "product" | "grade">): Offer | undefined {
  const all = [...goods.offers.values()].map((one) => one.offer).filter((one) => one.listing.product === lot.product);
  return all.find((one) => one.listing.grade === lot.grade) ?? all.find((one) => one.listing.grade === "");
}

/** Goods that were chosen elsewhere, by the address of the screen or by a scanner. */
export function usePicked(props: {
  listing: string | undefined;
  draft: string | undefined;
  goods: Goods;
  take: (offer: Offer, typed: string, lot?: string) => void;
}) {
  const { t } = useWords();
  const say = useSay();
  const navigate = useNavigate();
  const { listing, draft, goods, take } = props;
  const isReady = !goods.isLoading;
  const pick = (id: string) => {
    const found = goods.offers.get(id);
    if (found) take(found.offer, "");
    else say({ text: t("till-not-on-sale"), flag: "fire" });
  };
  const picked = useEffectEvent(pick);
  useEffect(() => {
    if (listing === undefined || !isReady) return;
    picked(listing);
    void navigate({ to: "/till", search: {}, replace: true });
  }, [listing, isReady, navigate]);
  useEffect(() => {
    if (draft !== undefined) void navigate({ to: "/till", search: {}, replace: true });
  }, [draft, navigate]);
  const scanned = async (code: string) => {
    const one = (await call("find", { text: code, nouns: ["order", "lot", "listing"], limit: 2 }))[0];
    if (one?.noun === "order") return navigate({ to: "/orders", search: { id: one.id } });
    if (one?.noun === "listing") return pick(one.id);
    const lot = one && (goods.lots.find((row) => row.id === one.id) ?? null);
    const offer = lot ? offerOfLot(goods, lot) : undefined;
    if (lot && offer) take(offer, "", lot.id);
    else say({ text: t(one ? "till-not-on-sale" : "scan-unknown", { code }), flag: "fire" });
  };
  useScan((code) => {
    void scanned(code).catch(() => say({ text: t("scan-unknown", { code }), flag: "fire" }));
    return true;
  });
}

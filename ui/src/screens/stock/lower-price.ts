import { useNavigate } from "@tanstack/react-router";
import type { ListingRow, LotRow } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { useSay } from "../../parts/toast";
import { useWords } from "../../words/use";

/** The listing under which a lot is sold: its own grade's, else the one of all grades. */
export function listingOf(
  lot: Pick<LotRow, "product" | "grade">,
  listings: readonly ListingRow[],
): ListingRow | undefined {
  const offered = listings.filter((row) => row.product === lot.product);
  return offered.find((row) => row.grade === lot.grade) ?? offered.find((row) => row.grade === "");
}

/** Goes to the price at which a lot is offered: what must go is worth less every hour. */
export function useLowerPrice(): (lot: LotRow) => void {
  const navigate = useNavigate();
  const say = useSay();
  const words = useWords();
  return (lot) => {
    void call("listing.list", { find: "", state: "on_sale", limit: 0 })
      .then((rows) => {
        const row = listingOf(lot, rows);
        if (row) void navigate({ to: "/listings", search: { id: row.id } });
        else say({ text: words.t("stock-no-listing") });
      })
      .catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
  };
}

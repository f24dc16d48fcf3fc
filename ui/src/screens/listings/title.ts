import type { ListingRow, Trilingual } from "../../../bindings/commands";
import { useProducts } from "../../state/products";

/** What buyers read over the goods: the title, and the product's names where it says nothing. */
export function titleOf(title: Trilingual, names: Trilingual | undefined): Trilingual {
  return {
    bo: title.bo || (names?.bo ?? ""),
    "zh-CN": title["zh-CN"] || (names?.["zh-CN"] ?? ""),
    en: title.en || (names?.en ?? ""),
  };
}

/** The title of a listing with what it lacks. */
export function useTitle(row: Pick<ListingRow, "title" | "product">): Trilingual {
  const names = useProducts().of(row.product)?.names;
  const title = titleOf(row.title, names);
  return title.bo || title["zh-CN"] || title.en ? title : { ...title, en: row.product };
}

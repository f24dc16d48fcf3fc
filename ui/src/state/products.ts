import type { ProductRow } from "../../bindings/commands";
import { useWords } from "../words/use";
import { useRead } from "./read";

/** The catalogue and the station's own products, by key. */
export interface Products {
  all: readonly ProductRow[];
  of: (key: string) => ProductRow | undefined;
  /** A product's name in the chosen language; its key when it is not known here. */
  name: (key: string) => string;
  /** A grade's name. */
  grade: (product: string, grade: string) => string;
  /** The drawing that stands for it. */
  picture: (key: string) => string;
}

const EVERYTHING = { find: "", state: "", limit: 0 } as const;

/** All products; empty until they are read. */
export function useProducts(): Products {
  const words = useWords();
  const all = useRead("product.list", EVERYTHING).data ?? [];
  const byKey = new Map(all.map((one) => [one.key, one]));
  const of = (key: string) => byKey.get(key);
  return {
    all,
    of,
    name: (key) => {
      const found = of(key);
      return found ? words.name(found.names) : key;
    },
    grade: (product, grade) => {
      const found = of(product)?.grades.find((one) => one.key === grade);
      return found ? words.name(found.names) : grade;
    },
    picture: (key) => of(key)?.picture || "unknown.svg",
  };
}

import type { OrderShown } from "../../../bindings/commands";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";

type Line = OrderShown["filled"][number];

/** The names of products and grades by their keys, in the chosen language; unknown keys are shown as they came. */
export function useProductNames() {
  const words = useWords();
  const products = useRead("product.list", { find: "", state: "", limit: 0 }).data;
  const named = new Map(products?.map((product) => [product.key, product]));
  return (line: Pick<Line, "product" | "grade" | "title">) => {
    const product = named.get(line.product);
    const grade = product?.grades.find((one) => one.key === line.grade);
    const name = product ? words.name(product.names) : "";
    return { name: name || line.title || line.product, grade: grade ? words.name(grade.names) : line.grade };
  };
}

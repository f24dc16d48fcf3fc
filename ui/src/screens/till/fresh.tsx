import { Icon } from "../../parts/icon";
import { HoursIcon } from "../../parts/icons";
import { useProducts } from "../../state/products";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import type { Content } from "./order";
import styles from "./till.module.css";
import type { Goods } from "./use-till";

/** What of the order would not arrive fresh, and what is on sale that is made of the same and keeps. */
export function Stale({ content, goods }: { content: Content; goods: Goods }) {
  const words = useWords();
  const { t } = words;
  const products = useProducts();
  const lines = content.lines.map(({ product, grade, quantity, lot }) => ({
    product,
    grade,
    quantity,
    ...(lot === "" ? {} : { lot }),
  }));
  const isOff = lines.length === 0 || content.source === "counter";
  const stale = useRead("order.fresh", { source: content.source, lines }, { isOff, keeps: true }).data ?? [];
  if (isOff || stale.length === 0) return null;
  const onSale = new Set([...goods.offers.values()].map(({ offer }) => offer.listing.product));
  return (
    <div className={styles["stale"]} role="status">
      <Icon of={HoursIcon} />
      <ul>
        {stale.map((one) => {
          const line = content.lines[one.line];
          const instead = one.becomes.filter((key) => onSale.has(key)).map((key) => products.name(key));
          return line ? (
            <li key={line.key}>
              {t("till-stale", {
                goods: products.name(line.product),
                by: words.when(one.ship_by_ms, goods.nowMs),
                leaves: words.when(one.leaves_ms, goods.nowMs),
              })}{" "}
              {instead.length > 0 ? t("till-stale-instead", { goods: instead.join(", ") }) : t("till-stale-counter")}
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

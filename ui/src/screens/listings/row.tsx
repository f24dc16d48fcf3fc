import type { ListingRow } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { AlertIcon, EditIcon, PauseIcon } from "../../parts/icons";
import { Quantity, useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { type Flag, State } from "../../parts/state";
import { Named, OtherNames, Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useWords } from "../../words/use";
import styles from "./listings.module.css";
import { useTitle } from "./title";

const FLAGS: Record<string, Flag> = { on_sale: "water", paused: "earth", draft: "cloud" };

/** Whether a listing is offered: colour, shape and word. */
export function ListingStateMark({ state }: { state: string }) {
  const words = useWords();
  const label = words.word("listing", state).replace(/།$/u, "");
  return <State flag={FLAGS[state] ?? "cloud"} label={label} {...(state === "paused" ? { icon: PauseIcon } : {})} />;
}

/** One listing in the list. */
export function ListingLine({ row, isOn, isTyped }: { row: ListingRow; isOn: boolean; isTyped: boolean }) {
  const words = useWords();
  const { t } = words;
  const products = useProducts();
  const say = useQuantityText();
  const title = useTitle(row);
  const grade = row.grade === "" ? t("listings-all-grades") : products.grade(row.product, row.grade);
  const isOut = row.here <= 0 && row.at_hub <= 0;
  return (
    <div className={`${styles["line"]} ${isOn ? styles["on"] : ""} ${isOut ? styles["out"] : ""}`}>
      <Picture photo={row.thumbnail || undefined} file={products.picture(row.product)} width={84} height={64} />
      <div className={styles["what"]}>
        <Named names={title} className={styles["name"]} />
        <span className={styles["also"]}>
          <OtherNames names={title} />
        </span>
        <span className="meta ell">
          <Written text={products.name(row.product)} /> · <Written text={grade} />
        </span>
      </div>
      <span className={styles["price"]}>
        <span className="num">
          <span className="yen">¥</span>
          {words.price(row.price_fen)}
        </span>
        <span className="meta">/{t(row.measure === "piece" ? "unit-piece" : "unit-kg")}</span>
        <span className={`narrow ${styles["few"]}`}>{say(row.here, row.measure)}</span>
      </span>
      <span className={styles["have"]}>
        <Quantity value={row.here} measure={row.measure} />
        <span className="meta">
          {t("listings-hub")}{" "}
          <span className="tn">
            {row.measure === "piece" ? words.grouped(row.at_hub) : words.kilograms(row.at_hub)}
          </span>
        </span>
      </span>
      <span className={styles["state"]}>
        {row.contested.length > 0 ? (
          <State flag="fire" icon={AlertIcon} label={t("listings-contested")} />
        ) : (
          <ListingStateMark state={row.state} />
        )}
        {isTyped ? (
          <span className={styles["typed"]}>
            <Icon of={EditIcon} size="s" /> {t("listings-half-typed")}
          </span>
        ) : null}
      </span>
    </div>
  );
}

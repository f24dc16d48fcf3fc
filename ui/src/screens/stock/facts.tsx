import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { HolderRow, LotOrder, LotRow, LotShown } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { GoIcon, HubIcon } from "../../parts/icons";
import { Quantity, useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useWords } from "../../words/use";
import { nearTime } from "./life";
import { LifeOf, Part, ToShip } from "./row";
import styles from "./stock.module.css";
import { LotTold } from "./told";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles["fact"]}>
      <dt className="meta">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Everything that is known of a lot. */
export function LotFacts({
  lot,
  shown,
  nowMs,
  device,
}: {
  lot: LotRow;
  /** The rest of it, once it is read. */
  shown: LotShown | undefined;
  nowMs: number;
  device: string;
}) {
  const words = useWords();
  const { t } = words;
  const products = useProducts();
  const product = products.of(lot.product);
  const keeping = lot.keeping === "chilled" || lot.keeping === "frozen" ? lot.keeping : "ambient";
  return (
    <div className={styles["whole"]}>
      <div className={styles["look"]}>
        <Picture photo={lot.photo || undefined} file={products.picture(lot.product)} width={264} height={198} />
        <LifeOf lot={lot} nowMs={nowMs} />
        <ToShip lot={lot} nowMs={nowMs} />
      </div>
      <div className={styles["told"]}>
        <dl className={styles["facts"]}>
          <Fact label={t("stock-villager")}>
            <Link to="/villagers" search={{ id: lot.villager }} className={styles["link"] ?? ""}>
              <Written text={lot.villager_name} />
            </Link>
          </Fact>
          <Fact label={t("stock-grade")}>
            {lot.grade === "" ? t("stock-not-graded") : <Written text={products.grade(lot.product, lot.grade)} />}
          </Fact>
          <Fact label={t("stock-taken-in")}>
            <Quantity value={lot.taken_in} measure={lot.measure} size="s" />{" "}
            <span className="meta">{nearTime(words, lot.brought_ms, nowMs)}</span>
          </Fact>
          <Fact label={t("stock-harvested")}>{nearTime(words, lot.harvested_ms, nowMs)}</Fact>
          <Fact label={t("stock-keeping")}>{t(`stock-${keeping}`)}</Fact>
          <Fact label={t("stock-shelf")}>{lot.shelf === "" ? "—" : <Written text={lot.shelf} />}</Fact>
          <Fact label={t("stock-permit")}>
            {lot.permit !== "" ? (
              <Written text={lot.permit} />
            ) : product?.needs_permit ? (
              <span className="c-earth strong">{t("stock-permit-missing")}</span>
            ) : (
              "—"
            )}
          </Fact>
          {lot.made_of.length > 0 ? <Fact label={t("stock-made-of")}>{lot.made_of.join(", ")}</Fact> : null}
          <Fact label={t("stock-place")}>{shown?.place_name ? <Written text={shown.place_name} /> : "—"}</Fact>
        </dl>
        <Holders lot={lot} device={device} />
        <AtHub quota={shown?.quota} measure={lot.measure} nowMs={nowMs} />
        {shown && shown.history.length > 0 ? (
          <LotTold rows={shown.history} measure={lot.measure} nowMs={nowMs} />
        ) : null}
        {shown && shown.orders.length > 0 ? <HeldBy orders={shown.orders} measure={lot.measure} /> : null}
      </div>
    </div>
  );
}

/** The orders that hold some of it. */
function HeldBy({ orders, measure }: { orders: readonly LotOrder[]; measure: string }) {
  const { t } = useWords();
  return (
    <div>
      <span className="meta">{t("stock-held-by")}</span>
      <ul className={styles["risks"]}>
        {orders.map((order) => (
          <li key={order.id}>
            <Link to="/orders" search={{ id: order.id }} className={styles["risk"] ?? ""}>
              <b className="tn">{order.number}</b>
              <Written text={order.buyer} className="sp ell" />
              <Quantity value={order.quantity} measure={measure} size="s" />
              <Icon of={GoIcon} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the hub has sold of it, until when it may, and what was asked back. */
function AtHub(props: { quota: LotShown["quota"]; measure: string; nowMs: number }) {
  const words = useWords();
  const text = useQuantityText();
  const { quota, measure } = props;
  if (!quota) return null;
  const said = [
    quota.sold > 0 ? words.t("stock-hub-sold", { quantity: text(quota.sold, measure) }) : "",
    quota.asked > 0 ? words.t("stock-hub-asked", { quantity: text(quota.asked, measure) }) : "",
    quota.until_ms !== undefined && quota.free > 0
      ? words.t("stock-hub-until", { day: words.when(quota.until_ms - 1, props.nowMs) })
      : "",
  ].filter(Boolean);
  return said.length === 0 ? null : (
    <p className={styles["athub"]}>
      <Icon of={HubIcon} /> {said.join(" · ")}
    </p>
  );
}

/** Who holds it, where it lies, and the sum that ends in what may be sold. */
function Holders({ lot, device }: { lot: LotRow; device: string }) {
  const { t } = useWords();
  const name = (word: string, called = "") => {
    if (word === "hub") return t("stock-at-hub");
    if (word === "transit") return t("stock-under-way");
    if (word === `device:${device}`) return t("stock-this-pc");
    return t("stock-other-pc", { id: called || word.replace("device:", "").slice(0, 4) });
  };
  const places = (row: HolderRow) => (row.place === row.holder ? "" : name(row.place));
  return (
    <table className={styles["holders"]}>
      <thead>
        <tr>
          <th>{t("stock-holders")}</th>
          <th className="r">{t("stock-on-hand")}</th>
          <th className="r">{t("stock-held")}</th>
        </tr>
      </thead>
      <tbody>
        {lot.holders.length === 0 ? (
          <tr>
            <td colSpan={3} className="small">
              {t("stock-sold-out")}
            </td>
          </tr>
        ) : (
          lot.holders.map((row) => (
            <tr key={`${row.holder} ${row.place}`}>
              <td>
                {name(row.holder)}{" "}
                <span className="meta">{places(row) ? t("stock-lies-at", { place: places(row) }) : ""}</span>
              </td>
              <td className="r">
                <Part value={row.on_hand} measure={lot.measure} />
              </td>
              <td className="r">
                <Part value={row.held} measure={lot.measure} />
              </td>
            </tr>
          ))
        )}
      </tbody>
      <tfoot>
        <tr>
          <td>{t("stock-may-sell-now")}</td>
          <td className="r" colSpan={2}>
            <Quantity value={lot.here} measure={lot.measure} size="s" />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

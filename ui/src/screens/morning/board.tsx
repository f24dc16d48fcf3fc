import { Link } from "@tanstack/react-router";
import type { BoardColumn, BoardOrder, DayBoard } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { DoneIcon, HoursIcon, RoadIcon } from "../../parts/icons";
import { Quantity } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Failed, Loading } from "../../parts/states";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useRead } from "../../state/read";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import styles from "./morning.module.css";
import { ShiftButton } from "./shift";

const HEADS: Record<string, Key> = {
  late: "morning-late",
  confirm: "morning-confirm",
  pack: "morning-pack",
  hand_over: "morning-hand-over",
};

/** What is late, to confirm, to pack, to hand over before the carrier comes, and what spoils. */
export function Board() {
  const read = useRead("day.board", {}, { everyMs: 30_000 });
  if (read.error) return <Failed error={read.error} onAgain={read.again} />;
  return read.data ? <Columns board={read.data} /> : <Loading rows={6} />;
}

function Columns({ board }: { board: DayBoard }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <div className={`card ${styles["head"]}`}>
        <Icon of={RoadIcon} size="l" />
        <b>{t("morning-cut-off", { time: words.when(board.cut_off_ms, board.now_ms) })}</b>
        <span className="sp" />
        <span>
          {board.capacity > 0
            ? t("morning-capacity", { waiting: board.waiting, capacity: board.capacity })
            : t("morning-waiting", { waiting: board.waiting })}
        </span>
        <ShiftButton />
      </div>
      <div className={styles["columns"]}>
        {board.columns.map((column) => (
          <Column key={column.id} column={column} />
        ))}
        <Expiring board={board} />
      </div>
    </>
  );
}

function Column({ column }: { column: BoardColumn }) {
  const { t } = useWords();
  const isLate = column.id === "late";
  const title = t(HEADS[column.id] ?? "morning-pack");
  return (
    <section
      className={`card ${styles["column"]} ${isLate && column.count > 0 ? styles["late"] : ""}`}
      aria-label={title}
    >
      <h2>
        {title} <b className="tn">{column.count}</b>
      </h2>
      {column.orders.length === 0 ? (
        <p className={styles["none"]}>
          <Icon of={DoneIcon} /> {t("morning-none")}
        </p>
      ) : (
        <ul>
          {column.orders.map((order) => (
            <li key={order.id}>
              <Card order={order} />
            </li>
          ))}
        </ul>
      )}
      {column.count > column.orders.length ? (
        <Link to="/orders" search={{ group: "pack" }} className={styles["more"] ?? ""}>
          {t("morning-more", { count: column.count - column.orders.length })}
        </Link>
      ) : null}
    </section>
  );
}

function Card({ order }: { order: BoardOrder }) {
  const words = useWords();
  const products = useProducts();
  return (
    <Link to="/orders" search={{ group: "pack", id: order.id }} className={styles["order"] ?? ""}>
      <Picture file={products.picture(order.product)} width={40} height={34} />
      <span className="col">
        <b className="ell">{order.buyer === "" ? words.t("home-counter") : <Written text={order.buyer} />}</b>
        <span className="meta tn ell">
          {order.number}
          {order.more > 0 ? ` +${order.more}` : ""}
        </span>
      </span>
    </Link>
  );
}

function Expiring({ board }: { board: DayBoard }) {
  const words = useWords();
  const { t } = words;
  const products = useProducts();
  return (
    <section className={`card ${styles["column"]}`} aria-label={t("morning-expiring")}>
      <h2>
        {t("morning-expiring")} <b className="tn">{board.expiring.length}</b>
      </h2>
      {board.expiring.length === 0 ? (
        <p className={styles["none"]}>
          <Icon of={DoneIcon} /> {t("morning-none")}
        </p>
      ) : (
        <ul>
          {board.expiring.map((lot) => (
            <li key={lot.id}>
              <Link to="/stock" search={{ lot: lot.id }} className={styles["order"] ?? ""}>
                <Picture
                  photo={lot.thumbnail || undefined}
                  file={products.picture(lot.product)}
                  width={40}
                  height={34}
                />
                <span className="col">
                  <b className="ell">{products.name(lot.product)}</b>
                  <span className="meta">
                    <Quantity value={lot.here} measure={lot.measure} size="s" />{" "}
                    {lot.ship_by_ms === undefined ? null : (
                      <span className={styles["by"]}>
                        <Icon of={HoursIcon} size="s" /> {words.when(lot.ship_by_ms, board.now_ms)}
                      </span>
                    )}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import type { DayEvent, DayShown } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { AlertIcon, BackupIcon, type IconType, IntakeIcon, OrdersIcon, SyncIcon } from "../../parts/icons";
import { Money } from "../../parts/number";
import { useProducts } from "../../state/products";
import { dayOf } from "../../words/formats";
import { useWords } from "../../words/use";
import styles from "./home.module.css";

const ICONS: Record<string, IconType> = {
  intake: IntakeIcon,
  orders: OrdersIcon,
  sync: SyncIcon,
  sync_failed: AlertIcon,
  backup: BackupIcon,
};

function Sold({ day }: { day: DayShown }) {
  const words = useWords();
  const products = useProducts();
  const { sold } = day;
  const parts = [
    ...sold.products.map((one, at) => ({
      id: one.product,
      name: products.name(one.product),
      fen: one.fen,
      thread: at + 1,
    })),
    ...(sold.other_fen > 0 ? [{ id: "other", name: words.t("home-other"), fen: sold.other_fen, thread: 4 }] : []),
  ];
  return (
    <div className={styles["money"]}>
      <div className="meta">
        {words.t("home-sold", { count: sold.orders })}
        {sold.grams > 0 ? ` · ${words.kilograms(sold.grams)} ${words.t("unit-kg")}` : ""}
        {sold.pieces > 0 ? ` · ${words.grouped(sold.pieces)} ${words.t("unit-piece")}` : ""}
      </div>
      <div className={styles["sum"]}>
        <Money fen={sold.total_fen} size="l" />
      </div>
      <div className={styles["split"]} aria-hidden="true">
        {parts.map((one) => (
          <i key={one.id} style={{ flexGrow: one.fen, background: `var(--thread-${one.thread})` }} />
        ))}
      </div>
      <div className={styles["legend"]}>
        {parts.map((one) => (
          <span key={one.id}>
            <i style={{ background: `var(--thread-${one.thread})` }} />
            <span className="ell sp" title={one.name}>
              {one.name}
            </span>
            <b>{words.price(one.fen)}</b>
          </span>
        ))}
      </div>
    </div>
  );
}

function useNote(): (event: DayEvent) => string {
  const words = useWords();
  return (event) => {
    const amounts = [
      event.grams > 0 ? `${words.kilograms(event.grams)} ${words.t("unit-kg")}` : "",
      event.pieces > 0 ? `${words.grouped(event.pieces)} ${words.t("unit-piece")}` : "",
      event.fen > 0 ? `¥${words.price(event.fen)}` : "",
      event.bytes > 0 ? words.bytes(event.bytes) : "",
    ].filter(Boolean);
    const counts: Record<string, string> = {
      intake: words.t("home-note-intake", { count: event.count, villagers: event.villagers }),
      orders: words.t("home-note-orders", { count: event.count }),
      sync: words.t("home-note-sync", { count: event.count }),
      sync_failed: words.word("link", event.code),
      backup: "",
    };
    return [counts[event.kind] ?? "", ...amounts].filter(Boolean).join(" · ");
  };
}

function Event({ event, note }: { event: DayEvent; note: string }) {
  const words = useWords();
  const isBad = event.kind === "sync_failed";
  return (
    <li className={isBad ? styles["must"] : styles["done"]}>
      <Icon of={ICONS[event.kind] ?? OrdersIcon} />
      <time>{words.time(event.at_ms)}</time>
      <div>
        <b>{words.word("home-event", event.kind)}</b>
        <span>{note}</span>
      </div>
    </li>
  );
}

/** What was sold, and what happened when. */
export function Day({ day }: { day: DayShown }) {
  const words = useWords();
  const note = useNote();
  const latest = day.timeline.slice(-6).reverse();
  const isToday = day.date === dayOf(day.now_ms);
  return (
    <aside className={`card ${styles["day"] ?? ""}`}>
      <Sold day={day} />
      <div className="hr" />
      <div className={styles["road"]}>
        <h2>{words.t("home-the-day")}</h2>
        <ol>
          {isToday ? (
            <li className={styles["now"]}>
              <time>{words.time(day.now_ms)}</time>
              <div>
                <b>{words.t("home-now")}</b>
              </div>
            </li>
          ) : null}
          {latest.map((event) => (
            <Event key={`${event.kind}-${event.at_ms}`} event={event} note={note(event)} />
          ))}
        </ol>
      </div>
    </aside>
  );
}

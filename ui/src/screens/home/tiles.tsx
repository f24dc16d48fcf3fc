import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DayShown, Task } from "../../../bindings/commands";
import { Avatar } from "../../parts/avatar";
import { Icon } from "../../parts/icon";
import { DecideIcon, DoneIcon, type IconType, PackIcon, PayIcon, RoadIcon } from "../../parts/icons";
import { Money, useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { State } from "../../parts/state";
import { useProducts } from "../../state/products";
import { useWords } from "../../words/use";
import styles from "./home.module.css";

function Head({ icon, title }: { icon: IconType; title: string }) {
  return (
    <div className={`row ${styles["th"] ?? ""}`}>
      <Icon of={icon} size="l" />
      <h2 className="lbl">{title}</h2>
    </div>
  );
}

/** A count's type: what is rarely so long stands smaller, and whole. */
const sizeOf = (count: number) => (count < 1_000 ? "n-xl" : count < 100_000 ? "n-l" : "n-m");

function Big({ count, unit }: { count: number; unit: string }) {
  const words = useWords();
  return (
    <div className={styles["big"]}>
      <span className={`num ${sizeOf(count)}`}>{words.grouped(count)}</span>
      <span className={styles["unit"]}>{unit}</span>
    </div>
  );
}

function Foot({ children }: { children: ReactNode }) {
  return <div className={`row ${styles["tf"] ?? ""}`}>{children}</div>;
}

const tile = (extra = "") => `card ${styles["tile"] ?? ""} ${extra}`;

const saidOf = (task: Task) => [task.label, task.detail].filter(Boolean).join(": ");

/** Tasks that say of what or whom. */
const NAMED: ReadonlySet<string> = new Set(["negative_share", "left", "alike_villager", "alike_buyer"]);

/** Where a thing that waits for a person is looked at. */
function placeOf(day: DayShown): LinkProps {
  const { order, task } = day.decide;
  if (order || !task) return { to: "/orders", search: { group: "decide", ...(order ? { id: order.id } : {}) } };
  if (task.kind === "quarantine") return { to: "/sync" };
  if (task.kind === "negative_share" || task.kind === "recount") return { to: "/stock", search: { lot: task.id } };
  if (task.kind === "alike_buyer") return { to: "/buyers", search: { id: task.id } };
  if (task.kind === "left" || task.kind === "alike_villager") return { to: "/villagers", search: { id: task.id } };
  if (task.kind === "undated") return { to: "/orders", search: { id: task.id } };
  return { to: "/orders", search: { group: "decide" } };
}

/** What only a person can decide. */
export function DecideTile({ day }: { day: DayShown }) {
  const words = useWords();
  const products = useProducts();
  const quantity = useQuantityText();
  const { decide } = day;
  const count = decide.orders + decide.tasks;
  const order = decide.order;
  const buyer = order?.buyer || words.t("home-counter");
  return (
    <Link {...placeOf(day)} className={tile(styles["dec"])}>
      <Head icon={DecideIcon} title={words.t("home-decide")} />
      <Big count={count} unit={words.t(count === 1 ? "home-decide-one" : "home-decide-many")} />
      <div className={styles["short"]}>
        {order ? (
          <>
            <Picture file={products.picture(order.product)} width={62} height={54} />
            <div className="col">
              <b className="ell" title={buyer}>
                {words.t("home-wants", { buyer, quantity: quantity(order.asked, order.measure) })}
              </b>
              <span>{words.t("home-is-here", { quantity: quantity(order.here, order.measure) })}</span>
            </div>
          </>
        ) : decide.task ? (
          <div className="col">
            <span>{words.word("task", decide.task.kind)}</span>
            {NAMED.has(decide.task.kind) ? (
              <b className="tn ell" title={saidOf(decide.task)}>
                {saidOf(decide.task)}
              </b>
            ) : null}
          </div>
        ) : null}
      </div>
      <Foot>
        {count > 0 ? (
          <State flag="fire" label={words.t("home-needs-you")} />
        ) : (
          <State flag="water" icon={DoneIcon} label={words.t("home-all-decided")} />
        )}
      </Foot>
    </Link>
  );
}

/** Orders that wait to be packed. */
export function PackTile({ day }: { day: DayShown }) {
  const words = useWords();
  const products = useProducts();
  const { pack } = day;
  return (
    <Link to="/orders" search={{ group: "pack" }} className={tile()}>
      <Head icon={PackIcon} title={words.t("home-to-pack")} />
      <Big count={pack.orders} unit={words.t(pack.orders === 1 ? "home-order-one" : "home-order-many")} />
      <div className={styles["peek"]}>
        {pack.products.map((one) => (
          <span key={one.product} title={products.name(one.product)}>
            <Picture file={products.picture(one.product)} width={46} height={40} />
            <b>{one.orders}</b>
          </span>
        ))}
      </div>
      <Foot>
        {pack.orders > 0 ? (
          <State flag="earth" label={words.t("home-waits")} />
        ) : (
          <State flag="water" icon={DoneIcon} label={words.t("home-all-packed")} />
        )}
      </Foot>
    </Link>
  );
}

/** Parcels that are on their way. */
export function RoadTile({ day }: { day: DayShown }) {
  const words = useWords();
  return (
    <Link to="/orders" search={{ group: "road" }} className={tile()}>
      <Head icon={RoadIcon} title={words.t("home-road")} />
      <Big count={day.on_the_road} unit={words.t(day.on_the_road === 1 ? "home-order-one" : "home-order-many")} />
      <div className={styles["fill"]} />
      <Foot>
        {day.on_the_road > 0 ? (
          <State flag="sky" label={words.t("home-on-its-way")} />
        ) : (
          <State flag="cloud" label={words.t("home-none-on-road")} />
        )}
      </Foot>
    </Link>
  );
}

/** What the station owes to villagers. */
export function OwedTile({ day }: { day: DayShown }) {
  const words = useWords();
  const { owed } = day;
  return (
    <Link to="/villagers" className={tile()}>
      <Head icon={PayIcon} title={words.t("home-owed")} />
      <div className={styles["big"]}>
        <Money fen={owed.total_fen} className={styles["pay"] ?? ""} />
      </div>
      <div className={styles["rows"]}>
        {owed.largest.map((one) => (
          <span key={one.id}>
            <Avatar name={one.name} nameBo={one.name_bo} photo={one.thumbnail} size={26} />
            <span className="ell sp" title={[one.name, one.name_bo].filter(Boolean).join(" ")}>
              {words.language === "bo" && one.name_bo ? one.name_bo : one.name}
            </span>
            <em>{words.money(one.owed_fen)}</em>
          </span>
        ))}
      </div>
      <Foot>
        {owed.villagers > 0 ? (
          <State flag="earth" label={words.t("home-villagers", { count: owed.villagers })} />
        ) : (
          <State flag="water" icon={DoneIcon} label={words.t("home-none-owed")} />
        )}
      </Foot>
    </Link>
  );
}

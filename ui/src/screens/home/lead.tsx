import { Link } from "@tanstack/react-router";
import type { DayShown } from "../../../bindings/commands";
import { Avatar } from "../../parts/avatar";
import { Icon } from "../../parts/icon";
import { GoIcon, HoursIcon } from "../../parts/icons";
import { Quantity } from "../../parts/number";
import { drawing, usePhoto } from "../../parts/picture";
import { State } from "../../parts/state";
import { useProducts } from "../../state/products";
import { useWords } from "../../words/use";
import styles from "./home.module.css";

const AVATARS = 4;

/** What must be sold or shipped first. */
export function Lead({ day }: { day: DayShown }) {
  const words = useWords();
  const products = useProducts();
  const { first } = day;
  const photo = usePhoto(first?.thumbnail);
  if (!first) {
    return (
      <Link to="/stock" className={`card ${styles["tile"] ?? ""} ${styles["lead"] ?? ""}`}>
        <img className={styles["tp"]} src={drawing("empty-stock.svg")} alt="" data-plain="" />
        <div className={styles["lb"]}>
          <h2>{words.t("home-nothing-first")}</h2>
          <p className="small">{words.t("home-nothing-first-hint")}</p>
          <span className={styles["go"]}>
            {words.t("home-see-stock")} <Icon of={GoIcon} />
          </span>
        </div>
      </Link>
    );
  }
  const isUrgent = first.life === "last_call";
  const left = words.span(first.minutes_left * 60_000);
  return (
    <Link
      to="/stock"
      search={{ lot: first.lots[0] ?? "" }}
      className={`card ${styles["tile"] ?? ""} ${styles["lead"] ?? ""}`}
    >
      <img className={styles["tp"]} src={photo ?? drawing(products.picture(first.product))} alt="" />
      <div className={styles["lb"]}>
        <h2>
          {words.t("home-first", {
            product: products.name(first.product),
            time: words.when(first.ship_by_ms, day.now_ms),
          })}
        </h2>
        <div className={styles["amount"]}>
          <Quantity value={first.quantity} measure={first.measure} size="xl" />
          <div className={styles["from"]}>
            <span className="meta">{words.t("home-from", { count: first.villagers.length })}</span>
            <span className={styles["avatars"]}>
              {first.villagers.slice(0, AVATARS).map((one) => (
                <Avatar key={one.id} name={one.name} nameBo={one.name_bo} photo={one.thumbnail} size={34} />
              ))}
            </span>
          </div>
        </div>
        <div className={`row ${styles["tf"] ?? ""}`}>
          <State
            flag={isUrgent ? "fire" : "earth"}
            icon={HoursIcon}
            label={isUrgent ? words.t("home-last-call", { left }) : words.t("home-left", { left })}
          />
          <span className="sp" />
          <span className={`wide ${styles["go"] ?? ""}`}>
            {words.t("home-see-lots")} <Icon of={GoIcon} />
          </span>
        </div>
      </div>
    </Link>
  );
}

import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { BuyerShown, OrderLight, Revealed } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { AlertIcon, EditIcon, HiddenIcon, PhoneIcon, PlaceIcon, RevealIcon } from "../../parts/icons";
import { Money } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { State } from "../../parts/state";
import { Empty, Failed, Loading } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useRead, useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { flagOf, iconOf } from "../orders/steps";
import { Erase } from "../villagers/erase";
import styles from "./buyers.module.css";
import { BuyerForm } from "./form";

/** A revealed number is hidden again after this long. */
const SHOWN_MS = 60_000;

function Order({ order }: { order: OrderLight }) {
  const words = useWords();
  const products = useProducts();
  return (
    <li>
      <Link to="/orders" search={{ id: order.id }} className={styles["order"]}>
        <Picture file={products.picture(order.products[0] ?? "")} width={56} height={44} />
        <span className="col sp">
          <b className="ell">
            {order.products.map((key) => products.name(key)).join(", ")}
            {order.more > 0 ? ` +${order.more}` : ""}
          </b>
          <span className="small tn">
            {order.number} · {words.shortDate(order.created_ms)}
          </span>
        </span>
        <State bare flag={flagOf(order.state)} icon={iconOf(order.state)} label={words.word("state", order.state)} />
        <span className={styles["sum"]}>
          <Money fen={order.total_fen} size="s" plain />
        </span>
      </Link>
    </li>
  );
}

/** The number, masked; whole for a minute when somebody asks, which the station notes. */
function Phone({ buyer }: { buyer: BuyerShown }) {
  const words = useWords();
  const say = useSay();
  const reveal = useWrite("person.reveal");
  const [whole, setWhole] = useState<Revealed | null>(null);
  useEffect(() => {
    if (!whole) return undefined;
    const timer = setTimeout(() => setWhole(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [whole]);
  if (buyer.phone_masked === "") return null;
  const show = async () => {
    try {
      setWhole(await reveal.run({ id: buyer.id, why: "screen" }));
    } catch (thrown) {
      say({ text: words.error(errorOf(thrown)), flag: "fire" });
    }
  };
  return (
    <span className={styles["fact"]}>
      <Icon of={PhoneIcon} size="s" />
      <span className="tn">{whole?.phone ?? buyer.phone_masked}</span>
      <Btn
        look="quiet"
        iconOnly
        icon={whole ? HiddenIcon : RevealIcon}
        label={words.t(whole ? "buyers-hide" : "buyers-reveal")}
        keys="F8"
        onPress={() => (whole ? setWhole(null) : void show())}
      />
    </span>
  );
}

function Head({ buyer }: { buyer: BuyerShown }) {
  const words = useWords();
  const place = [...buyer.region, buyer.address].filter(Boolean).join(" ");
  return (
    <header className={styles["head"]}>
      <Avatar name={buyer.name} size={68} />
      <div className="col sp">
        <h2 className={styles["names"]}>
          {buyer.is_erased ? (
            <span className="c-cloud">{words.t("buyers-erased")}</span>
          ) : (
            <Written text={buyer.name || words.t("buyers-nameless")} />
          )}
        </h2>
        <span className={`small ${styles["facts"] ?? ""}`}>
          <Phone buyer={buyer} />
          {place ? (
            <span className={styles["fact"]}>
              <Icon of={PlaceIcon} size="s" /> <Written text={place} />
            </span>
          ) : null}
        </span>
      </div>
      <div className={styles["total"]}>
        <span className="meta">{words.t("buyers-orders")}</span>
        <span className="num n-m">{words.grouped(buyer.orders)}</span>
      </div>
    </header>
  );
}

/** One buyer: who, where, and the last orders. */
export function BuyerCardShown({ id }: { id: string }) {
  const words = useWords();
  const { may } = useSession();
  const [isChanging, setChanging] = useState(false);
  const read = useRead("buyer.show", { id });
  const buyer = read.data;
  if (read.error) {
    return (
      <section className="card">
        <Failed error={read.error} onAgain={read.again} />
      </section>
    );
  }
  if (!buyer) {
    return (
      <section className="card">
        <Loading />
      </section>
    );
  }
  return (
    <section className={`card ${styles["card"] ?? ""}`}>
      <Head buyer={buyer} />
      {buyer.contested.length > 0 ? (
        <p className={styles["contested"]}>
          <Icon of={AlertIcon} />{" "}
          {words.t("villagers-contested", {
            fields: buyer.contested.map((field) => words.word("field", field)).join(" · "),
          })}
        </p>
      ) : null}
      <div className={styles["body"]}>
        <h3>{words.t("buyers-last")}</h3>
        {buyer.last.length === 0 ? <Empty picture="empty-orders.svg" title={words.t("buyers-no-orders")} /> : null}
        <ul className={styles["orders"]}>
          {buyer.last.map((order) => (
            <Order key={order.id} order={order} />
          ))}
        </ul>
      </div>
      {buyer.is_erased ? null : (
        <footer className={styles["foot"]}>
          {may("person.erase") ? <Erase villager={buyer} /> : null}
          <span className="sp" />
          <Btn label={words.t("screen-edit")} icon={EditIcon} keys="F7" onPress={() => setChanging(true)} />
        </footer>
      )}
      {isChanging ? (
        <BuyerForm id={buyer.id} onClose={() => setChanging(false)} onSaved={() => setChanging(false)} />
      ) : null}
    </section>
  );
}

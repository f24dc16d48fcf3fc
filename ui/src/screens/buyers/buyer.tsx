import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { BuyerShown, OrderLight } from "../../../bindings/commands";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Contested } from "../../parts/contested";
import { Icon } from "../../parts/icon";
import { EditIcon, JoinIcon, PlaceIcon } from "../../parts/icons";
import { Money } from "../../parts/number";
import { PhoneShown } from "../../parts/phone-shown";
import { Picture } from "../../parts/picture";
import { SomebodyDialog } from "../../parts/somebody";
import { State } from "../../parts/state";
import { Empty, Failed, Loading } from "../../parts/states";
import { TwinsBand, useJoining } from "../../parts/twins";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { flagOf, iconOf } from "../orders/steps";
import { Erase } from "../villagers/erase";
import styles from "./buyers.module.css";
import { BuyerForm } from "./form";

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
          <PhoneShown id={buyer.id} phone={buyer.phone_masked} keys="F8" />
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
  const [isChanging, setChanging] = useStays(`buyer ${id}`, false);
  const navigate = useNavigate();
  const goTo = (to: string) => void navigate({ to: "/buyers", search: { id: to } });
  const joining = useJoining(goTo);
  const [isJoining, setJoining] = useState(false);
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
      <div className={styles["contested"]}>
        <Contested id={buyer.id} fields={buyer.contested} mayChoose={may("buyer.save")} />
        <TwinsBand id={buyer.id} twins={buyer.twins} mayJoin={may("person.join")} onJoined={goTo} />
      </div>
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
          {may("person.join") ? (
            <Btn
              look="quiet"
              icon={JoinIcon}
              label={words.t("twins-choose")}
              keys="Alt+J"
              iconOnly
              onPress={() => setJoining(true)}
            />
          ) : null}
          <Btn label={words.t("screen-edit")} icon={EditIcon} keys="F7" onPress={() => setChanging(true)} />
        </footer>
      )}
      {isJoining ? (
        <SomebodyDialog
          title={words.t("twins-choose-title", { name: buyer.name })}
          noun="buyer"
          except={buyer.id}
          onChosen={(other) => {
            setJoining(false);
            void joining.join(buyer.id, other);
          }}
          onClose={() => setJoining(false)}
        />
      ) : null}
      {isChanging ? (
        <BuyerForm id={buyer.id} onClose={() => setChanging(false)} onSaved={() => setChanging(false)} />
      ) : null}
    </section>
  );
}

import { useState } from "react";
import type { OrderRow, Refusal, StationView } from "../../bindings/desk";
import { Btn } from "../parts/button";
import { Choice } from "../parts/choice";
import { BackIcon, NextIcon, RevealIcon } from "../parts/icons";
import { Search } from "../parts/search";
import { type Flag, State } from "../parts/state";
import { Empty, Loading } from "../parts/states";
import { useWords } from "../words/use";
import { refusalOf, useAsk, useDo } from "./api";
import styles from "./desk.module.css";
import { useRefusal } from "./words";

const PAGE = 50;

const FLAGS: Record<OrderRow["state"], Flag> = {
  Draft: "cloud",
  Asked: "fire",
  Placed: "earth",
  Confirmed: "earth",
  Packing: "earth",
  HandedOver: "sky",
  Completed: "water",
  CancelAsked: "fire",
  Cancelled: "cloud",
  NeedsDecision: "fire",
};

const GROUPS = ["", "NeedsDecision", "Placed", "Confirmed", "Packing", "HandedOver", "Completed", "Cancelled"] as const;

function Row({ order, station }: { order: OrderRow; station: string }) {
  const words = useWords();
  const say = useRefusal();
  const reveal = useDo("orders.reveal");
  const [whole, setWhole] = useState<OrderRow | null>(null);
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const buyer = (whole ?? order).buyer;
  const show = () =>
    void reveal
      .run({ station, order: order.id }, {})
      .then(setWhole)
      .catch((thrown: unknown) => setWrong(refusalOf(thrown)));
  return (
    <tr>
      <td className="tn">
        <b>{order.number}</b>
      </td>
      <td>
        <State bare flag={FLAGS[order.state]} label={words.word("state", order.state)} />
      </td>
      <td>
        <span className="col">
          <span className="ell" title={buyer.name}>
            {buyer.name || "—"} <span className="small tn">{buyer.phone}</span>
          </span>
          <span
            className="meta ell"
            title={[buyer.province, buyer.city, buyer.county, buyer.town, buyer.address].join(" ")}
          >
            {wrong
              ? say(wrong)
              : [buyer.province, buyer.city, buyer.county, buyer.town, buyer.address].filter(Boolean).join(" ")}
          </span>
        </span>
      </td>
      <td
        className={`small ell ${styles["goods"] ?? ""}`}
        title={order.lines.map((line) => line.title || line.product).join(", ")}
      >
        {order.lines.map((line) => line.title || line.product).join(", ")}
      </td>
      <td className="r tn">
        <b>{words.money(order.total_fen)}</b>
      </td>
      <td className="tn small">{words.when(order.created_at, Date.now())}</td>
      <td className="r">
        {buyer.phone !== "" && !whole ? (
          <Btn
            iconOnly
            look="quiet"
            icon={RevealIcon}
            label={words.t("desk-reveal", { number: order.number })}
            className={styles["sm"] ?? ""}
            onPress={show}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** A station's orders, a page at a time. Phones are masked; who looks at one is kept. */
export function DeskOrders({ station }: { station: StationView }) {
  const words = useWords();
  const say = useRefusal();
  const [find, setFind] = useState("");
  const [state, setState] = useState<(typeof GROUPS)[number]>("");
  const [offset, setOffset] = useState(0);
  const read = useAsk(
    "stations.orders",
    { station: station.station },
    { find, state, sort: "newest", offset, limit: PAGE },
  );
  const orders = read.data?.orders ?? [];
  const total = read.data?.total ?? 0;
  const count = (one: string) => station.states.find((sum) => sum.state === one)?.orders ?? 0;
  const move = (to: number) => setOffset(Math.max(0, to));
  return (
    <section className={`card ${styles["table"] ?? ""}`}>
      <div className={styles["th"]}>
        <h2>{words.t("desk-orders")}</h2>
        <span className="small">{words.grouped(station.orders)}</span>
        <span className="sp" />
        <Btn
          iconOnly
          look="soft"
          icon={BackIcon}
          label={words.t("desk-newer")}
          className={styles["sm"] ?? ""}
          onPress={() => move(offset - PAGE)}
          isDisabled={offset === 0}
        />
        <span className="small tn">
          {total === 0 ? "0" : `${offset + 1}–${offset + orders.length} / ${words.grouped(total)}`}
        </span>
        <Btn
          iconOnly
          look="soft"
          icon={NextIcon}
          label={words.t("desk-older")}
          className={styles["sm"] ?? ""}
          onPress={() => move(offset + PAGE)}
          isDisabled={offset + PAGE >= total}
        />
      </div>
      <div className={styles["filters"]}>
        <Search
          label={words.t("desk-find-orders")}
          value={find}
          onChange={(text) => {
            setFind(text);
            setOffset(0);
          }}
        />
        <Choice
          label={words.t("desk-col-state")}
          hideLabel
          value={state}
          onChange={(chosen) => {
            setState(chosen);
            setOffset(0);
          }}
          options={GROUPS.filter((one) => one === "" || count(one) > 0).map((one) => ({
            id: one,
            label: one === "" ? words.t("screen-all") : `${words.word("state", one)} ${words.grouped(count(one))}`,
          }))}
        />
      </div>
      {read.refusal ? (
        <p role="alert" className={styles["alert"]}>
          {say(read.refusal)}
        </p>
      ) : null}
      {!read.data && !read.refusal ? <Loading /> : null}
      {read.data && orders.length === 0 ? <Empty picture="empty-orders.svg" title={words.t("desk-no-orders")} /> : null}
      {orders.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className={styles["scroll"]} tabIndex={0} aria-label={words.t("desk-orders")}>
          <table className={styles["otable"]}>
            <thead>
              <tr>
                <th>{words.t("desk-col-number")}</th>
                <th>{words.t("desk-col-state")}</th>
                <th>{words.t("desk-col-buyer")}</th>
                <th>{words.t("desk-col-goods")}</th>
                <th className="r">{words.t("desk-col-sum")}</th>
                <th>{words.t("desk-col-taken")}</th>
                <th>
                  <span className={styles["unseen"]}>{words.t("desk-col-reveal")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <Row key={order.id} order={order} station={station.station} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  );
}

import type { StationView } from "../../bindings/desk";
import { useKey } from "../keys/keys";
import { Icon } from "../parts/icon";
import { BackIcon } from "../parts/icons";
import { Money } from "../parts/number";
import { Loading } from "../parts/states";
import { useWords } from "../words/use";
import { useAsk } from "./api";
import styles from "./desk.module.css";
import { Devices } from "./devices";
import { DeskOrders } from "./orders";
import { Quarantine } from "./quarantine";
import { HearingState } from "./table";
import { useRefusal } from "./words";

function Head({ station, nowMs }: { station: StationView; nowMs: number }) {
  const words = useWords();
  const facts: readonly [string, string][] = [
    [words.t("desk-col-heard"), station.last_heard_ms === null ? "—" : words.when(station.last_heard_ms, nowMs)],
    [words.t("desk-col-waiting"), words.grouped(station.waiting)],
    [words.t("desk-pending-there"), words.grouped(station.pending)],
    [words.t("desk-blobs"), words.grouped(station.blobs_missing)],
    [words.t("desk-facts-word"), words.grouped(station.facts)],
  ];
  return (
    <section className={`card ${styles["shead"] ?? ""}`}>
      <div className="col sp">
        <h1 className={styles["sname"]}>{station.name}</h1>
        <span className="small" lang="zh-CN">
          {station.place_path.join(" › ")}
        </span>
        <HearingState station={station} nowMs={nowMs} />
      </div>
      <dl className={styles["sfacts"]}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="meta">{label}</dt>
            <dd className="num n-s">{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles["ssum"]}>
        <span className="meta">{words.t("desk-sold-today")}</span>
        <Money fen={station.today.fen} size="m" />
        <span className="meta">
          {words.t("desk-week-sum", { orders: station.week.orders, sum: words.money(station.week.fen) })}
        </span>
      </div>
    </section>
  );
}

/** One station: how it is heard, its orders, its devices, what was refused of it. */
export function StationPage({ id }: { id: string }) {
  const words = useWords();
  const say = useRefusal();
  const read = useAsk("stations.show", { station: id }, {}, 15_000);
  const back = () => {
    window.location.hash = "#/";
  };
  useKey("Esc", words.t("screen-back"), back);
  return (
    <main className={styles["station"]}>
      <a href="#/" className={styles["back"]}>
        <Icon of={BackIcon} /> {words.t("desk-overview")} <span className="key">Esc</span>
      </a>
      {read.refusal ? (
        <p role="alert" className={styles["alert"]}>
          {say(read.refusal)}
        </p>
      ) : null}
      {read.data ? (
        <>
          <Head station={read.data} nowMs={Date.now()} />
          <DeskOrders station={read.data} />
          <aside className={styles["side"]}>
            <Devices id={id} />
            <Quarantine id={id} />
          </aside>
        </>
      ) : read.refusal ? null : (
        <Loading />
      )}
    </main>
  );
}

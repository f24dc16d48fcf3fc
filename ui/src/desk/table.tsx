import type { StationView } from "../../bindings/desk";
import { AlertIcon, DoneIcon, NotBegunIcon, SyncIcon, WaitsIcon } from "../parts/icons";
import { type Flag, State } from "../parts/state";
import { useWords } from "../words/use";
import styles from "./desk.module.css";
import { stationHref } from "./route";

const HOURS = Array.from({ length: 24 }, (_, at) => 23 - at);

/** The hours of the last day in which a station was heard; bit 0 is this hour. */
export function heardAt(hours: number, hour: number): boolean {
  return Math.floor(hours / 2 ** hour) % 2 === 1;
}

/** How a station is heard, as colour, shape and word. */
export function HearingState({ station, nowMs }: { station: StationView; nowMs: number }) {
  const words = useWords();
  if (station.is_syncing) return <State bare flag="sky" icon={SyncIcon} label={words.t("desk-syncing")} />;
  const since = station.last_heard_ms === null ? "" : words.span(nowMs - station.last_heard_ms);
  const shown: Record<StationView["hearing"], { flag: Flag; icon: typeof DoneIcon; label: string }> = {
    heard: { flag: "water", icon: DoneIcon, label: words.t("desk-is-heard") },
    late: { flag: "earth", icon: WaitsIcon, label: words.t("desk-since", { span: since }) },
    silent: { flag: "fire", icon: AlertIcon, label: words.t("desk-since", { span: since }) },
    never: { flag: "cloud", icon: NotBegunIcon, label: words.t("desk-never") },
  };
  const one = shown[station.hearing];
  return <State bare flag={one.flag} icon={one.icon} label={one.label} />;
}

function Row({ station, nowMs }: { station: StationView; nowMs: number }) {
  const words = useWords();
  const dash = "—";
  const tasks = station.needs_decision + station.quarantined + station.forks;
  return (
    <tr>
      <td>
        <a href={stationHref(station.station)} className={styles["name"]} title={station.name}>
          {station.name}
        </a>
      </td>
      <td>
        <HearingState station={station} nowMs={nowMs} />
      </td>
      <td className="tn small">{station.last_heard_ms === null ? dash : words.when(station.last_heard_ms, nowMs)}</td>
      <td className={styles["wide"]}>
        <span className={styles["beat"]} aria-hidden="true">
          {HOURS.map((hour) => (
            <i key={hour} className={heardAt(station.heard_hours, hour) ? styles["b"] : ""} />
          ))}
        </span>
      </td>
      <td className="r tn">{words.grouped(station.waiting)}</td>
      <td className="r tn">{station.today.orders > 0 ? words.grouped(station.today.orders) : dash}</td>
      <td className="r tn">
        <b>{station.today.fen > 0 ? words.money(station.today.fen) : dash}</b>
      </td>
      <td className="r">{tasks > 0 ? <span className={styles["tasks"]}>{tasks}</span> : dash}</td>
    </tr>
  );
}

/** The stations, what wants a person first. */
export function StationTable({ stations, nowMs }: { stations: readonly StationView[]; nowMs: number }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className={styles["scroll"]} tabIndex={0} aria-label={t("desk-stations")}>
      <table>
        <thead>
          <tr>
            <th>{t("desk-col-station")}</th>
            <th>{t("desk-col-state")}</th>
            <th>{t("desk-col-heard")}</th>
            <th className={styles["wide"]}>{t("desk-col-hours")}</th>
            <th className="r">{t("desk-col-waiting")}</th>
            <th className="r">{t("desk-col-orders")}</th>
            <th className="r">{t("desk-col-sold")}</th>
            <th className="r">{t("desk-col-tasks")}</th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <Row key={station.station} station={station} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

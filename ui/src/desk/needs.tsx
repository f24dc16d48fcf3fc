import type { StationView } from "../../bindings/desk";
import { Icon } from "../parts/icon";
import { AlertIcon, DoneIcon, WaitsIcon } from "../parts/icons";
import { useWords } from "../words/use";
import { useAsk } from "./api";
import styles from "./desk.module.css";
import { stationHref } from "./route";

/** Why a station wants a person, most pressing first. */
export type Need = "fork" | "quarantine" | "silent" | "decide" | "late";

/** The most pressing reason; null when nothing presses. */
export function needOf(station: StationView): Need | null {
  if (station.forks > 0) return "fork";
  if (station.quarantined > 0) return "quarantine";
  if (station.hearing === "silent") return "silent";
  if (station.needs_decision > 0) return "decide";
  return station.hearing === "late" ? "late" : null;
}

const SHOWN = 6;

/** The stations that want a person. */
export function Needs() {
  const words = useWords();
  const read = useAsk("desk.stations", {}, { offset: 0, limit: 60 }, 15_000);
  const needing = (read.data?.stations ?? []).flatMap((station) => {
    const need = needOf(station);
    return need ? [{ station, need }] : [];
  });
  return (
    <section className={`card ${styles["needs"] ?? ""}`}>
      <h2>
        {words.t("desk-decide")} {needing.length > 0 ? <span className={styles["tasks"]}>{needing.length}</span> : null}
      </h2>
      {needing.length === 0 ? (
        <p className="small c-water">
          <Icon of={DoneIcon} size="s" /> {words.t("desk-nothing-needs")}
        </p>
      ) : null}
      <ul>
        {needing.slice(0, SHOWN).map(({ station, need }) => (
          <li key={station.station}>
            <span className={need === "late" ? "c-earth" : "c-fire"}>
              <Icon of={need === "late" ? WaitsIcon : AlertIcon} />
            </span>
            <a href={stationHref(station.station)} className="col sp">
              <b className="ell" title={station.name}>
                {station.name}
              </b>
              <span className="meta">
                {words.t(`desk-need-${need}`, {
                  count:
                    need === "fork"
                      ? station.forks
                      : need === "quarantine"
                        ? station.quarantined
                        : station.needs_decision,
                })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

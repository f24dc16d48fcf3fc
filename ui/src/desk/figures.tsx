import type { ReactNode } from "react";
import type { DeskSummary } from "../../bindings/desk";
import { Money } from "../parts/number";
import { State } from "../parts/state";
import { useWords } from "../words/use";
import styles from "./desk.module.css";

/** How much more than a week ago, in tenths of a percent; null where there was nothing. */
export function changeTenths(nowFen: number, beforeFen: number): number | null {
  return beforeFen <= 0 ? null : Math.round(((nowFen - beforeFen) * 1000) / beforeFen);
}

function tenths(value: number): string {
  const absolute = Math.abs(value);
  return `${value < 0 ? "−" : "+"}${Math.floor(absolute / 10)}.${absolute % 10} %`;
}

function Figure({ label, children, note }: { label: string; children: ReactNode; note: ReactNode }) {
  return (
    <div className={styles["figure"]}>
      <span className="small">{label}</span>
      <div>{children}</div>
      <span className="meta">{note}</span>
    </div>
  );
}

const of = (day: DeskSummary, ...states: string[]) =>
  day.states.filter((one) => states.includes(one.state)).reduce((sum, one) => sum + one.orders, 0);

/** Today's figures of the county. */
export function Figures({ day }: { day: DeskSummary }) {
  const words = useWords();
  const change = changeTenths(day.today.fen, day.week_ago.fen);
  const trouble = day.quarantined + day.forks;
  return (
    <section className={`card ${styles["figures"] ?? ""}`}>
      <Figure
        label={words.t("desk-sold-today")}
        note={change === null ? words.t("desk-no-week-ago") : words.t("desk-week-ago", { change: tenths(change) })}
      >
        <Money fen={day.today.fen} className={styles["big"] ?? ""} />
      </Figure>
      <Figure
        label={words.t("desk-orders-today")}
        note={words.t("desk-pack-road", {
          pack: of(day, "Placed", "Confirmed", "Packing"),
          road: of(day, "HandedOver"),
        })}
      >
        <span className={`num ${styles["value"]}`}>{words.grouped(day.today.orders)}</span>
      </Figure>
      <Figure
        label={words.t("desk-heard")}
        note={
          day.silent + day.late > 0 ? (
            <State bare flag="fire" label={words.t("desk-not-heard", { count: day.silent + day.late })} />
          ) : (
            words.t("desk-all-heard")
          )
        }
      >
        <span className={`num ${styles["value"]}`}>
          {day.heard}
          <span className="unit">/ {day.stations}</span>
        </span>
      </Figure>
      <Figure
        label={words.t("desk-decide")}
        note={
          trouble > 0 ? (
            <State bare flag="fire" label={words.t("desk-set-aside", { count: trouble })} />
          ) : (
            words.t("desk-none-aside")
          )
        }
      >
        <span className={`num ${styles["value"]}`}>{words.grouped(day.needs_decision)}</span>
      </Figure>
      <Figure label={words.t("desk-waiting")} note={words.t("desk-pending", { count: words.grouped(day.pending) })}>
        <span className={`num ${styles["value"]}`}>{words.grouped(day.waiting)}</span>
      </Figure>
      <Figure label={words.t("desk-devices")} note={words.t("desk-facts", { count: words.grouped(day.facts) })}>
        <span className={`num ${styles["value"]}`}>{words.grouped(day.devices)}</span>
      </Figure>
    </section>
  );
}

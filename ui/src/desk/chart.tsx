import type { DaySales } from "../../bindings/desk";
import { useWords } from "../words/use";
import styles from "./desk.module.css";

const WIDTH = 440;
const HEIGHT = 190;
const BOTTOM = 26;
const TOP = 10;

/** A round number that is not below the largest: 1, 2 or 5 with zeros, in fen. */
export function niceTop(largest: number): number {
  let step = 10_000;
  for (;;) {
    for (const factor of [1, 2, 5]) if (step * factor >= largest) return step * factor;
    step *= 10;
  }
}

/** Fourteen days of sales as bars; each says its sum to those who cannot see it. */
export function Chart({ days }: { days: readonly DaySales[] }) {
  const words = useWords();
  const top = niceTop(Math.max(1, ...days.map((day) => day.fen)));
  const span = HEIGHT - BOTTOM - TOP;
  // The largest number beside the lines needs its room.
  const left = 14 + 8 * words.grouped(top / 100).length;
  const slot = (WIDTH - left) / Math.max(1, days.length);
  const y = (fen: number) => TOP + span - Math.round((fen * span) / top);
  return (
    <section className={`card ${styles["chart"] ?? ""}`}>
      <h2>
        {words.t("desk-days")} <span className="small">¥</span>
      </h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.t("desk-days")}>
        {[0, top / 2, top].map((fen) => (
          <g key={fen}>
            <line x1={left} x2={WIDTH} y1={y(fen)} y2={y(fen)} />
            <text x={left - 6} y={y(fen) + 4} textAnchor="end">
              {words.grouped(fen / 100)}
            </text>
          </g>
        ))}
        {days.map((day, at) => (
          <g key={day.day}>
            <title>{`${day.day}: ¥${words.money(day.fen)}`}</title>
            <rect
              x={left + at * slot + slot * 0.16}
              width={slot * 0.68}
              y={y(day.fen)}
              height={TOP + span - y(day.fen)}
              rx="1.5"
            />
            {at % 2 === (days.length - 1) % 2 ? (
              <text x={left + at * slot + slot / 2} y={HEIGHT - 8} textAnchor="middle">
                {Number(day.day.slice(8))}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </section>
  );
}

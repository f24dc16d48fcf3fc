import { Icon } from "./icon";
import type { IconType } from "./icons";
import type { Flag } from "./state";
import styles from "./weave.module.css";

/** Cloth that grows: what has arrived is woven, what waits is bare warp. */
export function Cloth({
  done,
  of,
  thread,
  label,
}: {
  done: number;
  of: number;
  thread: 1 | 2 | 3 | 4 | 5 | 6;
  label: string;
}) {
  const share = of > 0 ? Math.min(100, Math.floor((done * 100) / of)) : 100;
  return (
    <div
      className={styles["warp"]}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
    >
      <i style={{ width: `${share}%`, backgroundColor: `var(--thread-${thread})` }} />
    </div>
  );
}

/** One step of an order's life. */
export interface StepShown {
  id: string;
  icon: IconType;
  label: string;
  /** `done`, what is `now`, or what is `next`. */
  at: "done" | "now" | "next";
  flag?: Flag;
  notes: readonly string[];
}

/** The steps of an order, joined by the weave as far as it has come. */
export function Steps({ steps, label }: { steps: readonly StepShown[]; label: string }) {
  return (
    <ol className={styles["steps"]} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={styles[step.at]} aria-current={step.at === "now" ? "step" : undefined}>
          <span className={`${styles["ring"]} ${step.flag ? styles[step.flag] : ""}`}>
            <Icon of={step.icon} />
          </span>
          <b className="lbl">{step.label}</b>
          {step.notes.map((note) => (
            <span key={note} className={`meta ${styles["note"]}`} title={note}>
              {note}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

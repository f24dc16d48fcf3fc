import styles from "./life.module.css";

/** A lot's life as one bar: gone, left to sell, kept for the road. All in milliseconds. */
export function LifeBar(props: {
  harvestedMs: number;
  shipByMs: number;
  expiresMs: number;
  nowMs: number;
  isUrgent: boolean;
  label: string;
}) {
  const whole = Math.max(1, props.expiresMs - props.harvestedMs);
  const share = (ms: number) => Math.max(0, Math.min(100, Math.round((ms * 100) / whole)));
  const gone = share(Math.min(props.nowMs, props.expiresMs) - props.harvestedMs);
  const left = props.nowMs < props.shipByMs ? Math.max(2, share(props.shipByMs - props.nowMs)) : 0;
  return (
    <div className={styles["life"]} role="img" aria-label={props.label}>
      <i className={styles["gone"]} style={{ flexGrow: gone }} />
      {left > 0 ? <i className={props.isUrgent ? styles["last"] : styles["left"]} style={{ flexGrow: left }} /> : null}
      <i className={styles["road"]} style={{ flexGrow: Math.max(0, 100 - gone - left) }} />
    </div>
  );
}

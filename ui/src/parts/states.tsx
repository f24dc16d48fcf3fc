import { type ReactNode, useEffect, useState } from "react";
import type { AppError } from "../../bindings/commands";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Bars, Icon } from "./icon";
import { AgainIcon, AlertIcon } from "./icons";
import { drawing } from "./picture";
import styles from "./states.module.css";

/** Nothing here yet: a picture, one sentence, one action. */
export function Empty({
  picture,
  title,
  hint,
  children,
}: {
  picture: string;
  title: string;
  hint?: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles["mid"]}>
      <img className={styles["art"]} src={drawing(picture)} alt="" />
      <b className={styles["title"]}>{title}</b>
      {hint ? <span className="small">{hint}</span> : null}
      {children}
    </div>
  );
}

/** Nothing for 300 ms, then the shape of what comes. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className={styles["shape"]} role="status" aria-label={t("screen-loading")}>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={styles["bone"]}>
          <i />
          <span>
            <i />
            <i />
          </span>
          <i />
        </div>
      ))}
    </div>
  );
}

/** What happened, what is safe, what to do, and a small code. */
export function Failed({ error, onAgain, children }: { error: AppError; onAgain?: () => void; children?: ReactNode }) {
  const words = useWords();
  return (
    <div className={styles["mid"]} role="alert">
      <span className={styles["fire"]}>
        <Icon of={AlertIcon} size="xl" />
      </span>
      <b className={styles["title"]}>{words.error(error)}</b>
      <span className="meta">{error.code}</span>
      {onAgain ? <Btn label={words.t("screen-again")} icon={AgainIcon} onPress={onAgain} /> : null}
      {children}
    </div>
  );
}

/** An error beside the work that it is about: the work stays. */
export function Problem({ error }: { error: AppError | null }) {
  const words = useWords();
  if (!error) return null;
  return (
    <div className={styles["problem"]} role="alert">
      <Icon of={AlertIcon} />
      <span>
        {words.error(error)} <span className="meta">{error.code}</span>
      </span>
    </div>
  );
}

/** The link is down: normal, and work goes on. */
export function OfflineBand({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={styles["off"]}>
      <Bars of={0} />
      <span className="col">
        <b>{t("screen-offline")}</b>
        <span className="small">{t("screen-offline-hint")}</span>
      </span>
      <span className="sp" />
      {children}
    </div>
  );
}

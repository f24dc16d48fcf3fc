import { useWords } from "../words/use";
import styles from "./desk.module.css";

/** A one-time code, to be told to the station. It is shown once. */
export function OneTimeCode({ code, expiresMs }: { code: string; expiresMs: number }) {
  const words = useWords();
  return (
    <div className={styles["code"]}>
      <span className="small">{words.t("desk-code-hint", { address: window.location.origin })}</span>
      <code>{code}</code>
      <span className="meta">
        {words.t("desk-code-until", { date: words.dateWithYear(expiresMs), time: words.time(expiresMs) })}
      </span>
    </div>
  );
}

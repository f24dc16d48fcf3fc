import { useState } from "react";
import { useAllKeys, useKey } from "../keys/keys";
import { Dialog } from "../parts/dialog";
import { useWords } from "../words/use";
import styles from "./help.module.css";

/** F1: every key that does something on this screen. */
export function Help() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const all = useAllKeys();
  useKey("F1", t("help-title"), () => setOpen(true));
  if (!isOpen) return null;
  const seen = new Set<string>();
  const rows = all.filter((one) => one.label !== "" && !seen.has(one.keys) && seen.add(one.keys));
  return (
    <Dialog title={t("help-title")} onClose={() => setOpen(false)} wide>
      <p className="small">{t("help-hint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <ul className={styles["keys"]} tabIndex={0} aria-label={t("help-title")}>
        {rows.map((one) => (
          <li key={one.keys}>
            <span className="key">{one.keys}</span>
            <span>{one.label}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

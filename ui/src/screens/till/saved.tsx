import { useEffect } from "react";
import { Button } from "react-aria-components";
import { useKey } from "../../keys/keys";
import { Icon } from "../../parts/icon";
import { DoneIcon, PrintIcon, UndoIcon } from "../../parts/icons";
import { useWords } from "../../words/use";
import type { Content } from "./order";
import styles from "./saved.module.css";

/** An order that was saved a moment ago. */
export interface Saved {
  id: string;
  number: string;
  totalFen: number;
  isAsked: boolean;
  /** What was typed for it, to be typed on when it is undone. */
  was: Content;
  /** By the page's own clock, until when it can be undone. */
  untilMs: number;
}

/** What was done last, with Undo for as long as that can be. It stands where it covers no sum. */
export function DoneBar(props: {
  text: string;
  sumFen?: number;
  untilMs: number;
  onUndo: () => void;
  onPrint?: () => void;
  onEnd: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { untilMs, onEnd, onPrint } = props;
  useKey("Ctrl+Z", t("screen-undo"), props.onUndo);
  useKey(onPrint ? "Ctrl+P" : null, t("screen-print"), () => onPrint?.());
  useEffect(() => {
    const timer = setTimeout(onEnd, Math.max(0, untilMs - performance.now()));
    return () => clearTimeout(timer);
  }, [untilMs, onEnd]);
  return (
    <div className={styles["bar"]} role="status">
      <Icon of={DoneIcon} />
      <span className={styles["what"]}>
        <span className={styles["number"]}>{props.text}</span>
        {props.sumFen === undefined ? null : <b className={styles["sum"]}>¥{words.money(props.sumFen)}</b>}
      </span>
      {onPrint ? (
        <Button className={styles["print"] ?? ""} onPress={onPrint} aria-label={t("screen-print")} data-key="Ctrl+P">
          <Icon of={PrintIcon} />
        </Button>
      ) : null}
      <Button className={styles["undo"] ?? ""} onPress={props.onUndo} data-key="Ctrl+Z">
        <Icon of={UndoIcon} />
        <span className="lbl">{t("screen-undo")}</span>
        <span className={`${styles["chord"]} key`}>Ctrl+Z</span>
      </Button>
    </div>
  );
}

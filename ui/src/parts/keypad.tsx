import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useWords } from "../words/use";
import { Icon } from "./icon";
import { BackspaceIcon } from "./icons";
import styles from "./keypad.module.css";

/** What one key of the pad does to what was typed. */
export function pressKey(typed: string, key: string, decimals: number): string {
  if (key === "back") return typed.slice(0, -1);
  if (key === ".") return decimals === 0 || typed.includes(".") ? typed : `${typed === "" ? "0" : typed}.`;
  const next = typed === "0" ? key.replace(/^0+(?=\d)/u, "") : typed + key;
  const fraction = next.split(".")[1] ?? "";
  return fraction.length > decimals || next.length > 9 ? typed : next;
}

const DIGITS = ["7", "8", "9", "4", "5", "6", "1", "2", "3", "0", "00", "."] as const;

/** Digits for a hand; the keyboard's own digits work beside it. The fourth column is the screen's. */
export function Keypad(props: { typed: string; onTyped: (typed: string) => void; decimals: number; side?: ReactNode }) {
  const { t } = useWords();
  const press = (key: string) => props.onTyped(pressKey(props.typed, key, props.decimals));
  return (
    <div className={`${styles["pad"] ?? ""} ${props.side ? (styles["four"] ?? "") : ""}`}>
      <div className={styles["digits"]}>
        {DIGITS.map((digit) => (
          <Button
            key={digit}
            className={styles["key"] ?? ""}
            onPress={() => press(digit)}
            isDisabled={digit === "." && props.decimals === 0}
            excludeFromTabOrder
          >
            {digit}
          </Button>
        ))}
      </div>
      <div className={styles["side"]}>
        <Button
          className={`${styles["key"] ?? ""} ${styles["fn"] ?? ""}`}
          onPress={() => press("back")}
          aria-label={t("keypad-back")}
          excludeFromTabOrder
        >
          <Icon of={BackspaceIcon} size="l" />
        </Button>
        {props.side}
      </div>
    </div>
  );
}

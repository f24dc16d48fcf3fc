import { useEffect, useRef } from "react";
import { useWords } from "../words/use";
import styles from "./digits.module.css";
import { Field } from "./field";
import { Icon } from "./icon";
import { BackspaceIcon } from "./icons";
import { Press } from "./press";

const ROWS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** A PIN: dots, and digits for a hand beside the keyboard. */
export function PinField(props: {
  label: string;
  pin: string;
  onPin: (pin: string) => void;
  problem?: string | undefined;
  onEnter?: () => void;
  isDisabled?: boolean;
  autoFocus?: boolean;
  withPad?: boolean;
}) {
  const { t } = useWords();
  const isOff = props.isDisabled ?? false;
  const field = useRef<HTMLInputElement>(null);
  const wasOff = useRef(isOff);
  // A field that was shut has lost the focus; when it opens again one types on.
  useEffect(() => {
    if (wasOff.current && !isOff && props.autoFocus) field.current?.focus();
    wasOff.current = isOff;
  }, [isOff, props.autoFocus]);
  const pad = { className: styles["key"] ?? "", isDisabled: isOff, isBesideField: true };
  const add = (digit: string) => props.onPin((props.pin + digit).slice(0, 12));
  return (
    <div className={styles["pin"]}>
      <Field
        kind="secret"
        label={props.label}
        value={props.pin}
        onChange={(typed) => props.onPin(typed.replaceAll(/\D/gu, "").slice(0, 12))}
        problem={props.problem}
        autoFocus={props.autoFocus ?? false}
        isDisabled={isOff}
        ref={field}
        className={styles["field"] ?? ""}
        {...(props.onEnter ? { onEnter: props.onEnter } : {})}
      />
      {props.withPad ? (
        <div className={styles["pad"]}>
          {ROWS.map((digit) => (
            <Press key={digit} {...pad} onPress={() => add(digit)}>
              {digit}
            </Press>
          ))}
          <span />
          <Press {...pad} onPress={() => add("0")}>
            0
          </Press>
          <Press
            {...pad}
            className={`${styles["key"] ?? ""} ${styles["fn"] ?? ""}`}
            aria-label={t("keypad-back")}
            onPress={() => props.onPin(props.pin.slice(0, -1))}
          >
            <Icon of={BackspaceIcon} size="l" />
          </Press>
        </div>
      ) : null}
    </div>
  );
}

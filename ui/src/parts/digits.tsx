import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../words/use";
import styles from "./digits.module.css";
import { Field } from "./field";
import { Icon } from "./icon";
import { BackspaceIcon } from "./icons";

const ROWS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** A key of the pad. A plain button: the pad stands at the door, where every part is drawn for the first time. */
function PadKey(props: {
  isOff: boolean;
  onPress: () => void;
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles["key"] ?? ""} ${props.className ?? ""}`.trimEnd()}
      disabled={props.isOff}
      aria-label={props.label}
      // The focus stays in the field: the next digit may come from the keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

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
            <PadKey key={digit} isOff={isOff} onPress={() => add(digit)}>
              {digit}
            </PadKey>
          ))}
          <span />
          <PadKey isOff={isOff} onPress={() => add("0")}>
            0
          </PadKey>
          <PadKey
            isOff={isOff}
            className={styles["fn"] ?? ""}
            label={t("keypad-back")}
            onPress={() => props.onPin(props.pin.slice(0, -1))}
          >
            <Icon of={BackspaceIcon} size="l" />
          </PadKey>
        </div>
      ) : null}
    </div>
  );
}

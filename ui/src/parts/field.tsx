import { type ReactNode, type Ref, useId } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import { plainDigits } from "../words/digits";
import styles from "./field.module.css";
import { Icon } from "./icon";
import type { IconType } from "./icons";

/** A field with its label above and its trouble below. */
export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Why the value was not taken, a sentence. */
  problem?: string | undefined;
  hint?: string;
  icon?: IconType;
  placeholder?: string;
  /** `number` takes digits of every script and shows ASCII; `secret` shows dots. */
  kind?: "text" | "number" | "phone" | "secret";
  lines?: number;
  autoFocus?: boolean;
  isDisabled?: boolean;
  maxLength?: number;
  /** The label is for those who cannot see: the icon and the place say it to the others. */
  hideLabel?: boolean;
  lang?: string;
  onEnter?: () => void;
  ref?: Ref<HTMLInputElement>;
  after?: ReactNode;
  className?: string;
}

/** A line, or several, to type in. */
export function Field({ ref, ...props }: FieldProps) {
  const { kind = "text", lines = 1 } = props;
  const id = useId();
  const isNumber = kind === "number" || kind === "phone";
  const change = (value: string) => props.onChange(isNumber || kind === "secret" ? plainDigits(value) : value);
  const shared = {
    placeholder: props.placeholder ?? "",
    autoFocus: props.autoFocus ?? false,
    maxLength: props.maxLength ?? 300,
    autoComplete: "off",
    spellCheck: false,
    "data-scan": kind === "secret" || kind === "number" ? "never" : undefined,
  };
  return (
    <TextField
      className={`${styles["box"] ?? ""} ${props.className ?? ""}`}
      value={props.value}
      onChange={change}
      isInvalid={Boolean(props.problem)}
      isDisabled={props.isDisabled ?? false}
      {...(props.hideLabel ? { "aria-label": props.label } : {})}
    >
      {props.hideLabel ? null : <Label className={styles["label"] ?? ""}>{props.label}</Label>}
      <div className={styles["frame"]} data-invalid={props.problem ? "" : undefined}>
        {props.icon ? <Icon of={props.icon} /> : null}
        {lines > 1 ? (
          <TextArea
            {...shared}
            maxLength={props.maxLength ?? 2_000}
            rows={lines}
            className={styles["area"] ?? ""}
            {...(props.lang ? { lang: props.lang } : {})}
          />
        ) : (
          <Input
            {...shared}
            {...(ref ? { ref: ref } : {})}
            id={id}
            type={kind === "secret" ? "password" : "text"}
            inputMode={isNumber || kind === "secret" ? "decimal" : "text"}
            className={`${styles["input"] ?? ""} ${isNumber ? "tn" : ""}`}
            {...(props.lang ? { lang: props.lang } : {})}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) props.onEnter?.();
            }}
          />
        )}
        {props.after}
      </div>
      {props.hint && !props.problem ? (
        <Text slot="description" className={styles["hint"] ?? ""}>
          {props.hint}
        </Text>
      ) : null}
      <FieldError className={styles["problem"] ?? ""}>{props.problem}</FieldError>
    </TextField>
  );
}

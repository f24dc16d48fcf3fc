import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import styles from "./choice.module.css";

/** One thing that may be chosen. */
export interface Option<T extends string> {
  id: T;
  label: string;
  /** Its language, where it is not the page's. */
  lang?: string;
  content?: ReactNode;
}

/** A row of choices of which one holds; arrows move along it. */
export function Choice<T extends string>(props: {
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
  hideLabel?: boolean;
  /** `seg` is a strip; `cards` are boxes with an edge. */
  look?: "seg" | "cards";
  isDisabled?: boolean;
  /** The key that changes it; whoever shows the choice hears it. */
  keys?: string;
}) {
  const look = props.look ?? "seg";
  return (
    <RadioGroup
      className={styles["group"] ?? ""}
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      orientation="horizontal"
      isDisabled={props.isDisabled ?? false}
      data-key={props.keys}
      {...(props.hideLabel ? { "aria-label": props.label } : {})}
    >
      {props.hideLabel ? null : <Label className={styles["label"] ?? ""}>{props.label}</Label>}
      <div className={styles[look]}>
        {props.options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className={styles["one"] ?? ""}
            {...(option.lang ? { lang: option.lang } : {})}
          >
            {option.content ?? <span className="lbl">{option.label}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

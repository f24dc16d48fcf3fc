import { type ReactNode, useId } from "react";
import styles from "./choice.module.css";
import { OneOf, Radios } from "./radios";

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
  const labelId = useId();
  return (
    <Radios
      className={styles["group"] ?? ""}
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      isDisabled={props.isDisabled ?? false}
      keys={props.keys}
      label={props.label}
      labelledBy={props.hideLabel ? undefined : labelId}
    >
      {props.hideLabel ? null : (
        <span id={labelId} className={styles["label"] ?? ""}>
          {props.label}
        </span>
      )}
      <div className={styles[look]}>
        {props.options.map((option) => (
          <OneOf
            key={option.id}
            value={option.id}
            className={styles["one"] ?? ""}
            {...(option.lang ? { lang: option.lang } : {})}
          >
            {option.content ?? <span className="lbl">{option.label}</span>}
          </OneOf>
        ))}
      </div>
    </Radios>
  );
}

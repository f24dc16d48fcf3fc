import type { Trilingual } from "../../../bindings/commands";
import { Field } from "../../parts/field";
import { useWords } from "../../words/use";
import styles from "./listings.module.css";

const LANGUAGES = [
  { id: "bo", tag: "བོད" },
  { id: "zh-CN", tag: "中" },
  { id: "en", tag: "EN" },
] as const;

/** A text in three languages, one below the other, each in its own type. */
export function Three(props: {
  label: string;
  value: Trilingual;
  placeholder?: Trilingual;
  lines?: number;
  maxLength: number;
  problem?: string | undefined;
  onChange: (value: Trilingual) => void;
}) {
  const { t } = useWords();
  return (
    <fieldset className={styles["three"]}>
      <legend className="meta">{props.label}</legend>
      {LANGUAGES.map(({ id, tag }, at) => (
        <div key={id} className={styles["one"]}>
          <span className={styles["tag"]} lang={id} aria-hidden="true">
            {tag}
          </span>
          <Field
            label={`${props.label} · ${t(`listings-in-${id === "zh-CN" ? "zh" : id}`)}`}
            hideLabel
            value={props.value[id]}
            onChange={(text) => props.onChange({ ...props.value, [id]: text })}
            placeholder={props.placeholder?.[id] ?? ""}
            lang={id}
            lines={props.lines ?? 1}
            maxLength={props.maxLength}
            problem={at === 0 ? props.problem : undefined}
            className={styles["grow"] ?? ""}
          />
        </div>
      ))}
    </fieldset>
  );
}

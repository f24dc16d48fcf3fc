import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { Input, SearchField } from "react-aria-components";
import { useKey } from "../keys/keys";
import { useScan } from "../keys/scan";
import { useWords } from "../words/use";
import { Icon } from "./icon";
import { ScanIcon, SearchIcon } from "./icons";
import styles from "./search.module.css";

/** What one may ask of a search line from outside. */
export interface SearchHandle {
  focus: () => void;
}

/** A search line. What is typed is told after a short rest, whole; an input method's half words are not. */
export function Search({
  ref,
  ...props
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** How long a rest, in milliseconds; 0 tells every key. */
  restMs?: number;
  /** A scanned code comes here instead of to the whole program. */
  takesScans?: boolean;
  autoFocus?: boolean;
  /** Enter, with the whole text: what was typed last may not be told yet. */
  onEnter?: (text: string) => void;
  onDown?: () => void;
  ref?: Ref<SearchHandle>;
}) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(props.value);
  const [told, setTold] = useState(props.value);
  const { onChange, restMs = 120 } = props;
  if (props.value !== told) {
    setTold(props.value);
    setText(props.value);
  }
  useEffect(() => {
    if (text === told) return undefined;
    const timer = setTimeout(() => {
      setTold(text);
      onChange(text);
    }, restMs);
    return () => clearTimeout(timer);
  }, [text, told, restMs, onChange]);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));
  useKey("Ctrl+F", t("screen-search"), () => field.current?.select());
  useScan((code) => {
    if (!props.takesScans) return false;
    setText(code);
    return true;
  });
  return (
    <SearchField
      className={styles["search"] ?? ""}
      aria-label={props.label}
      value={text}
      onChange={setText}
      data-key="Ctrl+F"
    >
      <Icon of={SearchIcon} />
      <Input
        ref={field}
        className={styles["input"] ?? ""}
        placeholder={props.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        autoFocus={props.autoFocus ?? false}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") props.onEnter?.(text);
          if (event.key === "ArrowDown" && props.onDown) {
            event.preventDefault();
            props.onDown();
          }
        }}
      />
      <Icon of={ScanIcon} />
    </SearchField>
  );
}

import { useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useRead } from "../state/read";
import { useWords } from "../words/use";
import fields from "./field.module.css";
import styles from "./place.module.css";

/** Finds a place of China by Chinese, pinyin initials or code. What was typed stays, found or not. */
export function PlacePick(props: {
  label: string;
  code: string;
  onPick: (code: string, path: string[]) => void;
  problem?: string | undefined;
  /** What was typed and not found yet, where a form keeps it. */
  typed?: string;
  onTyped?: (text: string) => void;
}) {
  const { t } = useWords();
  const known = useRead("place.find", { find: props.code, state: "", limit: 1 }, { isOff: props.code === "" });
  const [own, setOwn] = useState<string | null>(null);
  const text = own ?? (props.typed || null);
  const setText = (typed: string | null) => {
    setOwn(typed);
    props.onTyped?.(typed ?? "");
  };
  const path = known.data?.[0]?.path.join(" ") ?? props.code;
  const shown = text ?? (props.code === "" ? "" : path);
  const isNothing = text === null || text.trim() === "";
  const found =
    useRead("place.find", { find: text ?? "", state: "", limit: 12 }, { isOff: isNothing, keeps: true }).data ?? [];
  return (
    <ComboBox
      className={fields["box"] ?? ""}
      inputValue={shown}
      onInputChange={(value) => {
        if (value !== shown) setText(value);
      }}
      onSelectionChange={(key) => {
        const place = found.find((one) => one.code === key);
        if (!place) return;
        setText(null);
        props.onPick(place.code, place.path);
      }}
      items={found}
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={Boolean(props.problem)}
    >
      <Label className={fields["label"] ?? ""}>{props.label}</Label>
      <div className={fields["frame"]} data-invalid={props.problem ? "" : undefined}>
        <Input
          className={fields["input"] ?? ""}
          placeholder={t("place-hint")}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
        />
      </div>
      {props.problem ? <span className={fields["problem"]}>{props.problem}</span> : null}
      <Popover className={styles["list"] ?? ""}>
        <ListBox<(typeof found)[number]>
          renderEmptyState={() => <div className={styles["one"]}>{t("screen-nothing-found")}</div>}
        >
          {(place) => (
            <ListBoxItem id={place.code} className={styles["one"] ?? ""} textValue={place.path.join(" ")} lang="zh-CN">
              <b>{place.name}</b> <span className="meta">{place.path.slice(0, -1).join(" ")}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

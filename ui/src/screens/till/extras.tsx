import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { ColdIcon, EditIcon, PayIcon, RoadIcon } from "../../parts/icons";
import { plainDigits, typedFen } from "../../words/digits";
import { useWords } from "../../words/use";
import styles from "./extras.module.css";
import { type Content, depositFen } from "./order";
import { SOURCE_WORDS, WAY_WORDS } from "./pay";

/** What the rest of the till asks of freight and note. */
export interface ExtrasHandle {
  freight: () => void;
  note: () => void;
}

/** Freight and note, below the goods, typed in place. */
export function Extras({
  ref,
  ...props
}: {
  content: Content;
  isCold: boolean;
  problem: string | undefined;
  onChange: (some: Pick<Content, "freight"> | Pick<Content, "note">) => void;
  onLeave: () => void;
  ref: Ref<ExtrasHandle>;
}) {
  const words = useWords();
  const { t } = words;
  const freight = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const [isNoteOpen, setNoteOpen] = useState(false);
  const { content, isCold } = props;
  const toFreight = () => {
    freight.current?.focus();
    freight.current?.select();
  };
  const toNote = () => {
    setNoteOpen(true);
    requestAnimationFrame(() => note.current?.focus());
  };
  useImperativeHandle(ref, () => ({ freight: toFreight, note: toNote }));
  useKey("F6", t("till-freight"), toFreight);
  useKey("F7", t("till-note"), toNote);
  const isWrong = content.freight.trim() !== "" && typedFen(content.freight) === null;
  const problem = isWrong ? words.reason("not_a_number") : props.problem;
  return (
    <div className={styles["extras"]}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press anywhere on the row means its field */}
      <div className={styles["row"]} data-key="F6" onMouseDown={() => setTimeout(() => freight.current?.focus())}>
        <span className={styles["icon"]}>
          <Icon of={isCold ? ColdIcon : RoadIcon} />
        </span>
        <span className={styles["label"]}>
          {t(isCold ? "till-freight-cold" : "till-freight")}
          {isCold && content.freight === "" ? <span className="meta">{t("till-freight-hint")}</span> : null}
          {problem ? (
            <span className={styles["problem"]} role="alert">
              {problem}
            </span>
          ) : null}
        </span>
        <input
          ref={freight}
          className={`${styles["sum"]} num n-s`}
          value={content.freight}
          onChange={(event) => props.onChange({ freight: plainDigits(event.target.value).slice(0, 40) })}
          onKeyDown={(event) => {
            if ((event.key === "Enter" || event.key === "Escape") && !event.nativeEvent.isComposing) {
              event.preventDefault();
              props.onLeave();
            }
          }}
          aria-label={t("till-freight")}
          aria-invalid={Boolean(problem)}
          placeholder="0.00"
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          data-scan="never"
        />
      </div>
      {isNoteOpen || content.note !== "" ? (
        <div className={styles["row"]} data-key="F7">
          <span className={styles["icon"]}>
            <Icon of={EditIcon} />
          </span>
          <textarea
            ref={note}
            className={styles["note"]}
            value={content.note}
            rows={Math.min(3, Math.max(1, Math.ceil([...content.note].length / 26), content.note.split("\n").length))}
            onChange={(event) => props.onChange({ note: event.target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
              if (event.key === "Enter" && event.shiftKey) return;
              event.preventDefault();
              props.onLeave();
            }}
            onBlur={() => setNoteOpen(false)}
            aria-label={t("till-note")}
            placeholder={t("till-note")}
            maxLength={1_000}
            data-paste="own"
          />
        </div>
      ) : null}
    </div>
  );
}

/** Source, payment and note as they stand; a press opens the choices. */
export function PayRow({ content, onPay, onNote }: { content: Content; onPay: () => void; onNote: () => void }) {
  const { t, money } = useWords();
  const deposit = depositFen(content);
  return (
    <div className={styles["pay"]}>
      <Btn
        look="soft"
        className={styles["choices"] ?? ""}
        icon={PayIcon}
        label={[
          t(SOURCE_WORDS[content.source]),
          t(WAY_WORDS[content.way]),
          t(content.isCleared ? "payment-cleared" : "payment-expected"),
          ...(deposit ? [`${t("till-deposit")} ${money(deposit)}`] : []),
        ].join(" · ")}
        keys="Alt+Y"
        onPress={onPay}
      />
      <Btn look="soft" icon={EditIcon} label={t("till-note")} iconOnly onPress={onNote} />
    </div>
  );
}

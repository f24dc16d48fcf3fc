import { useState } from "react";
import type { SetupCreated } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, CheckIcon, KeyIcon, PrintIcon } from "../../parts/icons";
import { useWords } from "../../words/use";
import { Question } from "./ask";
import styles from "./first.module.css";

/** The last group of a recovery key, which is asked back to see that it was written down. */
export function lastGroup(key: string): string {
  return (
    key
      .trim()
      .split(/[-\s]+/u)
      .at(-1) ?? ""
  );
}

/** Whether what was typed is the group, however it was typed. */
export function isSameGroup(typed: string, group: string): boolean {
  return typed.replaceAll(/[-\s]/gu, "").toUpperCase() === group.toUpperCase();
}

/** The key in groups, to be read and copied by hand; printed alone on its page. */
export function KeySheet({ recoveryKey, station }: { recoveryKey: string; station: string }) {
  const words = useWords();
  return (
    <div className={styles["sheet"]}>
      <span className="meta">{words.t("key-of", { station })}</span>
      <div className={styles["groups"]}>
        {recoveryKey.split(/[-\s]+/u).map((group, at) => (
          <code key={`${at}-${group}`}>{group}</code>
        ))}
      </div>
    </div>
  );
}

/** Shows the recovery key, once, and asks for its last group before it lets go. */
export function RecoveryKeyStep({
  created,
  station,
  onNext,
}: {
  created: SetupCreated;
  station: string;
  onNext: () => void;
}) {
  const words = useWords();
  const [typed, setTyped] = useState("");
  const isWritten = isSameGroup(typed, lastGroup(created.recovery_key));
  return (
    <Question
      title={words.t("key-title")}
      hint={words.t("key-hint")}
      actions={
        <>
          <Btn label={words.t("screen-print")} icon={PrintIcon} keys="Ctrl+P" onPress={() => window.print()} inFields />
          <span className="sp" />
          <Btn
            look="main"
            big
            label={words.t("screen-next")}
            icon={CheckIcon}
            keys="F12"
            onPress={onNext}
            isDisabled={!isWritten}
          />
        </>
      }
    >
      <KeySheet recoveryKey={created.recovery_key} station={station} />
      {created.warnings.map((warning) => (
        <p key={warning} className={styles["warning"]}>
          <Icon of={AlertIcon} size="s" />{" "}
          {words.word("notice", warning) === warning ? words.word("error", warning) : words.word("notice", warning)}
        </p>
      ))}
      <Field
        label={words.t("key-check")}
        icon={KeyIcon}
        value={typed}
        onChange={setTyped}
        problem={
          typed.length >= lastGroup(created.recovery_key).length && !isWritten ? words.t("key-differs") : undefined
        }
        onEnter={() => (isWritten ? onNext() : undefined)}
        autoFocus
      />
    </Question>
  );
}

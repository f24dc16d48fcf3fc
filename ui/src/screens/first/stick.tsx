import { useState } from "react";
import type { BundleTaken, SetupSeen } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { DoneIcon, GoIcon, KeyIcon, StickIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { BackAndOn, Question } from "./ask";
import styles from "./first.module.css";

/** What is typed about the county's stick, and whose it turned out to be. */
export interface Stick {
  path: string;
  code: string;
  seen: SetupSeen | null;
}

/** Where the stick is and the code that opens it; it is read to its end before anything is set up. */
export function AskStick(props: {
  stick: Stick;
  onChange: (some: Partial<Stick>) => void;
  onNext: () => void;
  onBack: () => void;
}) {
  const words = useWords();
  const look = useWrite("setup.look");
  const { path, code } = props.stick;
  const canGo = path.trim() !== "" && code.trim() !== "" && !look.isRunning;
  const go = () => {
    if (!canGo) return;
    void look
      .run({ path: path.trim(), code: code.trim() })
      .then((seen) => {
        props.onChange({ seen });
        props.onNext();
      })
      .catch(() => undefined);
  };
  return (
    <Question
      title={words.t("first-stick-ask")}
      hint={words.t("first-stick-hint")}
      actions={
        <BackAndOn
          onBack={props.onBack}
          {...(look.isRunning ? { label: words.t("first-stick-reading") } : {})}
          icon={GoIcon}
          onNext={go}
          canGo={canGo}
        />
      }
    >
      <Field
        label={words.t("sync-stick-path")}
        icon={StickIcon}
        value={path}
        onChange={(next) => props.onChange({ path: next })}
        hint={words.t("sync-stick-path-hint")}
        maxLength={1000}
        autoFocus
        lang="en"
      />
      <Field
        label={words.t("enrol-code")}
        icon={KeyIcon}
        value={code}
        onChange={(next) => props.onChange({ code: next })}
        hint={words.t("enrol-code-hint")}
        maxLength={60}
        onEnter={go}
        lang="en"
      />
      <Problem error={look.error} />
    </Question>
  );
}

/** The records are here; the county lets this PC in when it hears of it, by a link or by the stick. */
export function CarryStep({ taken, stick, onDone }: { taken: BundleTaken; stick: Stick; onDone: () => void }) {
  const words = useWords();
  const write = useWrite("bundle.export");
  const [bytes, setBytes] = useState<number | null>(null);
  const go = () => {
    void write
      .run({ path: stick.seen?.folder ?? stick.path })
      .then((written) => setBytes(written.bytes))
      .catch(() => undefined);
  };
  return (
    <Question
      title={words.t("first-carry")}
      hint={words.t("first-carry-hint", { facts: words.grouped(taken.pulled) })}
      actions={
        <>
          <Btn
            look={bytes === null ? "main" : "quiet"}
            label={words.t(write.isRunning ? "sync-stick-writing" : "first-carry-write")}
            icon={StickIcon}
            keys="F9"
            onPress={go}
            isDisabled={write.isRunning}
            autoFocus
          />
          <span className="sp" />
          <Btn
            look={bytes === null ? "quiet" : "main"}
            big
            label={words.t("screen-next")}
            icon={GoIcon}
            keys="F12"
            onPress={onDone}
          />
        </>
      }
    >
      <Problem error={write.error} />
      {bytes === null ? null : (
        <p className={styles["good"]} role="status">
          <Icon of={DoneIcon} /> {words.t("first-carry-written", { size: words.bytes(bytes) })}
        </p>
      )}
    </Question>
  );
}

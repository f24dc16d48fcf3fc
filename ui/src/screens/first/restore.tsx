import { useState } from "react";
import type { AppError, BackupRow, SetupRestored } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { BackupIcon, CheckIcon, KeyIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { BackAndOn, Question } from "./ask";
import styles from "./first.module.css";

const OTHER = "other";

/** Brings a station back from a backup and the recovery key. */
export function RestoreStep({
  backups,
  onBack,
  onDone,
}: {
  backups: readonly BackupRow[];
  onBack: () => void;
  onDone: () => void;
}) {
  const words = useWords();
  const restore = useWrite("setup.restore");
  const [chosen, setChosen] = useState(backups[0]?.path ?? OTHER);
  const [path, setPath] = useState("");
  const [key, setKey] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const [done, setDone] = useState<SetupRestored | null>(null);
  const file = chosen === OTHER ? path.trim() : chosen;
  const go = async () => {
    setError(null);
    try {
      setDone(await restore.run({ path: file, recovery_key: key }));
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  if (done) {
    return (
      <Question
        title={words.t("restore-done")}
        hint={words.t("restore-done-hint")}
        actions={
          <Btn look="main" big label={words.t("screen-next")} icon={CheckIcon} keys="F12" onPress={onDone} autoFocus />
        }
      >
        {done.moved_to ? <p className="small">{words.t("restore-moved", { path: done.moved_to })}</p> : null}
      </Question>
    );
  }
  const options = [
    ...backups.slice(0, 6).map((one) => ({
      id: one.path,
      label: `${words.dateWithYear(one.at_ms)} ${words.time(one.at_ms)} · ${words.bytes(one.bytes)}`,
    })),
    { id: OTHER, label: words.t("restore-other") },
  ];
  return (
    <Question
      title={words.t("restore-title")}
      hint={words.t("restore-hint")}
      actions={
        <BackAndOn
          onBack={onBack}
          label={words.t(restore.isRunning ? "restore-going" : "restore-go")}
          icon={BackupIcon}
          onNext={() => void go()}
          canGo={file !== "" && key.trim() !== "" && !restore.isRunning}
        />
      }
    >
      <div className={styles["backups"]}>
        <Choice look="cards" label={words.t("restore-which")} options={options} value={chosen} onChange={setChosen} />
      </div>
      {chosen === OTHER ? (
        <Field
          label={words.t("restore-path")}
          value={path}
          onChange={setPath}
          hint={words.t("restore-path-hint")}
          maxLength={1000}
        />
      ) : null}
      <Field label={words.t("forgot-key")} icon={KeyIcon} value={key} onChange={setKey} maxLength={200} />
      <Problem error={error} />
    </Question>
  );
}

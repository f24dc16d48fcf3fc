import { useState } from "react";
import type { AppError, SetupStatus } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Gate } from "../../frame/gate";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { AgainIcon, BackupIcon, CheckIcon, KeyIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { Question } from "./ask";
import { RestoreStep } from "./restore";

/** The key is gone from where it was kept; the recovery key puts it back, the records are whole. */
function Unlock({ onDone }: { onDone: () => void }) {
  const words = useWords();
  const unlock = useWrite("setup.unlock");
  const [key, setKey] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const go = () =>
    void unlock
      .run({ recovery_key: key })
      .then(onDone)
      .catch((thrown: unknown) => setError(errorOf(thrown)));
  return (
    <>
      <Field
        label={words.t("forgot-key")}
        icon={KeyIcon}
        value={key}
        onChange={setKey}
        onEnter={go}
        maxLength={200}
        autoFocus
      />
      <Problem error={error} />
      <Btn
        look="main"
        label={words.t("trouble-unlock")}
        icon={CheckIcon}
        keys="F12"
        onPress={go}
        isDisabled={key.trim() === "" || unlock.isRunning}
      />
    </>
  );
}

const KEY_TROUBLES: readonly string[] = ["key_missing", "wrong_key", "keyring_unavailable"];

/** The station is here but does not open: what happened, what is safe, what to do. */
export function Trouble({ status, onDone }: { status: SetupStatus; onDone: () => void }) {
  const words = useWords();
  const [isRestore, setRestore] = useState(false);
  const trouble: AppError = status.trouble ?? { code: "internal", detail: "setup" };
  const mayRestore = trouble.code === "database_damaged" || KEY_TROUBLES.includes(trouble.code);
  return (
    <Gate title={words.t("trouble-title")} sub={status.folder}>
      {isRestore ? (
        <RestoreStep backups={status.backups} onBack={() => setRestore(false)} onDone={onDone} />
      ) : (
        <Question
          title={words.error(trouble)}
          hint={words.t("trouble-safe", { folder: status.folder })}
          actions={
            <>
              {mayRestore ? (
                <Btn look="quiet" label={words.t("first-restore")} icon={BackupIcon} onPress={() => setRestore(true)} />
              ) : null}
              <span className="sp" />
              <Btn label={words.t("screen-again")} icon={AgainIcon} keys="F5" onPress={onDone} />
            </>
          }
        >
          <span className="meta">{trouble.code}</span>
          {KEY_TROUBLES.includes(trouble.code) ? <Unlock onDone={onDone} /> : null}
        </Question>
      )}
    </Gate>
  );
}

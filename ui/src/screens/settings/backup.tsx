import { useState } from "react";
import type { BackupReport, VerifyReport } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { PinField } from "../../parts/digits";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, BackupIcon, CheckIcon, DoneIcon, KeyIcon, PrintIcon } from "../../parts/icons";
import { Loading, Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useRead, useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { KeySheet } from "../first/recovery";
import styles from "./settings.module.css";

function ShowKey({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const show = useWrite("recovery.show");
  const station = useRead("station.status", {}).data;
  const [pin, setPin] = useState("");
  const [key, setKey] = useState("");
  const go = () =>
    void show
      .run({ pin })
      .then((answer) => setKey(answer.recovery_key))
      .catch(() => setPin(""));
  return (
    <Dialog
      title={words.t("forgot-key")}
      onClose={onClose}
      wide
      actions={
        key ? (
          <Btn label={words.t("screen-print")} icon={PrintIcon} keys="Ctrl+P" onPress={() => window.print()} />
        ) : (
          <Btn
            look="main"
            label={words.t("backup-show-key")}
            icon={KeyIcon}
            onPress={go}
            isDisabled={pin.length < 4 || show.isRunning}
          />
        )
      }
    >
      <p>{words.t("key-hint")}</p>
      {key ? (
        <KeySheet recoveryKey={key} station={station?.name ?? ""} />
      ) : (
        <PinField label={words.t("backup-own-pin")} pin={pin} onPin={setPin} onEnter={go} autoFocus />
      )}
      <Problem error={show.error} />
    </Dialog>
  );
}

function WriteCopy() {
  const words = useWords();
  const write = useWrite("backup.write");
  const form = useForm("backup", "", { path: "" });
  const { path } = form.value;
  const [done, setDone] = useState<BackupReport | null>(null);
  const go = () => {
    setDone(null);
    void write
      .run({ path: path.trim() })
      .then((report) => {
        form.drop();
        setDone(report);
      })
      .catch(() => undefined);
  };
  return (
    <>
      <Field
        label={words.t("backup-file")}
        value={path}
        onChange={(next) => form.set({ path: next })}
        hint={words.t("restore-path-hint")}
        maxLength={1000}
        onEnter={go}
        lang="en"
      />
      <div className={styles["acts"]}>
        <Btn
          label={words.t(write.isRunning ? "backup-writing" : "backup-write")}
          icon={BackupIcon}
          onPress={go}
          isDisabled={path.trim() === "" || write.isRunning}
        />
        {done ? (
          <span className={styles["good"]}>
            <Icon of={DoneIcon} />{" "}
            {words.t("backup-written", { size: words.bytes(done.bytes), facts: words.grouped(done.facts) })}
          </span>
        ) : null}
      </div>
      <Problem error={write.error} />
    </>
  );
}

function Verify() {
  const words = useWords();
  const verify = useWrite("verify");
  const [report, setReport] = useState<VerifyReport | null>(null);
  const go = () => {
    setReport(null);
    void verify
      .run({})
      .then(setReport)
      .catch(() => undefined);
  };
  return (
    <>
      <div className={styles["acts"]}>
        <Btn
          label={words.t(verify.isRunning ? "verify-running" : "verify-run")}
          icon={CheckIcon}
          onPress={go}
          isDisabled={verify.isRunning}
        />
        {report?.ok ? (
          <span className={styles["good"]}>
            <Icon of={DoneIcon} /> {words.t("verify-ok", { facts: words.grouped(report.facts) })}
          </span>
        ) : null}
      </div>
      {report && !report.ok ? (
        <ul className={styles["rows"]}>
          {report.faults.map((fault) => (
            <li key={fault}>
              <Icon of={AlertIcon} /> <span lang="en">{fault}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Problem error={verify.error} />
    </>
  );
}

/** Copies of the records: those that are kept, one more to a stick, the recovery key, and a check of everything. */
export function BackupPart() {
  const words = useWords();
  const { may } = useSession();
  const list = useRead("backup.list", {});
  const trouble = useRead("setup.status", {}).data?.backup_trouble;
  const [isKey, setKey] = useState(false);
  return (
    <div className={styles["stack"]}>
      <div className={styles["group"]}>
        <h2>{words.t("settings-backup")}</h2>
        <p className="small">{words.t("backup-hint")}</p>
        <Problem error={trouble ?? list.error} />
        {list.data ? (
          <ul className={styles["rows"]}>
            {list.data.length === 0 ? <li className="small">{words.t("backup-none")}</li> : null}
            {list.data.slice(0, 5).map((one) => (
              <li key={one.path}>
                <Icon of={BackupIcon} />
                <span className="col sp">
                  <b>
                    {words.dateWithYear(one.at_ms)} · {words.time(one.at_ms)}
                  </b>
                  <span className="meta ell" title={one.path} lang="en">
                    {one.path}
                  </span>
                </span>
                <span className="tn">{words.bytes(one.bytes)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <Loading rows={2} />
        )}
      </div>
      <div className={styles["group"]}>
        <h2>{words.t("backup-copy")}</h2>
        <WriteCopy />
      </div>
      {may("recovery.show") ? (
        <div className={styles["group"]}>
          <h2>{words.t("forgot-key")}</h2>
          <p className="small">{words.t("backup-key-hint")}</p>
          <div className={styles["acts"]}>
            <Btn label={words.t("backup-show-key")} icon={KeyIcon} onPress={() => setKey(true)} />
          </div>
        </div>
      ) : null}
      <div className={styles["group"]}>
        <h2>{words.t("verify-title")}</h2>
        <p className="small">{words.t("verify-hint")}</p>
        <Verify />
      </div>
      {isKey ? <ShowKey onClose={() => setKey(false)} /> : null}
    </div>
  );
}

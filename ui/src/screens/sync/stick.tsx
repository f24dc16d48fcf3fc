import { useState } from "react";
import type { BundleRow, BundleTaken, BundleWritten } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, DoneIcon, DownloadIcon, SearchIcon, StickIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./stick.module.css";

/** Photos on a stick: as many as fit into this, small ones first. */
const PHOTO_BYTES = 256 * 1024 * 1024;

const fileOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

function Bundle({ row }: { row: BundleRow }) {
  const words = useWords();
  const kind = row.is_ours ? row.kind || "unknown" : "others";
  return (
    <li>
      <span className={row.trouble ? "c-fire" : row.is_ours ? "c-water" : "meta"}>
        <Icon of={row.trouble ? AlertIcon : DoneIcon} />
      </span>
      <span className="col sp">
        <b>{row.trouble ? words.error(row.trouble) : words.word("sync-stick", kind)}</b>
        <span className="meta ell" title={row.path} lang="en">
          {fileOf(row.path)}
          {row.made_ms === undefined ? "" : ` · ${words.dateWithYear(row.made_ms)} ${words.time(row.made_ms)}`}
        </span>
      </span>
      <span className="tn">{words.bytes(row.bytes)}</span>
    </li>
  );
}

function Bundles({ rows }: { rows: readonly BundleRow[] }) {
  const words = useWords();
  return (
    <ul className={styles["rows"]}>
      {rows.length === 0 ? <li className="small">{words.t("sync-stick-empty")}</li> : null}
      {rows.slice(0, 50).map((row) => (
        <Bundle key={row.path} row={row} />
      ))}
    </ul>
  );
}

function Said({ written, taken }: { written: BundleWritten | null; taken: BundleTaken | null }) {
  const words = useWords();
  return (
    <div role="status">
      {written ? (
        <p className={styles["good"]}>
          <Icon of={DoneIcon} />{" "}
          {words.t("sync-stick-written", {
            facts: words.grouped(written.facts),
            photos: words.grouped(written.photos),
            size: words.bytes(written.bytes),
          })}
        </p>
      ) : null}
      {taken ? (
        <p className={styles["good"]}>
          <Icon of={DoneIcon} />{" "}
          {words.t("sync-stick-taken", { down: words.grouped(taken.pulled), up: words.grouped(taken.pushed) })}
        </p>
      ) : null}
      {taken && (taken.needs_answer || taken.waiting > 0) ? <p>{words.t("sync-stick-write-next")}</p> : null}
    </div>
  );
}

/** The exchange by a stick: what waits goes onto it, what the county sent comes off it. */
export function StickDialog({ isEnrolled, onClose }: { isEnrolled: boolean; onClose: () => void }) {
  const words = useWords();
  const form = useForm("stick", "", { path: "" });
  const [code, setCode] = useState("");
  const look = useWrite("bundle.look");
  const write = useWrite("bundle.export");
  const take = useWrite("bundle.import");
  const [rows, setRows] = useState<readonly BundleRow[] | null>(null);
  const [written, setWritten] = useState<BundleWritten | null>(null);
  const [taken, setTaken] = useState<BundleTaken | null>(null);
  const path = form.value.path.trim();
  const isBusy = look.isRunning || write.isRunning || take.isRunning;
  const isReady = path !== "" && !isBusy;
  const begin = () => {
    for (const one of [look, write, take]) one.clear();
    setWritten(null);
    setTaken(null);
  };
  const doLook = () => {
    begin();
    void look
      .run({ path })
      .then(setRows)
      .catch(() => setRows(null));
  };
  const doWrite = () => {
    begin();
    void write
      .run({ path, photo_bytes: PHOTO_BYTES })
      .then(setWritten)
      .catch(() => undefined);
  };
  const doTake = () => {
    begin();
    void take
      .run(code.trim() === "" ? { path } : { path, code: code.trim() })
      .then((report) => {
        setTaken(report);
        setRows(report.bundles);
        setCode("");
      })
      .catch(() => undefined);
  };
  return (
    <Dialog
      title={words.t("sync-stick-title")}
      onClose={onClose}
      wide
      form={form}
      actions={
        <>
          <Btn label={words.t("sync-stick-look")} icon={SearchIcon} keys="F6" onPress={doLook} isDisabled={!isReady} />
          <Btn
            label={words.t("sync-stick-take")}
            icon={DownloadIcon}
            keys="F7"
            onPress={doTake}
            isDisabled={!isReady}
          />
          <Btn
            look="main"
            label={words.t(write.isRunning ? "sync-stick-writing" : "sync-stick-write")}
            icon={StickIcon}
            keys="F12"
            onPress={doWrite}
            isDisabled={!isReady}
          />
        </>
      }
    >
      <p>{words.t("sync-stick-hint")}</p>
      <Field
        label={words.t("sync-stick-path")}
        value={form.value.path}
        onChange={(next) => form.set({ path: next })}
        hint={words.t("sync-stick-path-hint")}
        maxLength={1000}
        onEnter={doLook}
        lang="en"
      />
      {isEnrolled ? null : (
        <Field
          label={words.t("sync-stick-code")}
          value={code}
          onChange={setCode}
          hint={words.t("sync-stick-code-hint")}
          maxLength={60}
          lang="en"
        />
      )}
      <Problem error={look.error ?? write.error ?? take.error} />
      <Said written={written} taken={taken} />
      {rows ? <Bundles rows={rows} /> : null}
    </Dialog>
  );
}

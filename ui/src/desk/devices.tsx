import { useState } from "react";
import type { CodeView, DeviceView, Refusal } from "../../bindings/desk";
import { Btn } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import { Icon } from "../parts/icon";
import { CheckIcon, KeyIcon, LockIcon, SavedPcIcon } from "../parts/icons";
import { State } from "../parts/state";
import { useSay } from "../parts/toast";
import { useWords } from "../words/use";
import { refusalOf, useAsk, useDo } from "./api";
import { OneTimeCode } from "./code";
import styles from "./desk.module.css";
import { useRefusal } from "./words";

/** Shuts a device out. What it had not sent yet stays at the station; the reason is kept. */
function Revoke({ station, device, onClose }: { station: string; device: DeviceView; onClose: () => void }) {
  const words = useWords();
  const say = useRefusal();
  const tell = useSay();
  const revoke = useDo("devices.revoke");
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const go = async () => {
    try {
      await revoke.run({ station, device: device.device }, { reason: reason.trim() });
      tell({ text: words.t("desk-revoked") });
      onClose();
    } catch (thrown) {
      setWrong(refusalOf(thrown));
    }
  };
  return (
    <Dialog
      title={words.t("desk-revoke-title", { name: device.name || device.device })}
      onClose={onClose}
      actions={
        <Btn
          label={words.t("desk-revoke")}
          icon={LockIcon}
          onPress={() => void go()}
          isDisabled={reason.trim() === "" || revoke.isRunning}
        />
      }
    >
      <p>{words.t("desk-revoke-hint")}</p>
      <Field
        label={words.t("desk-reason")}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
        problem={wrong ? say(wrong) : undefined}
      />
    </Dialog>
  );
}

function Device({ device, onRevoke }: { device: DeviceView; onRevoke: () => void }) {
  const words = useWords();
  const heard = device.last_heard_ms === null ? words.t("desk-never") : words.when(device.last_heard_ms, Date.now());
  return (
    <li className={device.revoked_ms === null ? "" : styles["gone"]}>
      <Icon of={SavedPcIcon} size="l" />
      <span className="col sp">
        <b className="ell" title={device.name}>
          {device.name || device.device}
        </b>
        <span className="meta">
          {words.t("desk-device-line", { version: device.version, heard, origins: device.origins.length })}
        </span>
        {device.revoked_ms === null ? null : (
          <State
            bare
            flag="fire"
            icon={LockIcon}
            label={words.t("desk-revoked-on", {
              date: words.dateWithYear(device.revoked_ms),
              who: device.revoked_by ?? "",
              reason: device.revoked_reason ?? "",
            })}
          />
        )}
      </span>
      {device.revoked_ms === null ? (
        <Btn
          look="quiet"
          label={words.t("desk-revoke")}
          icon={LockIcon}
          className={styles["sm"] ?? ""}
          onPress={onRevoke}
        />
      ) : null}
    </li>
  );
}

/** The PCs of a station. */
export function Devices({ id }: { id: string }) {
  const words = useWords();
  const say = useRefusal();
  const read = useAsk("stations.devices", { station: id }, {});
  const make = useDo("stations.code");
  const [revoking, setRevoking] = useState<DeviceView | null>(null);
  const [code, setCode] = useState<CodeView | null>(null);
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const enrol = () =>
    void make
      .run({ station: id }, {})
      .then(setCode)
      .catch((thrown: unknown) => setWrong(refusalOf(thrown)));
  const refusal = wrong ?? read.refusal;
  return (
    <section className={`card ${styles["devices"] ?? ""}`}>
      <div className="row">
        <h2 className="sp">{words.t("desk-devices")}</h2>
        <Btn
          look="soft"
          label={words.t("desk-enrol")}
          icon={KeyIcon}
          keys="F6"
          className={styles["sm"] ?? ""}
          onPress={enrol}
          isDisabled={make.isRunning}
        />
      </div>
      {refusal ? (
        <p role="alert" className="c-fire">
          {say(refusal)}
        </p>
      ) : null}
      {read.data?.length === 0 ? <p className="small">{words.t("desk-no-devices")}</p> : null}
      <ul>
        {(read.data ?? []).map((device) => (
          <Device key={device.device} device={device} onRevoke={() => setRevoking(device)} />
        ))}
      </ul>
      {revoking ? <Revoke station={id} device={revoking} onClose={() => setRevoking(null)} /> : null}
      {code ? (
        <Dialog
          title={words.t("desk-enrol")}
          onClose={() => setCode(null)}
          actions={
            <Btn look="main" label={words.t("screen-done")} icon={CheckIcon} onPress={() => setCode(null)} autoFocus />
          }
        >
          <OneTimeCode code={code.code} expiresMs={code.expires_ms} />
        </Dialog>
      ) : null}
    </section>
  );
}

import { useState } from "react";
import type { SetupCreated, SetupStatus } from "../../../bindings/commands";
import { Gate } from "../../frame/gate";
import { useWords } from "../../words/use";
import { AskKeeper, AskLanguage, AskStation, type NewStation } from "./ask";
import { EnrolStep } from "./enrol";
import styles from "./first.module.css";
import { RecoveryKeyStep } from "./recovery";
import { RestoreStep } from "./restore";

type Step = "language" | "station" | "keeper" | "key" | "hub" | "restore";
const ORDER: readonly Step[] = ["language", "station", "keeper", "key", "hub"];

function Progress({ step }: { step: Step }) {
  const { t } = useWords();
  const at = ORDER.indexOf(step);
  if (at < 0) return null;
  return (
    <ol className={styles["steps"]} aria-label={t("first-progress", { at: at + 1, of: ORDER.length })}>
      {ORDER.map((one, index) => (
        <li
          key={one}
          className={index < at ? styles["done"] : index === at ? styles["now"] : ""}
          aria-current={index === at ? "step" : undefined}
        />
      ))}
    </ol>
  );
}

/** The first start: one question at a time, until a keeper can sign in and the recovery key is on paper. */
export function FirstStart({ status, onDone }: { status: SetupStatus; onDone: () => void }) {
  const words = useWords();
  const [step, setStep] = useState<Step>("language");
  const [station, setStation] = useState<NewStation>({ name: "", place: "", operator: "", pin: "", again: "" });
  const [created, setCreated] = useState<SetupCreated | null>(null);
  const change = (some: Partial<NewStation>) => setStation((old) => ({ ...old, ...some }));
  return (
    <Gate title={words.t("first-title")} sub={words.t("first-sub")} band={<Progress step={step} />}>
      {step === "language" ? (
        <AskLanguage onNext={() => setStep("station")} onRestore={() => setStep("restore")} />
      ) : null}
      {step === "restore" ? (
        <RestoreStep backups={status.backups} onBack={() => setStep("language")} onDone={onDone} />
      ) : null}
      {step === "station" ? (
        <AskStation
          station={station}
          onChange={change}
          onNext={() => setStep("keeper")}
          onBack={() => setStep("language")}
        />
      ) : null}
      {step === "keeper" ? (
        <AskKeeper
          station={station}
          onChange={change}
          onBack={() => setStep("station")}
          onCreated={(done) => {
            setCreated(done);
            setStep("key");
          }}
        />
      ) : null}
      {step === "key" && created ? (
        <RecoveryKeyStep created={created} station={station.name} onNext={() => setStep("hub")} />
      ) : null}
      {step === "hub" ? <EnrolStep onDone={onDone} onLater={onDone} /> : null}
    </Gate>
  );
}

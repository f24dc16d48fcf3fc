import { useState } from "react";
import type { SetupCreated, SetupFilled, SetupStatus } from "../../../bindings/commands";
import { Gate } from "../../frame/gate";
import { useWords } from "../../words/use";
import { AskKeeper, AskLanguage, AskStation, type NewStation } from "./ask";
import { EnrolStep } from "./enrol";
import styles from "./first.module.css";
import { RecoveryKeyStep } from "./recovery";
import { RestoreStep } from "./restore";
import { AskStick, CarryStep, type Stick } from "./stick";

type Step = "language" | "station" | "stick" | "keeper" | "key" | "hub" | "carry" | "restore";
const NEW: readonly Step[] = ["language", "station", "keeper", "key", "hub"];
const BY_STICK: readonly Step[] = ["language", "stick", "keeper", "key", "carry"];

function Progress({ step, order }: { step: Step; order: readonly Step[] }) {
  const { t } = useWords();
  const at = order.indexOf(step);
  if (at < 0) return null;
  return (
    <ol className={styles["steps"]} aria-label={t("first-progress", { at: at + 1, of: order.length })}>
      {order.map((one, index) => (
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
  const [stick, setStick] = useState<Stick>({ path: "", code: "", seen: null });
  const [isByStick, setByStick] = useState(false);
  const [created, setCreated] = useState<SetupCreated | SetupFilled | null>(null);
  const change = (some: Partial<NewStation>) => setStation((old) => ({ ...old, ...some }));
  const changeStick = (some: Partial<Stick>) => setStick((old) => ({ ...old, ...some }));
  const begin = (byStick: boolean) => {
    setByStick(byStick);
    setStep(byStick ? "stick" : "station");
  };
  const order = isByStick ? BY_STICK : NEW;
  return (
    <Gate title={words.t("first-title")} sub={words.t("first-sub")} band={<Progress step={step} order={order} />}>
      {step === "language" ? (
        <AskLanguage onNext={() => begin(false)} onStick={() => begin(true)} onRestore={() => setStep("restore")} />
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
      {step === "stick" ? (
        <AskStick
          stick={stick}
          onChange={changeStick}
          onNext={() => setStep("keeper")}
          onBack={() => setStep("language")}
        />
      ) : null}
      {step === "keeper" ? (
        <AskKeeper
          station={station}
          stick={isByStick ? stick : null}
          onChange={change}
          onBack={() => setStep(isByStick ? "stick" : "station")}
          onCreated={(done) => {
            setCreated(done);
            setStep("key");
          }}
        />
      ) : null}
      {step === "key" && created ? (
        <RecoveryKeyStep
          created={created}
          station={isByStick ? (stick.seen?.station ?? "") : station.name}
          onNext={() => setStep(isByStick ? "carry" : "hub")}
        />
      ) : null}
      {step === "hub" ? <EnrolStep onDone={onDone} onLater={onDone} /> : null}
      {step === "carry" && created && "taken" in created ? (
        <CarryStep taken={created.taken} stick={stick} onDone={onDone} />
      ) : null}
    </Gate>
  );
}

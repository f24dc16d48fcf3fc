import { useState } from "react";
import type { AppError } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { CheckIcon, HubServerIcon, KeyIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { Question } from "./ask";

/** The hub's address and a one-time code; what is typed stays until it fits. */
export function EnrolForm({ onDone }: { onDone: () => void }) {
  const words = useWords();
  const say = useSay();
  const enroll = useWrite("hub.enroll");
  const [hub, setHub] = useState("https://");
  const [code, setCode] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const canGo = /^https?:\/\/./u.test(hub.trim()) && code.trim() !== "" && !enroll.isRunning;
  const go = async () => {
    if (!canGo) return;
    setError(null);
    try {
      await enroll.run({ hub: hub.trim(), code: code.trim() });
      say({ text: words.t("enrol-done") });
      onDone();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  const isAddress = error?.code === "bad_input" && error.field === "hub";
  return (
    <>
      <Field
        label={words.t("enrol-hub")}
        icon={HubServerIcon}
        value={hub}
        onChange={setHub}
        problem={isAddress ? words.reason(error.reason) : undefined}
        autoFocus
        lang="en"
      />
      <Field
        label={words.t("enrol-code")}
        icon={KeyIcon}
        value={code}
        onChange={setCode}
        onEnter={() => void go()}
        hint={words.t("enrol-code-hint")}
        lang="en"
      />
      <Problem error={isAddress ? null : error} />
      <Btn
        look="main"
        big
        label={words.t(enroll.isRunning ? "enrol-going" : "enrol-go")}
        icon={CheckIcon}
        keys="F12"
        onPress={() => void go()}
        isDisabled={!canGo}
      />
    </>
  );
}

/** The last question of the first start; it can wait for weeks. */
export function EnrolStep({ onDone, onLater }: { onDone: () => void; onLater: () => void }) {
  const words = useWords();
  return (
    <Question
      title={words.t("enrol-title")}
      hint={words.t("enrol-hint")}
      actions={
        <>
          <span className="sp" />
          <Btn label={words.t("enrol-later")} keys="Esc" onPress={onLater} />
        </>
      }
    >
      <EnrolForm onDone={onDone} />
    </Question>
  );
}

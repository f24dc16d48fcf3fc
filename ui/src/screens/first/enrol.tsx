import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { CheckIcon, HubServerIcon, KeyIcon } from "../../parts/icons";
import { KeptLine } from "../../parts/kept";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useWords } from "../../words/use";
import { Question } from "./ask";

/** The hub's address and a one-time code; what is typed stays until it fits. `autoFocus` where nothing else is asked. */
export function EnrolForm({ onDone, autoFocus = false }: { onDone: () => void; autoFocus?: boolean }) {
  const words = useWords();
  const say = useSay();
  const enroll = useWrite("hub.enroll");
  const form = useForm("enrol", "", { hub: "https://", code: "" });
  const { hub, code } = form.value;
  const saving = useSaving(["hub"]);
  const canGo = /^https?:\/\/./u.test(hub.trim()) && code.trim() !== "" && !saving.isRunning;
  const go = () => {
    if (!canGo) return;
    void saving.run(async () => {
      await enroll.run({ hub: hub.trim(), code: code.trim() });
      form.drop();
      say({ text: words.t("enrol-done") });
      onDone();
    });
  };
  return (
    <>
      <KeptLine form={form} />
      <Field
        label={words.t("enrol-hub")}
        icon={HubServerIcon}
        value={hub}
        onChange={(next) => form.set({ hub: next })}
        problem={saving.problem("hub")}
        autoFocus={autoFocus}
        lang="en"
      />
      <Field
        label={words.t("enrol-code")}
        icon={KeyIcon}
        value={code}
        onChange={(next) => form.set({ code: next })}
        onEnter={go}
        hint={words.t("enrol-code-hint")}
        lang="en"
      />
      <Problem error={saving.error} />
      <Btn
        look="main"
        big
        label={words.t(saving.isRunning ? "enrol-going" : "enrol-go")}
        icon={CheckIcon}
        keys="F12"
        onPress={go}
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
      <EnrolForm onDone={onDone} autoFocus />
    </Question>
  );
}

import { useState } from "react";
import type { OperatorTile } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { PinField } from "../../parts/digits";
import { Field } from "../../parts/field";
import { CheckIcon, KeyIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";

/** A new PIN by the recovery key, when no keeper can sign in. */
export function ForgotPin({
  operators,
  chosen,
  onClose,
}: {
  operators: readonly OperatorTile[];
  chosen: string;
  onClose: () => void;
}) {
  const words = useWords();
  const say = useSay();
  const reset = useWrite("pin.reset");
  const [key, setKey] = useState("");
  const [pin, setPin] = useState("");
  const name = operators.find((one) => one.id === chosen)?.name ?? "";
  const save = () =>
    void reset
      .run({ operator: name, recovery_key: key, pin })
      .then(() => {
        say({ text: words.t("forgot-done", { name }) });
        onClose();
      })
      .catch(() => undefined);
  return (
    <Dialog
      title={words.t("forgot-title", { name })}
      onClose={onClose}
      actions={
        <Btn
          look="main"
          label={words.t("forgot-set")}
          icon={CheckIcon}
          onPress={save}
          isDisabled={key.trim() === "" || pin.length < 4 || reset.isRunning}
        />
      }
    >
      <p>{words.t("forgot-ask-keeper")}</p>
      <Field label={words.t("forgot-key")} icon={KeyIcon} value={key} onChange={setKey} autoFocus />
      <PinField label={words.t("forgot-pin")} pin={pin} onPin={setPin} />
      <Problem error={reset.error} />
    </Dialog>
  );
}

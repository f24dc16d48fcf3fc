import { useState } from "react";
import type { VillagerRow } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { DropIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";

/** Erases a person for good. This one cannot be undone, so the name has to be typed. */
export function Erase({ villager }: { villager: Pick<VillagerRow, "id" | "name"> }) {
  const words = useWords();
  const say = useSay();
  const erase = useWrite("person.erase");
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const close = () => {
    setOpen(false);
    setTyped("");
    erase.clear();
  };
  const go = () =>
    void erase
      .run({ id: villager.id })
      .then(() => {
        say({ text: words.t("erase-done") });
        close();
      })
      .catch(() => undefined);
  return (
    <>
      <Btn look="quiet" label={words.t("erase-open")} icon={DropIcon} onPress={() => setOpen(true)} />
      {isOpen ? (
        <Dialog
          title={words.t("erase-title")}
          onClose={close}
          actions={
            <Btn
              label={words.t("erase-go")}
              icon={DropIcon}
              onPress={go}
              isDisabled={typed.trim() !== villager.name.trim() || erase.isRunning}
            />
          }
        >
          <p>{words.t("erase-hint")}</p>
          <Field label={words.t("erase-type", { name: villager.name })} value={typed} onChange={setTyped} autoFocus />
          <Problem error={erase.error} />
        </Dialog>
      ) : null}
    </>
  );
}

import type { VillagerRow } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CheckIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { langOf } from "../../parts/written";
import { useForm } from "../../state/form";
import { useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useWords } from "../../words/use";

/** A villager who brings goods for the first time: enough to take them in, the rest later. */
export function Newcomer(props: { typed: string; onClose: () => void; onAdded: (villager: VillagerRow) => void }) {
  const words = useWords();
  const { t } = words;
  const isTibetan = langOf(props.typed) === "bo";
  const form = useForm("villager", "newcomer", {
    name: isTibetan ? "" : props.typed,
    nameBo: isTibetan ? props.typed : "",
    phone: "",
  });
  const { name, nameBo, phone } = form.value;
  const station = useRead("station.status", {}).data;
  const add = useWrite("villager.add");
  const saving = useSaving(["name", "name_bo", "phone"]);
  const { problem } = saving;
  const save = () =>
    void saving.run(async () => {
      const row = await add.run({
        name: name || nameBo,
        name_bo: nameBo,
        phone,
        payout: "cash",
        account: "",
        photo: "",
        thumbnail: "",
        place: station?.place ?? "",
      });
      form.drop();
      props.onAdded(row);
    });
  return (
    <Dialog
      title={t("intake-new-villager")}
      onClose={props.onClose}
      form={form}
      actions={
        <Btn
          look="main"
          label={t("screen-add")}
          icon={CheckIcon}
          keys="F12"
          isDisabled={saving.isRunning}
          onPress={save}
        />
      }
    >
      <Field
        label={t("intake-name")}
        value={name}
        onChange={(next) => form.set({ name: next })}
        problem={problem("name")}
        autoFocus={!isTibetan}
        onEnter={save}
      />
      <Field
        label={t("intake-name-bo")}
        value={nameBo}
        onChange={(next) => form.set({ nameBo: next })}
        problem={problem("name_bo")}
        lang="bo"
        autoFocus={isTibetan}
        onEnter={save}
      />
      <Field
        label={t("intake-phone")}
        kind="phone"
        value={phone}
        onChange={(next) => form.set({ phone: next })}
        problem={problem("phone")}
        onEnter={save}
      />
      <Problem error={saving.error} />
    </Dialog>
  );
}

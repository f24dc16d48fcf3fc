import { useState } from "react";
import type { VillagerRow } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CheckIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { langOf } from "../../parts/written";
import { useRead, useWrite } from "../../state/read";
import { useWords } from "../../words/use";

/** A villager who brings goods for the first time: enough to take them in, the rest later. */
export function Newcomer(props: { typed: string; onClose: () => void; onAdded: (villager: VillagerRow) => void }) {
  const words = useWords();
  const { t } = words;
  const isTibetan = langOf(props.typed) === "bo";
  const [name, setName] = useState(isTibetan ? "" : props.typed);
  const [nameBo, setNameBo] = useState(isTibetan ? props.typed : "");
  const [phone, setPhone] = useState("");
  const station = useRead("station.status", {}).data;
  const add = useWrite("villager.add");
  const problem = (field: string) =>
    add.error?.code === "bad_input" && add.error.field === field ? words.reason(add.error.reason) : undefined;
  const isNamed = ["name", "name_bo", "phone"].some((field) => problem(field) !== undefined);
  const save = async () => {
    if (add.isRunning) return;
    const input = {
      name: name || nameBo,
      name_bo: nameBo,
      phone,
      payout: "cash",
      account: "",
      photo: "",
      thumbnail: "",
    };
    const row = await add.run({ ...input, place: station?.place ?? "" }).catch(() => null);
    if (row) props.onAdded(row);
  };
  return (
    <Dialog
      title={t("intake-new-villager")}
      onClose={props.onClose}
      actions={
        <Btn
          look="main"
          label={t("screen-add")}
          icon={CheckIcon}
          keys="F12"
          isDisabled={add.isRunning}
          onPress={() => void save()}
        />
      }
    >
      <Field
        label={t("intake-name")}
        value={name}
        onChange={setName}
        problem={problem("name")}
        autoFocus={!isTibetan}
        onEnter={() => void save()}
      />
      <Field
        label={t("intake-name-bo")}
        value={nameBo}
        onChange={setNameBo}
        problem={problem("name_bo")}
        lang="bo"
        autoFocus={isTibetan}
        onEnter={() => void save()}
      />
      <Field
        label={t("intake-phone")}
        kind="phone"
        value={phone}
        onChange={setPhone}
        problem={problem("phone")}
        onEnter={() => void save()}
      />
      {isNamed ? null : <Problem error={add.error} />}
    </Dialog>
  );
}

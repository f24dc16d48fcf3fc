import { useState } from "react";
import type { OperatorRow } from "../../../bindings/commands";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { PinField } from "../../parts/digits";
import { Field } from "../../parts/field";
import { CheckIcon, EditIcon, KeyIcon, PersonIcon, PlusIcon } from "../../parts/icons";
import { Failed, Loading, Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { type Form, useForm } from "../../state/form";
import { useRead, useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import styles from "./settings.module.css";

const ROLES = ["operator", "helper", "host", "keeper"] as const;

/** Name and role of somebody who works here. */
function Who({ form }: { form: Form<{ name: string; role: string }> }) {
  const words = useWords();
  const { name, role } = form.value;
  return (
    <>
      <Field
        label={words.t("first-keeper-name")}
        icon={PersonIcon}
        value={name}
        onChange={(next) => form.set({ name: next })}
        maxLength={80}
        autoFocus
      />
      <Choice<string>
        look="cards"
        label={words.t("people-role")}
        value={role}
        onChange={(next) => form.set({ role: next })}
        options={ROLES.map((one) => ({ id: one, label: words.word("role", one) }))}
      />
      <p className="small">{words.word("role-hint", role)}</p>
    </>
  );
}

/** Somebody new. The PIN is a secret: it is typed anew when the dialog is opened again. */
function Add({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const say = useSay();
  const add = useWrite("operator.add");
  const form = useForm("operator", "new", { name: "", role: "operator" });
  const { name, role } = form.value;
  const [pin, setPin] = useState("");
  const canGo = name.trim() !== "" && pin.length >= 4 && !add.isRunning;
  const save = () =>
    void add
      .run({ name, role, pin })
      .then(() => {
        form.drop();
        say({ text: words.t("people-added", { name: name.trim() }) });
        onClose();
      })
      .catch(() => undefined);
  return (
    <Dialog
      title={words.t("people-add")}
      onClose={onClose}
      form={form}
      actions={<Btn look="main" label={words.t("screen-add")} icon={CheckIcon} onPress={save} isDisabled={!canGo} />}
    >
      <Who form={form} />
      <PinField label={words.t("first-pin")} pin={pin} onPin={setPin} onEnter={() => (canGo ? save() : undefined)} />
      <Problem error={add.error} />
    </Dialog>
  );
}

function Change({ person, onClose }: { person: OperatorRow; onClose: () => void }) {
  const words = useWords();
  const say = useSay();
  const change = useWrite("operator.change");
  const form = useForm("operator", person.id, { name: person.name, role: person.role });
  const { name, role } = form.value;
  const run = (isActive: boolean) =>
    void change
      .run({ id: person.id, name, role, is_active: isActive })
      .then(() => {
        form.drop();
        say({ text: words.t("screen-saved") });
        onClose();
      })
      .catch(() => undefined);
  return (
    <Dialog
      title={person.name}
      onClose={onClose}
      form={form}
      actions={
        <>
          <Btn
            look="quiet"
            label={words.t(person.is_active ? "people-let-go" : "people-back")}
            onPress={() => run(!person.is_active)}
          />
          <span className="sp" />
          <Btn
            look="main"
            label={words.t("screen-save")}
            icon={CheckIcon}
            onPress={() => run(person.is_active)}
            isDisabled={name.trim() === "" || change.isRunning}
          />
        </>
      }
    >
      <Who form={form} />
      <Problem error={change.error} />
    </Dialog>
  );
}

function NewPin({ person, onClose }: { person: OperatorRow; onClose: () => void }) {
  const words = useWords();
  const say = useSay();
  const set = useWrite("pin.set");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const canGo = pin.length >= 4 && pin === again && !set.isRunning;
  const save = () =>
    void set
      .run({ operator: person.id, pin })
      .then(() => {
        say({ text: words.t("forgot-done", { name: person.name }) });
        onClose();
      })
      .catch(() => undefined);
  return (
    <Dialog
      title={words.t("forgot-title", { name: person.name })}
      onClose={onClose}
      actions={<Btn look="main" label={words.t("forgot-set")} icon={CheckIcon} onPress={save} isDisabled={!canGo} />}
    >
      <PinField label={words.t("forgot-pin")} pin={pin} onPin={setPin} autoFocus />
      <PinField
        label={words.t("first-pin-again")}
        pin={again}
        onPin={setAgain}
        problem={again !== "" && again !== pin ? words.t("first-pin-differs") : undefined}
        onEnter={() => (canGo ? save() : undefined)}
      />
      <Problem error={set.error} />
    </Dialog>
  );
}

/** Who works here, in which role, with a PIN on this PC or without. */
export function PeoplePart() {
  const words = useWords();
  const { who, may } = useSession();
  const list = useRead("operator.list", {});
  const [open, setOpen] = useStays<{ kind: "add" | "change" | "pin"; id: string } | null>("people", null);
  const isKeeper = may("operator.add");
  if (list.error) return <Failed error={list.error} onAgain={list.again} />;
  if (!list.data) return <Loading />;
  const close = () => setOpen(null);
  const chosen = list.data.find((one) => one.id === open?.id);
  return (
    <div className={styles["stack"]}>
      <div className={styles["acts"]}>
        <h2 className="sp">{words.t("settings-people")}</h2>
        {isKeeper ? (
          <Btn
            look="main"
            label={words.t("people-add")}
            icon={PlusIcon}
            keys="F4"
            onPress={() => setOpen({ kind: "add", id: "" })}
          />
        ) : null}
      </div>
      <ul className={styles["rows"]}>
        {list.data.map((person) => (
          <li key={person.id} className={person.is_active ? "" : styles["gone"]}>
            <Avatar name={person.name} size={44} />
            <span className="col sp">
              <b className="ell" title={person.name}>
                {person.name}
              </b>
              <span className="meta">
                {words.word("role", person.role)}
                {person.has_pin ? "" : ` · ${words.t("people-no-pin")}`}
                {person.is_active ? "" : ` · ${words.t("people-gone")}`}
              </span>
            </span>
            {(isKeeper || person.id === who.id) && person.is_active ? (
              <Btn
                label={words.t("people-pin")}
                icon={KeyIcon}
                onPress={() => setOpen({ kind: "pin", id: person.id })}
              />
            ) : null}
            {isKeeper ? (
              <Btn
                look="quiet"
                label={words.t("screen-edit")}
                icon={EditIcon}
                onPress={() => setOpen({ kind: "change", id: person.id })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {open?.kind === "add" ? <Add onClose={close} /> : null}
      {open?.kind === "change" && chosen ? <Change key={chosen.id} person={chosen} onClose={close} /> : null}
      {open?.kind === "pin" && chosen ? <NewPin person={chosen} onClose={close} /> : null}
    </div>
  );
}

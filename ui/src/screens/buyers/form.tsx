import { useEffect, useState } from "react";
import type { AppError, BuyerCard, BuyerInput, PastedBuyer } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { PasteIcon } from "../../parts/icons";
import { PersonDialog } from "../../parts/person";
import { PlacePick } from "../../parts/place";
import { useSay } from "../../parts/toast";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useWords } from "../../words/use";
import styles from "./buyers.module.css";

type Known = Pick<BuyerInput, "name" | "phone" | "region" | "place" | "address">;
type Typed = Known & { pasted: string; placeTyped: string };
const NOBODY: Known = { name: "", phone: "", region: [], place: "", address: "" };

/** What was read out of a pasted text; what it does not tell stays as it is. */
export function readOf(read: PastedBuyer): Partial<Typed> {
  return {
    ...(read.name ? { name: read.name } : {}),
    ...(read.phone ? { phone: read.phone } : {}),
    ...(read.place ? { place: read.place, region: read.region } : {}),
    ...(read.address ? { address: read.address } : {}),
    pasted: "",
  };
}

/** To change a contact one has to see it whole; the station notes that it was looked at. */
async function wholeOf(id: string): Promise<Known> {
  const [buyer, whole] = await Promise.all([call("buyer.show", { id }), call("person.reveal", { id, why: "screen" })]);
  const { name, phone, region, address } = whole;
  return { name, phone, region, place: buyer.place, address };
}

/** Adds a buyer, or changes the one of `id`. */
export function BuyerForm(props: {
  id?: string | undefined;
  onClose: () => void;
  onSaved: (saved: BuyerCard) => void;
}) {
  const { id } = props;
  const [known, setKnown] = useState<Known | null>(id === undefined ? NOBODY : null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    if (id === undefined) return;
    void wholeOf(id)
      .then(setKnown)
      .catch((thrown: unknown) => setError(errorOf(thrown)));
  }, [id]);
  return <Form {...props} known={known} trouble={error} />;
}

function Form(props: {
  id?: string | undefined;
  /** The contact as it stands; null while it is read. */
  known: Known | null;
  trouble: AppError | null;
  onClose: () => void;
  onSaved: (saved: BuyerCard) => void;
}) {
  const words = useWords();
  const say = useSay();
  const { id, known } = props;
  const write = useWrite("buyer.save");
  const form = useForm<Typed>("buyer", id ?? "new", { ...(known ?? NOBODY), pasted: "", placeTyped: "" });
  const typed = form.value;
  const { set } = form;
  const saving = useSaving(["name", "phone", "address"]);
  const { problem } = saving;
  const paste = () => void saving.run(async () => set(readOf(await call("buyer.paste", { text: typed.pasted }))));
  const save = () =>
    void saving.run(async () => {
      const { pasted: _, placeTyped: __, ...contact } = typed;
      const saved = await write.run({ ...contact, ...(id === undefined ? {} : { id }) });
      form.drop();
      say({ text: words.t("screen-saved") });
      props.onSaved(saved);
    });
  return (
    <PersonDialog
      title={words.t(id === undefined ? "buyers-add" : "buyers-change")}
      form={form}
      error={props.trouble ?? saving.error}
      canSave={known !== null && (typed.name.trim() !== "" || typed.phone.trim() !== "") && !saving.isRunning}
      onSave={save}
      onClose={props.onClose}
      above={
        <div className={styles["paste"]}>
          <Field
            label={words.t("buyers-paste")}
            value={typed.pasted}
            onChange={(pasted) => set({ pasted })}
            lines={2}
            autoFocus={id === undefined}
            lang="zh-CN"
          />
          <Btn
            look="soft"
            label={words.t("buyers-paste-read")}
            icon={PasteIcon}
            onPress={paste}
            isDisabled={typed.pasted.trim() === ""}
          />
        </div>
      }
      fields={
        known ? (
          <>
            <Field
              label={words.t("first-keeper-name")}
              value={typed.name}
              onChange={(name) => set({ name })}
              problem={problem("name")}
              autoFocus={id !== undefined}
              lang="zh-CN"
            />
            <Field
              kind="phone"
              label={words.t("villagers-phone")}
              value={typed.phone}
              onChange={(phone) => set({ phone })}
              problem={problem("phone")}
              maxLength={40}
            />
            <PlacePick
              label={words.t("buyers-place")}
              code={typed.place}
              onPick={(place, region) => set({ place, region, placeTyped: "" })}
              typed={typed.placeTyped}
              onTyped={(placeTyped) => set({ placeTyped })}
            />
            <Field
              label={words.t("buyers-address")}
              value={typed.address}
              onChange={(address) => set({ address })}
              problem={problem("address")}
              lang="zh-CN"
            />
          </>
        ) : null
      }
    />
  );
}

import { useEffect, useState } from "react";
import type { AppError, BuyerCard, BuyerInput } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CheckIcon, PasteIcon } from "../../parts/icons";
import { PlacePick } from "../../parts/place";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./buyers.module.css";

type Typed = Pick<BuyerInput, "name" | "phone" | "region" | "place" | "address">;
const NOBODY: Typed = { name: "", phone: "", region: [], place: "", address: "" };

/** Adds a buyer, or changes the one of `id`; a pasted block of chat fills it. */
export function BuyerForm({
  id,
  onClose,
  onSaved,
}: {
  id?: string;
  onClose: () => void;
  onSaved: (saved: BuyerCard) => void;
}) {
  const words = useWords();
  const say = useSay();
  const save = useWrite("buyer.save");
  const [typed, setTyped] = useState<Typed | null>(id === undefined ? NOBODY : null);
  const [pasted, setPasted] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    if (id === undefined) return;
    // To change a contact one has to see it whole; the station notes that it was looked at.
    void Promise.all([call("buyer.show", { id }), call("person.reveal", { id, why: "screen" })])
      .then(([buyer, whole]) =>
        setTyped({
          name: whole.name,
          phone: whole.phone,
          region: whole.region,
          place: buyer.place,
          address: whole.address,
        }),
      )
      .catch((thrown: unknown) => setError(errorOf(thrown)));
  }, [id]);
  const set = (some: Partial<Typed>) => setTyped((old) => ({ ...(old ?? NOBODY), ...some }));
  const paste = async () => {
    try {
      const read = await call("buyer.paste", { text: pasted });
      set({
        ...(read.name ? { name: read.name } : {}),
        ...(read.phone ? { phone: read.phone } : {}),
        ...(read.place ? { place: read.place, region: read.region } : {}),
        ...(read.address ? { address: read.address } : {}),
      });
      setPasted("");
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  const go = async () => {
    if (!typed) return;
    setError(null);
    try {
      const saved = await save.run({ ...typed, ...(id === undefined ? {} : { id }) });
      say({ text: words.t("screen-saved") });
      onSaved(saved);
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  const problem = (field: string) =>
    error?.code === "bad_input" && error.field === field ? words.reason(error.reason) : undefined;
  const isNamed = error?.code === "bad_input" && ["name", "phone", "address"].includes(error.field);
  const canSave = typed !== null && (typed.name.trim() !== "" || typed.phone.trim() !== "") && !save.isRunning;
  return (
    <Dialog
      title={words.t(id === undefined ? "buyers-add" : "buyers-change")}
      onClose={onClose}
      wide
      actions={
        <Btn
          look="main"
          label={words.t("screen-save")}
          icon={CheckIcon}
          keys="F12"
          inFields
          onPress={() => void go()}
          isDisabled={!canSave}
        />
      }
    >
      <div className={styles["paste"]}>
        <Field
          label={words.t("buyers-paste")}
          value={pasted}
          onChange={setPasted}
          lines={2}
          autoFocus={id === undefined}
          lang="zh-CN"
        />
        <Btn
          look="soft"
          label={words.t("buyers-paste-read")}
          icon={PasteIcon}
          onPress={() => void paste()}
          isDisabled={pasted.trim() === ""}
        />
      </div>
      {typed ? (
        <div className={styles["form"]}>
          <Field
            label={words.t("first-keeper-name")}
            value={typed.name}
            onChange={(name) => set({ name })}
            problem={problem("name")}
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
            onPick={(place, region) => set({ place, region })}
          />
          <Field
            label={words.t("buyers-address")}
            value={typed.address}
            onChange={(address) => set({ address })}
            problem={problem("address")}
            lang="zh-CN"
          />
        </div>
      ) : null}
      <Problem error={isNamed ? null : error} />
    </Dialog>
  );
}

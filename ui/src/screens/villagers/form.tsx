import { useState } from "react";
import type { AppError, VillagerRow } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CheckIcon } from "../../parts/icons";
import { PhotoPick } from "../../parts/photo";
import { PlacePick } from "../../parts/place";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import styles from "./villagers.module.css";

const WAYS = ["cash", "wechat", "alipay", "bank"] as const;

/** What one types about a villager. */
interface Typed {
  name: string;
  name_bo: string;
  phone: string;
  payout: string;
  account: string;
  place: string;
  photo: string;
  thumbnail: string;
}

/** What differs from what is known: a write names only the fields that it changes. */
export function changes(before: Typed, after: Typed): Partial<Typed> {
  const changed: Partial<Typed> = {};
  for (const field of Object.keys(after) as (keyof Typed)[]) {
    if (after[field].trim() !== before[field]) changed[field] = after[field].trim();
  }
  return changed;
}

/** Adds a villager, or changes one. */
export function VillagerForm(props: {
  villager?: VillagerRow | undefined;
  onClose: () => void;
  onSaved: (saved: VillagerRow) => void;
}) {
  const words = useWords();
  const say = useSay();
  const { villager } = props;
  const before: Typed = {
    name: villager?.name ?? "",
    name_bo: villager?.name_bo ?? "",
    phone: villager?.phone ?? "",
    payout: villager?.payout || "cash",
    account: villager?.account ?? "",
    place: villager?.place ?? "",
    photo: villager?.photo ?? "",
    thumbnail: villager?.thumbnail ?? "",
  };
  const [typed, setTyped] = useState(before);
  const [error, setError] = useState<AppError | null>(null);
  const add = useWrite("villager.add");
  const change = useWrite("villager.change");
  const set = (some: Partial<Typed>) => setTyped((old) => ({ ...old, ...some }));
  const isRunning = add.isRunning || change.isRunning;
  const save = async (isActive?: boolean) => {
    setError(null);
    try {
      const saved = villager
        ? await change.run({
            id: villager.id,
            ...changes(before, typed),
            ...(isActive === undefined ? {} : { is_active: isActive }),
          })
        : await add.run(typed);
      say({ text: words.t("screen-saved") });
      props.onSaved(saved);
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  const problem = (field: string) =>
    error?.code === "bad_input" && error.field === field ? words.reason(error.reason) : undefined;
  const isNamed = error?.code === "bad_input" && ["name", "name_bo", "phone", "account"].includes(error.field);
  const canSave = (typed.name.trim() !== "" || typed.name_bo.trim() !== "") && !isRunning;
  return (
    <Dialog
      title={villager ? words.t("villagers-change") : words.t("villagers-add")}
      onClose={props.onClose}
      wide
      actions={
        <>
          {villager ? (
            <Btn
              look="quiet"
              label={words.t(villager.is_active ? "villagers-let-go" : "villagers-back")}
              onPress={() => void save(!villager.is_active)}
              isDisabled={isRunning}
            />
          ) : null}
          <span className="sp" />
          <Btn
            look="main"
            label={words.t("screen-save")}
            icon={CheckIcon}
            keys="F12"
            inFields
            onPress={() => void save()}
            isDisabled={!canSave}
          />
        </>
      }
    >
      <div className={styles["form"]}>
        <Field
          label={words.t("villagers-name")}
          value={typed.name}
          onChange={(name) => set({ name })}
          problem={problem("name")}
          autoFocus
          lang="zh-CN"
        />
        <Field
          label={words.t("villagers-name-bo")}
          value={typed.name_bo}
          onChange={(name) => set({ name_bo: name })}
          problem={problem("name_bo")}
          lang="bo"
        />
        <Field
          kind="phone"
          label={words.t("villagers-phone")}
          value={typed.phone}
          onChange={(phone) => set({ phone })}
          problem={problem("phone")}
          maxLength={40}
        />
        <PlacePick label={words.t("first-station-place")} code={typed.place} onPick={(place) => set({ place })} />
      </div>
      <Choice
        look="cards"
        label={words.t("villagers-payout")}
        value={typed.payout}
        onChange={(payout) => set({ payout })}
        options={WAYS.map((way) => ({ id: way, label: words.word("orders-way", way) }))}
      />
      {typed.payout === "cash" ? null : (
        <Field
          label={words.t("villagers-account")}
          value={typed.account}
          onChange={(account) => set({ account })}
          problem={problem("account")}
          maxLength={80}
        />
      )}
      <PhotoPick
        label={words.t("photo-take")}
        photo={typed.photo}
        onTaken={(taken) => set({ photo: taken.photo, thumbnail: taken.thumbnail })}
      />
      <Problem error={isNamed ? null : error} />
    </Dialog>
  );
}

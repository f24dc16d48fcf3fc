import type { VillagerRow } from "../../../bindings/commands";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { PersonDialog } from "../../parts/person";
import { PhotoPick } from "../../parts/photo";
import { PlacePick } from "../../parts/place";
import { useSay } from "../../parts/toast";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useWords } from "../../words/use";

const WAYS = ["cash", "wechat", "alipay", "bank"] as const;

/** What is known of a villager and can be changed. */
const FIELDS = ["name", "name_bo", "phone", "payout", "account", "place", "photo", "thumbnail"] as const;

type Known = Record<(typeof FIELDS)[number], string>;

/** What one types about a villager. */
type Typed = Known & { placeTyped: string };

/** What differs from what is known: a write names only the fields that it changes. */
export function changes(before: Known, after: Known): Partial<Known> {
  const changed: Partial<Known> = {};
  for (const field of FIELDS) {
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
    placeTyped: "",
  };
  const form = useForm<Typed>("villager", villager?.id ?? "new", before);
  const typed = form.value;
  const { set } = form;
  const add = useWrite("villager.add");
  const change = useWrite("villager.change");
  const saving = useSaving(["name", "name_bo", "phone", "account"]);
  const { problem } = saving;
  const save = (isActive?: boolean) =>
    void saving.run(async () => {
      const { placeTyped: _, ...input } = typed;
      const active = isActive === undefined ? {} : { is_active: isActive };
      const saved = villager
        ? await change.run({ id: villager.id, ...changes(before, typed), ...active })
        : await add.run(input);
      form.drop();
      say({ text: words.t("screen-saved") });
      props.onSaved(saved);
    });
  return (
    <PersonDialog
      title={villager ? words.t("villagers-change") : words.t("villagers-add")}
      form={form}
      error={saving.error}
      canSave={(typed.name.trim() !== "" || typed.name_bo.trim() !== "") && !saving.isRunning}
      onSave={() => save()}
      onClose={props.onClose}
      seldom={
        villager ? (
          <Btn
            look="quiet"
            label={words.t(villager.is_active ? "villagers-let-go" : "villagers-back")}
            onPress={() => save(!villager.is_active)}
            isDisabled={saving.isRunning}
          />
        ) : null
      }
      fields={
        <>
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
          <PlacePick
            label={words.t("first-station-place")}
            code={typed.place}
            onPick={(place) => set({ place, placeTyped: "" })}
            typed={typed.placeTyped}
            onTyped={(placeTyped) => set({ placeTyped })}
          />
        </>
      }
      below={
        <>
          <Choice
            look="cards"
            label={words.t("villagers-payout")}
            value={typed.payout}
            onChange={(payout) => set({ payout })}
            options={WAYS.map((way) => ({ id: way, label: words.word("way", way) }))}
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
            blank={<Avatar name={typed.name || "?"} nameBo={typed.name_bo} size={72} />}
            onTaken={(taken) => set({ photo: taken.photo, thumbnail: taken.thumbnail })}
          />
        </>
      }
    />
  );
}

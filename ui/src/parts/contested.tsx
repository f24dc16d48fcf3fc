import { useRef } from "react";
import { Button } from "react-aria-components";
import type { ContestedField, ContestedValue } from "../../bindings/commands";
import { errorOf } from "../bridge";
import { useRead, useWrite } from "../state/read";
import { useActor } from "../words/actor";
import { useWords } from "../words/use";
import styles from "./contested.module.css";
import { Icon } from "./icon";
import { AlertIcon } from "./icons";
import { Picture } from "./picture";
import { Failed } from "./states";
import { useSay } from "./toast";
import { Written } from "./written";

/** A photo is one thing for people: its thumbnail goes along. */
export const shownFields = (fields: readonly ContestedField[]): ContestedField[] =>
  fields.filter(({ field }) => field !== "thumbnail" || !fields.some((one) => one.field === "photo"));

/** What is chosen with a value: itself, and of a photo the thumbnail that came with it. */
export function choicesOf(fields: readonly ContestedField[], field: string, fact: string) {
  const others = fields.filter((one) => field === "photo" && one.field === "thumbnail");
  return [
    { field, fact },
    ...others.flatMap((one) =>
      one.values.filter((value) => value.fact === fact).map(() => ({ field: one.field, fact })),
    ),
  ];
}

/** What two people changed without knowing of each other: every value, who wrote it and when, and a person's choice. */
export function Contested(props: {
  /** Of what. */
  id: string;
  /** Which fields, as its row says; none, and nothing is shown. */
  fields: readonly string[];
  mayChoose: boolean;
  /** What a field is called, where it is called otherwise here. */
  label?: ((field: string) => string | undefined) | undefined;
  /** Writes again what a field showed before the choice. */
  undoOf?: ((field: string) => (() => Promise<unknown>) | undefined) | undefined;
}) {
  const words = useWords();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { id, fields } = props;
  const read = useRead("contested.show", { id }, { isOff: fields.length === 0 });
  const choose = useWrite("contested.choose");
  if (fields.length === 0) return null;
  if (read.error) return <Failed error={read.error} onAgain={read.again} />;
  const all = read.data ?? [];
  const refused = (thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire", forMs: 9_000 });
  const take = async (field: string, fact: string) => {
    const around = box.current?.closest<HTMLElement>("section");
    const undo = props.undoOf?.(field);
    try {
      for (const one of choicesOf(all, field, fact)) await choose.run({ id, ...one });
      const back = undo ? { undo: () => void undo().catch(refused) } : {};
      say({ text: words.t("contested-chosen"), ...back });
    } catch (thrown) {
      refused(thrown);
    }
    // The pressed button went away with the question.
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      around?.querySelector<HTMLElement>("[data-side], button, a, [tabindex]")?.focus();
    });
  };
  const nameOf = (field: string) =>
    (props.label?.(field) ?? words.word("field", field.replace(/_fen$/u, ""))).replace(/།$/u, "");
  return (
    <div ref={box} className={styles["contested"]} role="alert">
      <b>
        <Icon of={AlertIcon} /> {words.t("contested-two-people")}
      </b>
      {shownFields(all).map(({ field, values }) => (
        <fieldset key={field} className={styles["sides"]}>
          <legend className="meta">{nameOf(field)}</legend>
          {values.map((value) => (
            <Button
              key={value.fact}
              className={styles["side"] ?? ""}
              data-side=""
              isDisabled={!props.mayChoose || choose.isRunning}
              onPress={() => void take(field, value.fact)}
            >
              <Value field={field} value={value.value} />
              <By value={value} />
            </Button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** Who wrote a value, and when. */
function By({ value }: { value: ContestedValue }) {
  const words = useWords();
  const actor = useActor();
  return (
    <span className="meta">
      <Written text={actor(value.actor)} /> · {words.shortDate(value.at_ms)} {words.time(value.at_ms)}
      {value.doubtful ? ` · ${words.t("screen-date-doubtful")}` : ""}
    </span>
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const texts = (values: readonly unknown[]) =>
  values.flat().filter((one): one is string => typeof one === "string" && one !== "");

/** What a contact or names in three languages say, one after the other. */
export function partsOf(value: Record<string, unknown>): string[] {
  const { name, name_bo, phone, region, address, account, bo, en } = value;
  const parts = texts([name, name_bo, phone, account, bo, value["zh-CN"], en]);
  const place = texts([region, address]).join(" ");
  return place === "" ? parts : [...parts, place];
}

/** One value, as a person reads it. */
function Value({ field, value }: { field: string; value: unknown }) {
  const words = useWords();
  if (field === "place" && typeof value === "string") return <Place code={value} />;
  if (field === "photo" || field === "thumbnail") {
    return <Picture photo={typeof value === "string" ? value : undefined} width={72} height={54} />;
  }
  if (isRecord(value)) {
    const parts = partsOf(value);
    return (
      <span className={styles["parts"]}>
        {parts.length === 0
          ? "—"
          : parts.map((part, at) => <Written key={at} text={part} className={styles["said"]} />)}
      </span>
    );
  }
  let text = "—";
  if (typeof value === "number")
    text = /_fen$|^price\/|^floor\//u.test(field) ? `¥${words.price(value)}` : words.grouped(value);
  else if (typeof value === "boolean") text = words.t(value ? "contested-yes" : "contested-no");
  else if (typeof value === "string" && value !== "") text = wordOf(field, value, words.word);
  return <Written text={text} className={styles["said"]} />;
}

/** A choice by its word of the program, any other text as it is. */
function wordOf(field: string, value: string, word: (group: string, word: string) => string): string {
  const group = { payout: "way", state: "listing", role: "role" }[field];
  return group === undefined ? value : word(group, value).replace(/།$/u, "");
}

function Place({ code }: { code: string }) {
  const found = useRead("place.find", { find: code, state: "", limit: 1 }, { isOff: code === "" }).data?.[0];
  return <Written text={found?.path.join(" ") ?? (code || "—")} className={styles["said"]} />;
}

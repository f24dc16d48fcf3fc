import { Button } from "react-aria-components";
import type { Commands, ListingRow } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { AlertIcon } from "../../parts/icons";
import { Picture } from "../../parts/picture";
import { Failed } from "../../parts/states";
import { Written } from "../../parts/written";
import { useRead } from "../../state/read";
import type { Key } from "../../words/keys";
import { useWords } from "../../words/use";
import styles from "./listings.module.css";

type Change = Commands["listing.change"]["input"];
type Shown = Commands["listing.show"]["output"];
type Value = Shown["values"][number]["values"][number];

const LABELS: Record<string, Key> = {
  price: "listings-price",
  title: "listings-title",
  wording: "listings-wording",
  photo: "listings-photo",
  thumbnail: "listings-photo",
  state: "listings-state",
};

/** What two people changed without knowing of each other: both values, and a person's choice. */
export function Contested({ row, onChosen }: { row: ListingRow; onChosen: (change: Change) => void }) {
  const words = useWords();
  const { t } = words;
  const read = useRead("listing.show", { id: row.id });
  if (read.error) return <Failed error={read.error} onAgain={read.again} />;
  return (
    <div className={styles["contested"]} role="alert">
      <b>
        <Icon of={AlertIcon} /> {t("listings-two-people")}
      </b>
      {(read.data?.values ?? []).map(({ field, values }) => (
        <fieldset key={field} className={styles["sides"]}>
          <legend className="meta">{t(LABELS[field] ?? "listings-state")}</legend>
          {values.map((value) => (
            <Button
              key={JSON.stringify(value.change)}
              className={styles["side"] ?? ""}
              onPress={() => onChosen({ ...value.change, id: row.id })}
            >
              <Said value={value} />
              <span className="meta">
                <Written text={value.actor} /> {words.shortDate(value.at_ms)} {words.time(value.at_ms)}
              </span>
            </Button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** One of the values, as a person reads it. */
function Said({ value }: { value: Value }) {
  const words = useWords();
  const { change } = value;
  if (change.photo !== undefined) return <Picture photo={change.photo || undefined} width={72} height={54} />;
  const names = change.title ?? change.wording;
  let text = "";
  if (typeof change.price === "number") text = `¥${words.price(change.price)}`;
  else if (names) text = [names.bo, names["zh-CN"], names.en].filter(Boolean).join(" · ") || "—";
  else if (change.state !== undefined) text = words.word("listing", change.state).replace(/།$/u, "");
  return <Written text={text} className={styles["saidValue"]} />;
}

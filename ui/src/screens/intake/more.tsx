import type { ProductRow } from "../../../bindings/commands";
import { Choice } from "../../parts/choice";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { AlertIcon, ColdIcon, DryIcon, type IconType } from "../../parts/icons";
import { PhotoPick } from "../../parts/photo";
import { PlacePick } from "../../parts/place";
import { dayOf } from "../../words/formats";
import { useWords } from "../../words/use";
import type { Content } from "./content";
import { harvestedMs, morningMs, WHENS, type When, yesterdayMs } from "./harvest";
import styles from "./intake.module.css";

/** The ways in which goods are kept, the warmest first. */
const KEEPINGS = ["ambient", "chilled", "frozen"] as const;
type Keeping = (typeof KEEPINGS)[number];

const SIGNS: Record<Keeping, IconType> = { ambient: DryIcon, chilled: ColdIcon, frozen: ColdIcon };

/** What may be said beside: when, how it is kept, where it lies, its papers and its photo. */
export function More(props: {
  content: Content;
  product: ProductRow | undefined;
  place: string;
  nowMs: number;
  /** Sentences for fields that the station did not take. */
  problems: Record<string, string>;
  onChange: (some: Partial<Content>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { content, product, nowMs, problems, onChange } = props;
  const harvest = harvestedMs(content.when, content.day, content.time, nowMs);
  const wrong = (field: "day" | "time") =>
    "field" in harvest && harvest.field === field && (content.day !== "" || field === "time")
      ? t(harvest.reason === "future" ? "intake-in-the-future" : `intake-unclear-${field}`)
      : undefined;
  const whenWords: Record<When, string> = {
    now: t("intake-now"),
    morning: `${words.weekday(morningMs(nowMs))} ${words.time(morningMs(nowMs))}`,
    yesterday: t("intake-yesterday", { day: words.shortDate(yesterdayMs(nowMs)) }),
    own: t("intake-own-time"),
  };
  const allowed = product?.keepings.map((one) => one.keeping) ?? [];
  const ways = KEEPINGS.filter((one) => allowed.length === 0 || allowed.includes(one));
  const keeping = ways.find((one) => one === content.keeping) ?? ways[0] ?? "ambient";
  const lacksPermit = product?.needs_permit === true && content.permit.trim() === "";
  return (
    <div className={styles["more"]}>
      <div className={styles["whole"]} data-first="">
        <Choice<When>
          label={t("intake-when")}
          look="cards"
          options={WHENS.map((id) => ({ id, label: whenWords[id] }))}
          value={content.when}
          onChange={(when) => onChange(when === "own" && content.day === "" ? { when, day: dayOf(nowMs) } : { when })}
        />
        {content.when === "own" ? (
          <div className={styles["pair"]}>
            <Field
              label={t("intake-day")}
              kind="number"
              value={content.day}
              onChange={(day) => onChange({ day })}
              hint={"ms" in harvest && harvest.ms !== undefined ? words.date(harvest.ms) : t("intake-day-hint")}
              problem={wrong("day")}
              maxLength={20}
              autoFocus
            />
            <Field
              label={t("intake-time")}
              kind="number"
              value={content.time}
              onChange={(time) => onChange({ time })}
              placeholder="06:00"
              problem={wrong("time") ?? problems["harvested_ms"]}
              maxLength={12}
            />
          </div>
        ) : problems["harvested_ms"] ? (
          <p className={styles["wrong"]}>{problems["harvested_ms"]}</p>
        ) : null}
      </div>
      <div className={styles["whole"]}>
        <Choice<Keeping>
          label={t("intake-keeping")}
          look="cards"
          options={ways.map((id) => ({
            id,
            label: t(`intake-${id}`),
            content: (
              <>
                <Icon of={SIGNS[id]} />
                <span className="lbl">{t(`intake-${id}`)}</span>
              </>
            ),
          }))}
          value={keeping}
          onChange={(next) => onChange({ keeping: next })}
        />
        {problems["keeping"] ? <p className={styles["wrong"]}>{problems["keeping"]}</p> : null}
      </div>
      <PlacePick
        label={t("intake-place")}
        code={content.place || props.place}
        onPick={(place) => onChange({ place })}
        {...(problems["place"] ? { problem: problems["place"] } : {})}
      />
      <Field
        label={t("intake-shelf")}
        value={content.shelf}
        onChange={(shelf) => onChange({ shelf })}
        problem={problems["shelf"]}
        maxLength={60}
      />
      <div className={lacksPermit ? styles["asked"] : ""}>
        <Field
          label={t("intake-permit")}
          value={content.permit}
          onChange={(permit) => onChange({ permit })}
          problem={problems["permit"]}
          maxLength={60}
        />
        {lacksPermit ? (
          <p className={styles["warn"]}>
            <Icon of={AlertIcon} size="s" /> {t("intake-permit-missing")}
          </p>
        ) : null}
      </div>
      <PhotoPick
        label={t("photo-take")}
        photo={content.photo}
        file={product?.picture}
        onTaken={({ photo, thumbnail }) => onChange({ photo, thumbnail })}
      />
    </div>
  );
}

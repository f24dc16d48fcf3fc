import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { ProductRow, VillagerRow } from "../../../bindings/commands";
import { useKey } from "../../keys/keys";
import { Avatar } from "../../parts/avatar";
import { Icon } from "../../parts/icon";
import { CheckIcon, IntakeIcon, ListingsIcon, PersonIcon, PhotosIcon, ScaleIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Named, Written } from "../../parts/written";
import { useWords } from "../../words/use";
import type { WeightUnit } from "../../words/weight";
import { amountOf, type Content, isAnswered, type StepId } from "./content";
import { harvestedMs } from "./harvest";
import styles from "./intake.module.css";

/** Keys of the questions. */
export const STEP_KEYS: Record<StepId, string> = {
  villager: "F4",
  product: "F5",
  grade: "F6",
  weight: "F7",
  more: "F8",
};

/** A question, and what was answered. */
function StepRow(props: {
  id: StepId;
  label: string;
  picture: ReactNode;
  answer: ReactNode;
  isAnswered: boolean;
  isNow: boolean;
  isDisabled?: boolean;
  onStep: (step: StepId) => void;
}) {
  const keys = STEP_KEYS[props.id];
  const isDisabled = props.isDisabled ?? false;
  useKey(keys, props.label, () => props.onStep(props.id), { isOff: isDisabled });
  return (
    <li>
      <Button
        className={`${styles["step"]} ${props.isNow ? styles["now"] : ""}`}
        onPress={() => props.onStep(props.id)}
        isDisabled={isDisabled}
        data-key={keys}
        {...(props.isNow ? { "aria-current": "step" } : {})}
      >
        <span className={styles["sign"]}>{props.picture}</span>
        <span className={styles["said"]}>
          <span className="meta">{props.label}</span>
          <span className={styles["answer"]}>{props.answer}</span>
        </span>
        {props.isAnswered ? (
          <span className={styles["done"]}>
            <Icon of={CheckIcon} size="s" />
          </span>
        ) : null}
        <span className="key" aria-hidden="true">
          {keys}
        </span>
      </Button>
    </li>
  );
}

/** All questions, with their answers. */
export function Steps(props: {
  step: StepId;
  content: Content;
  villager: VillagerRow | undefined;
  product: ProductRow | undefined;
  unit: WeightUnit;
  nowMs: number;
  onStep: (step: StepId) => void;
}) {
  const words = useWords();
  const { t } = words;
  const say = useQuantityText();
  const { step, content, villager, product, unit, onStep } = props;
  const grade = product?.grades.find((one) => one.key === content.grade);
  const amount = amountOf(content, product, unit);
  const harvest = harvestedMs(content.when, content.day, content.time, props.nowMs);
  const harvested = "ms" in harvest ? harvest.ms : undefined;
  const said = (ms: number) => `${words.weekday(ms)} ${words.shortDate(ms)} ${words.time(ms)}`;
  const row = (id: StepId) => ({
    id,
    isNow: step === id,
    isAnswered: id !== "more" && isAnswered(id, content, product, unit),
    onStep,
  });
  const none = <span className={styles["open"]}>—</span>;
  return (
    <ol className={styles["steps"]} aria-label={t("intake-steps")}>
      <StepRow
        {...row("villager")}
        label={t("intake-villager")}
        picture={
          villager ? (
            <Avatar name={villager.name} nameBo={villager.name_bo} photo={villager.thumbnail || undefined} size={52} />
          ) : (
            <Icon of={PersonIcon} size="l" />
          )
        }
        answer={
          villager ? (
            <Written text={words.name({ bo: villager.name_bo, "zh-CN": villager.name, en: villager.name })} />
          ) : (
            none
          )
        }
      />
      <StepRow
        {...row("product")}
        label={t("intake-product")}
        picture={
          product ? <Picture file={product.picture} width={60} height={48} /> : <Icon of={IntakeIcon} size="l" />
        }
        answer={product ? <Named names={product.names} /> : none}
      />
      <StepRow
        {...row("grade")}
        label={t("intake-grade")}
        picture={<Icon of={ListingsIcon} size="l" />}
        answer={
          grade ? (
            <Named names={grade.names} />
          ) : content.product !== "" && content.grade === "" ? (
            t("intake-not-graded")
          ) : (
            none
          )
        }
        isDisabled={content.product === "" || product?.grades.length === 0}
      />
      <StepRow
        {...row("weight")}
        label={t(product?.measure === "piece" ? "intake-pieces" : "intake-weight")}
        picture={<Icon of={ScaleIcon} size="l" />}
        answer={
          "quantity" in amount ? <b className="num n-s">{say(amount.quantity, product?.measure ?? "weight")}</b> : none
        }
        isDisabled={content.product === ""}
      />
      <StepRow
        {...row("more")}
        label={t("intake-more")}
        picture={
          content.thumbnail ? (
            <Picture photo={content.thumbnail} width={60} height={48} />
          ) : (
            <Icon of={PhotosIcon} size="l" />
          )
        }
        answer={
          <span className={styles["brief"]}>
            {content.when === "now" ? t("intake-now") : harvested === undefined ? "—" : said(harvested)}
            {content.shelf === "" ? null : (
              <>
                {" · "}
                <Written text={content.shelf} />
              </>
            )}
          </span>
        }
      />
    </ol>
  );
}

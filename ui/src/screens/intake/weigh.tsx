import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { ProductRow } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { NextIcon } from "../../parts/icons";
import { Keypad } from "../../parts/keypad";
import { Picture } from "../../parts/picture";
import { WeightField, type WeightHandle } from "../../parts/weight";
import { Named, OtherNames } from "../../parts/written";
import { useWords } from "../../words/use";
import { decimalsOf, type WeightUnit } from "../../words/weight";
import type { Content } from "./content";
import styles from "./intake.module.css";

/** How much, in the biggest digits of the screen. */
export function Weigh(props: {
  content: Content;
  product: ProductRow;
  unit: WeightUnit;
  problem: string | undefined;
  onTyped: (typed: string) => void;
  onUnit: (unit: WeightUnit) => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const { content, product, unit } = props;
  const field = useRef<WeightHandle>(null);
  useEffect(() => field.current?.focus(), []);
  const grade = product.grades.find((one) => one.key === content.grade);
  return (
    <div className={styles["weigh"]}>
      <div className={styles["pad"]}>
        <WeightField
          ref={field}
          label={t(product.measure === "piece" ? "intake-pieces" : "intake-weight")}
          typed={content.typed}
          onTyped={props.onTyped}
          unit={unit}
          onUnit={props.onUnit}
          measure={product.measure}
          problem={props.problem}
          onEnter={props.onDone}
        />
        <Keypad
          typed={content.typed}
          decimals={decimalsOf(product.measure, unit)}
          onTyped={(typed) => {
            props.onTyped(typed);
            field.current?.focus();
          }}
          side={
            <Button className={styles["next"] ?? ""} onPress={props.onDone} data-key="Enter">
              <Icon of={NextIcon} size="l" />
              <span className="lbl">{t("screen-next")}</span>
            </Button>
          }
        />
      </div>
      <div className={`${styles["shown"]} wide`}>
        <Picture
          photo={content.photo || undefined}
          file={product.picture}
          width={320}
          height={240}
          className={styles["big"] ?? ""}
        />
        <Named names={product.names} className={styles["name"]} />
        {grade ? <Named names={grade.names} className={styles["second"]} /> : null}
        <span className={styles["also"]}>
          <OtherNames names={product.names} />
        </span>
      </div>
    </div>
  );
}

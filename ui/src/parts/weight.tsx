import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from "react";
import { useKey } from "../keys/keys";
import { plainDigits } from "../words/digits";
import { useWords } from "../words/use";
import { inUnit, readQuantity, WEIGHT_UNITS, type WeightUnit } from "../words/weight";
import { Choice } from "./choice";
import styles from "./weight.module.css";

/** What one may ask of the field from outside. */
export interface WeightHandle {
  focus: () => void;
}

/** A weight in big digits with its unit beside it, said in all three units below; or a count of pieces. */
export function WeightField({
  ref,
  ...props
}: {
  label: string;
  typed: string;
  onTyped: (typed: string) => void;
  unit: WeightUnit;
  onUnit: (unit: WeightUnit) => void;
  measure: string;
  problem?: string | undefined;
  onEnter?: () => void;
  /** Nothing may be typed too, as of a count. */
  mayBeZero?: boolean;
  autoFocus?: boolean;
  ref?: Ref<WeightHandle>;
}) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const { typed, unit, measure } = props;
  const isPiece = measure === "piece";
  const amount = readQuantity(typed, measure, unit, props.mayBeZero ?? false);
  const focus = () => {
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  };
  useImperativeHandle(ref, () => ({ focus }));
  const nextUnit = () => {
    props.onUnit(WEIGHT_UNITS[(WEIGHT_UNITS.indexOf(unit) + 1) % WEIGHT_UNITS.length] ?? "kg");
    focus();
  };
  useKey("Alt+U", t("weight-unit"), nextUnit, { isOff: isPiece });
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    props.onEnter?.();
  };
  const says = WEIGHT_UNITS.filter((one) => one !== unit);
  return (
    <div className={styles["display"]} data-invalid={props.problem ? "" : undefined}>
      <div className={styles["head"]}>
        <span className={styles["label"]}>{props.label}</span>
        <span className="sp" />
        {isPiece ? null : (
          <span className={styles["units"]} data-key="Alt+U">
            <Choice<WeightUnit>
              label={t("weight-unit")}
              hideLabel
              options={WEIGHT_UNITS.map((one) => ({ id: one, label: t(`unit-${one}`) }))}
              value={unit}
              onChange={(next) => {
                props.onUnit(next);
                focus();
              }}
            />
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the number means the number */}
      <div className={styles["value"]} onMouseDown={() => setTimeout(focus)}>
        <input
          ref={field}
          className="num"
          value={typed}
          onChange={(event) => props.onTyped(plainDigits(event.target.value).slice(0, 40))}
          onKeyDown={keys}
          aria-label={props.label}
          aria-invalid={Boolean(props.problem)}
          placeholder="0"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the question that was just asked is this one
          autoFocus={props.autoFocus ?? false}
          maxLength={40}
          size={1}
          data-scan="never"
          data-long={typed.length > 8 ? "" : undefined}
        />
        <span className={`${styles["of"]} lbl`}>{t(isPiece ? "unit-piece" : `unit-${unit}`)}</span>
      </div>
      <div className={styles["says"]}>
        {props.problem ? (
          <span className={styles["problem"]} role="alert">
            {props.problem}
          </span>
        ) : isPiece || "reason" in amount ? null : (
          says.map((one) => (
            <span key={one}>
              = <b className="tn">{inUnit(amount.quantity, one)}</b> {t(`unit-${one}`)}
            </span>
          ))
        )}
      </div>
    </div>
  );
}

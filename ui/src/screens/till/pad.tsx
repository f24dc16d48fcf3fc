import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Icon } from "../../parts/icon";
import { CheckIcon, CloseIcon, PlusIcon, ScaleIcon, VillagersIcon } from "../../parts/icons";
import { Keypad } from "../../parts/keypad";
import { useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Press } from "../../parts/press";
import { Named } from "../../parts/written";
import { lineFen, plainDigits, typedFen } from "../../words/digits";
import { useWords } from "../../words/use";
import { decimalsOf, readAmount, type Unit } from "./amount";
import { padPriceFen, type Shown } from "./chosen";
import { Grades } from "./grades";
import { type Line, nextFilling, type Pad as PadState } from "./order";
import styles from "./pad.module.css";

/** What the rest of the till asks of the pad. */
export interface PadHandle {
  focus: () => void;
}

/** The number pad: the grade, how much of it, and Add. */
export function Pad({
  ref,
  ...props
}: {
  pad: PadState;
  shown: Shown | null;
  lines: readonly Line[];
  unit: Unit;
  onUnit: (unit: Unit) => void;
  onPad: (some: Partial<PadState>) => void;
  onAdd: (quantity: number, priceFen: number) => void;
  onClose: () => void;
  ref: Ref<PadHandle>;
}) {
  const words = useWords();
  const { t } = words;
  const say = useQuantityText();
  const { pad, shown, unit } = props;
  const field = useRef<HTMLInputElement>(null);
  const [isPrice, setPrice] = useState(false);
  const [problem, setProblem] = useState("");
  const focus = () => {
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  };
  useImperativeHandle(ref, () => ({
    focus: () => {
      setPrice(false);
      setProblem("");
      focus();
    },
  }));
  const measure = shown?.measure ?? "weight";
  const unitWord = t(measure === "piece" ? "unit-piece" : unit === "jin" ? "unit-jin" : "unit-kg");
  const isPriceMode = isPrice && shown !== null;
  const value = isPriceMode ? (pad.price ?? "") : pad.typed;
  const type = (text: string) => {
    setProblem("");
    const plain = plainDigits(text).slice(0, 40);
    props.onPad(isPriceMode ? { price: plain === "" ? null : plain } : { typed: plain });
  };
  const amount = readAmount(pad.typed, measure, unit);
  const priceFen = shown ? padPriceFen(pad, shown, props.lines, "quantity" in amount ? amount.quantity : 0) : null;
  const nextStep = shown?.steps.find((step) => step.from > ("quantity" in amount ? amount.quantity : 0));
  const add = () => {
    if (!shown) return setProblem(t("till-choose-first"));
    if (isPriceMode) {
      if (pad.price !== null && typedFen(pad.price) === null) return setProblem(words.reason("not_a_number"));
      setPrice(false);
      setProblem("");
      return focus();
    }
    if ("reason" in amount) return setProblem(words.reason(amount.reason));
    if (priceFen === null) {
      setPrice(true);
      return setProblem(words.reason("not_a_number"));
    }
    props.onAdd(amount.quantity, priceFen);
  };
  const close = () => {
    setPrice(false);
    setProblem("");
    props.onClose();
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 3, ArrowLeft: -1, ArrowUp: -3 }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      add();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isPriceMode) setPrice(false);
      else close();
    } else if (step !== undefined && shown && !isPriceMode && shown.offers.length > 1) {
      event.preventDefault();
      const at = shown.offers.findIndex((offer) => offer.listing.id === pad.listing);
      const next = shown.offers[at + step] ?? (Math.abs(step) === 1 ? undefined : shown.offers.at(step > 0 ? -1 : 0));
      if (next) props.onPad({ listing: next.listing.id, price: null, lot: "", filling: "earliest_expiry" });
    }
  };
  const priceKey = () => {
    setPrice(!isPriceMode);
    setProblem("");
    focus();
  };
  const otherUnit = () => {
    props.onUnit(unit === "kg" ? "jin" : "kg");
    focus();
  };
  const nextRule = () => {
    props.onPad({ filling: nextFilling(pad.filling), lot: "" });
    focus();
  };
  useKey("Alt+R", t("orders-rule"), nextRule, { isOff: !shown });
  useKey("F5", t("till-price"), priceKey, { isOff: !shown });
  useKey("Alt+U", t("till-unit"), otherUnit, { isOff: measure === "piece" });
  const lineText =
    shown && priceFen !== null && "quantity" in amount ? lineFen(priceFen, amount.quantity, measure) : null;
  return (
    <section className={`card ${styles["pad"]}`} aria-label={t("till-pad")}>
      <div className={styles["head"]}>
        {shown ? (
          <>
            <Picture photo={shown.thumbnail || undefined} file={shown.picture} width={64} height={48} />
            <div className="col sp">
              <Named names={shown.names} className={styles["name"]} />
              <span className="meta">
                {shown.here === undefined ? (
                  t("till-not-on-sale")
                ) : (
                  <>
                    <b>{say(shown.here, measure)}</b> {t("till-may-be-sold")}
                    {nextStep
                      ? ` · ${t("till-step", { from: say(nextStep.from, measure), price: words.price(nextStep.priceFen) })}`
                      : null}
                  </>
                )}
              </span>
            </div>
            <Btn look="quiet" label={t("screen-close")} icon={CloseIcon} iconOnly onPress={close} />
          </>
        ) : (
          <>
            <span className={styles["none"]}>
              <Icon of={ScaleIcon} size="l" />
            </span>
            <span className={styles["hint"]}>{t("till-choose")}</span>
          </>
        )}
      </div>
      {shown && shown.offers.length > 0 && (shown.offers.length > 1 || shown.grade) ? (
        <Grades
          offers={shown.offers}
          chosen={pad.listing}
          onChoose={(listing) => {
            props.onPad({ listing, price: null, lot: "", filling: "earliest_expiry" });
            focus();
          }}
        />
      ) : null}
      {shown ? (
        <Press className={styles["rule"] ?? ""} isBesideField onPress={nextRule} data-key="Alt+R">
          <Icon of={VillagersIcon} size="s" />
          <span className={styles["unseen"]}>{t("orders-rule")}: </span>
          <span className="lbl sp">{words.word("orders-rule", pad.filling)}</span>
          <span className="key" aria-hidden="true">
            Alt+R
          </span>
        </Press>
      ) : null}
      <div className={styles["display"]} data-invalid={problem ? "" : undefined}>
        <div className="row">
          {problem ? (
            <span className={styles["problem"]} role="alert">
              {problem}
            </span>
          ) : (
            <span className={styles["sum"]}>
              {isPriceMode ? t("till-price") : lineText === null ? "" : `= ¥${words.money(lineText)}`}
            </span>
          )}
          <span className="sp" />
          {measure === "piece" || isPriceMode ? null : (
            <span className={styles["unit"]} data-key="Alt+U">
              <Choice<Unit>
                label={t("till-unit")}
                hideLabel
                options={[
                  { id: "kg", label: t("unit-kg") },
                  { id: "jin", label: t("unit-jin") },
                ]}
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
            value={value}
            onChange={(event) => type(event.target.value)}
            onKeyDown={keys}
            aria-label={isPriceMode ? t("till-price") : t("till-quantity")}
            aria-invalid={problem !== ""}
            placeholder={isPriceMode && shown?.priceFen !== undefined ? words.price(shown.priceFen) : "0"}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            size={1}
            data-scan="never"
            data-long={value.length > 8 ? "" : undefined}
          />
          <span className={`${styles["of"]} lbl`}>
            {isPriceMode ? `¥/${t(measure === "piece" ? "unit-piece" : "unit-kg")}` : unitWord}
          </span>
        </div>
      </div>
      <Keypad
        typed={value}
        decimals={isPriceMode ? 2 : decimalsOf(measure)}
        onTyped={(typed) => {
          type(typed);
          focus();
        }}
        side={
          <>
            <Button
              className={styles["price"] ?? ""}
              onPress={priceKey}
              isDisabled={!shown}
              data-key="F5"
              excludeFromTabOrder
            >
              <span className={styles["unseen"]}>{t("till-price")}</span>
              <span className="tn">¥{priceFen === null ? "" : words.price(priceFen)}</span>
              <span className="key" aria-hidden="true">
                F5
              </span>
            </Button>
            <Button className={styles["add"] ?? ""} onPress={add} isDisabled={!shown} data-key="Enter">
              <Icon of={pad.editing === null && !isPriceMode ? PlusIcon : CheckIcon} size="l" />
              <span className="lbl">
                {isPriceMode ? t("screen-done") : pad.editing === null ? t("screen-add") : t("screen-edit")}
              </span>
            </Button>
          </>
        }
      />
    </section>
  );
}

import { useEffect, useRef } from "react";
import { Problem } from "../../parts/states";
import { useWords } from "../../words/use";
import type { StepId } from "./content";
import styles from "./intake.module.css";
import { More } from "./more";
import type { IntakeState } from "./use-intake";
import { Weigh } from "./weigh";
import { What } from "./what";
import { Which } from "./which";
import { Who } from "./who";

/** The question that is asked now. */
export function Question({ intake }: { intake: IntakeState }) {
  const { t } = useWords();
  const { step, kept, product } = intake;
  const panel = useRef<HTMLElement>(null);
  // The question that is asked has the focus; searches and fields take it themselves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question moves the focus
  useEffect(() => {
    const inside = panel.current;
    if (!inside || inside.contains(document.activeElement)) return;
    const first = inside.querySelector<HTMLElement>("[data-first] input:checked, input, [role=listbox]");
    (first ?? inside).focus();
  }, [step, kept.isReady]);
  const titles: Record<StepId, string> = {
    villager: t("intake-ask-villager"),
    product: t("intake-ask-product"),
    grade: t("intake-ask-grade"),
    weight: t(product?.measure === "piece" ? "intake-ask-pieces" : "intake-ask-weight"),
    more: t("intake-ask-more"),
  };
  const isMissing = intake.isTried && (step === "villager" || step === "product" || step === "grade");
  return (
    <section ref={panel} className={`card ${styles["panel"]}`} aria-label={titles[step]} tabIndex={-1}>
      <h2 className="lbl">{titles[step]}</h2>
      {isMissing ? (
        <p className={styles["wrong"]} role="alert">
          {t("intake-missing")}
        </p>
      ) : null}
      <Problem error={intake.trouble} />
      <Problem error={kept.error} />
      {kept.isReady ? <Asked intake={intake} /> : null}
    </section>
  );
}

/** What the question is answered with. */
function Asked({ intake }: { intake: IntakeState }) {
  const { content, product, step } = intake;
  if (step === "villager") return <Who chosen={content.villager} onTake={(row) => intake.takeVillager(row.id)} />;
  if (step === "product" || !product) {
    return <What villager={content.villager} chosen={content.product} onTake={intake.takeProduct} />;
  }
  if (step === "grade") {
    return <Which key={product.key} product={product} chosen={content.grade} onTake={intake.takeGrade} />;
  }
  if (step === "weight") {
    return (
      <Weigh
        content={content}
        product={product}
        unit={intake.unit}
        problem={intake.weightProblem}
        onTyped={(typed) => intake.change({ typed })}
        onUnit={intake.takeUnit}
        onDone={intake.weighed}
      />
    );
  }
  return (
    <More
      content={content}
      product={product}
      place={intake.villager?.place ?? ""}
      nowMs={intake.nowMs}
      problems={intake.reasons}
      onChange={intake.change}
    />
  );
}

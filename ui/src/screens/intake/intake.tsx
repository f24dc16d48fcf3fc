import { Screen } from "../../frame/screen";
import { useKey } from "../../keys/keys";
import { useWords } from "../../words/use";
import { isEmpty } from "./content";
import { Foot, SavedBar } from "./foot";
import styles from "./intake.module.css";
import { KeptIntakes } from "./kept";
import { Question } from "./question";
import { Steps } from "./steps";
import { useIntake } from "./use-intake";

/** Taking in what a villager brought: one question at a time, all of them in sight. */
export function Intake() {
  const { t } = useWords();
  const intake = useIntake();
  const { content, product, unit, taking, kept } = intake;
  useKey("Esc", t("screen-back"), intake.back, { inFields: true, isOff: intake.step === "villager" });
  return (
    <Screen title={t("intake-title")} sub={t(kept.state === "kept" ? "intake-kept" : "intake-sub")}>
      <div className={styles["intake"]}>
        <aside className={styles["left"]}>
          <div className={`card ${styles["list"]}`}>
            <Steps
              step={intake.step}
              content={content}
              villager={intake.villager}
              product={product}
              unit={unit}
              nowMs={intake.nowMs}
              onStep={intake.go}
            />
          </div>
          {taking.saved ? (
            <SavedBar lot={taking.saved} onUndo={() => void taking.undo()} onPrint={() => void taking.print()} />
          ) : (
            <KeptIntakes current={kept.id} onTake={intake.toKept} />
          )}
        </aside>
        <Question intake={intake} />
        <Foot
          content={content}
          product={product}
          unit={unit}
          isSaving={taking.isRunning}
          canClear={!isEmpty(content)}
          onClear={intake.clear}
          onSave={intake.save}
        />
      </div>
    </Screen>
  );
}

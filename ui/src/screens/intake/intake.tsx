import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { AppError } from "../../../bindings/commands";
import { Screen } from "../../frame/screen";
import { useKey } from "../../keys/keys";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useDraft } from "../../state/draft";
import { useNowMs } from "../../state/now";
import { useProducts } from "../../state/products";
import { useRead } from "../../state/read";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import type { WeightUnit } from "../../words/weight";
import {
  amountOf,
  type Content,
  firstOpen,
  isAnswered,
  isEmpty,
  keeper,
  NOTHING,
  STEPS,
  type StepId,
  withProduct,
} from "./content";
import { Foot, SavedBar } from "./foot";
import styles from "./intake.module.css";
import { KeptIntakes } from "./kept";
import { More } from "./more";
import { Steps } from "./steps";
import { useTakeIn } from "./use-take-in";
import { Weigh } from "./weigh";
import { What } from "./what";
import { Which } from "./which";
import { Who } from "./who";

const change = (some: Partial<Content>) => keeper.change((content) => ({ ...content, ...some, isNext: false }));

/** Where a field that the station did not take is asked. */
function stepOf(error: AppError): StepId | null {
  if (error.code === "not_found") return error.what === "villager" ? "villager" : "product";
  if (error.code !== "bad_input") return null;
  const steps: Record<string, StepId> = {
    villager: "villager",
    product: "product",
    grade: "grade",
    quantity: "weight",
  };
  return steps[error.field] ?? "more";
}

/** Taking in what a villager brought: one question at a time, all of them in sight. */
export function Intake() {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: "/intake" });
  const { settings, change: set } = useSettings();
  const kept = useDraft(keeper, search.draft);
  const products = useProducts();
  const villagers = useRead("villager.list", { find: "", state: "", limit: 0 });
  const nowMs = useNowMs() ?? Date.now();
  const { content } = kept;
  const product = products.of(content.product);
  const villager = villagers.data?.find((one) => one.id === content.villager);
  const unit: WeightUnit = content.unit ?? (settings.weight_unit === "jin" ? "jin" : "kg");
  const [chosen, setChosen] = useState<StepId | null>(null);
  const [isTried, setTried] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const isKnown = content.product === "" || product !== undefined;
  const step = chosen ?? (isKnown ? firstOpen(content, product, unit) : "product");
  const go = (to: StepId) => {
    setTried(false);
    setChosen(to);
  };
  const taking = useTakeIn({
    onSaved: () => go("product"),
    onRefused: (error) => {
      const at = stepOf(error);
      if (at) setChosen(at);
    },
    onUndone: () => go("weight"),
  });
  const opened = useEffectEvent((id: string) => {
    if (content.villager !== id) {
      const next = { ...NOTHING, villager: id };
      if (isEmpty(content)) keeper.change(() => next);
      else void keeper.turnTo({ content: next });
    }
    setChosen(content.villager === id ? null : "product");
    void navigate({ to: "/intake", search: {}, replace: true });
  });
  useEffect(() => {
    if (kept.isReady && search.villager) opened(search.villager);
  }, [kept.isReady, search.villager]);
  // The question that is asked has the focus; searches and fields take it themselves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question moves the focus
  useEffect(() => {
    const inside = panel.current;
    if (!inside || inside.contains(document.activeElement)) return;
    const first = inside.querySelector<HTMLElement>("[data-first] input:checked, input, [role=listbox]");
    (first ?? inside).focus();
  }, [step, kept.isReady]);
  const after = (from: StepId, next: Content) => {
    const nextProduct = products.of(next.product);
    const rest = STEPS.slice(STEPS.indexOf(from) + 1);
    go(
      rest.find((one) => !isAnswered(one, next, nextProduct, unit)) ??
        (from === "weight" ? "more" : firstOpen(next, nextProduct, unit)),
    );
  };
  const answer = (from: StepId, next: Content) => {
    keeper.change(() => next);
    after(from, next);
  };
  const amount = amountOf(content, product, unit);
  const weighed = () => {
    if ("quantity" in amount) after("weight", content);
    else setTried(true);
  };
  const save = () => {
    const open = firstOpen(content, product, unit);
    if (open !== "more" || !("quantity" in amount)) {
      setChosen(open);
      setTried(true);
      return;
    }
    setTried(true);
    void taking.save(content, amount.quantity, villager, nowMs).then((isClear) => {
      if (isClear === "unclear") setChosen("more");
    });
  };
  const back = () => {
    const before = STEPS.slice(0, STEPS.indexOf(step)).filter((one) => one !== "grade" || product?.grades.length !== 0);
    go(before.at(-1) ?? "villager");
  };
  useKey("Esc", t("screen-back"), back, { inFields: true, isOff: step === "villager" });
  const clear = () => {
    const was = content;
    void keeper.drop();
    go("villager");
    say({ text: t("intake-cleared"), undo: () => keeper.change((now) => (isEmpty(now) ? was : now)) });
  };
  const trouble = taking.error;
  const reasons: Record<string, string> =
    trouble?.code === "bad_input" ? { [trouble.field]: reason(trouble.reason) } : {};
  function reason(code: string): string {
    if (code === "spoils") return t("intake-spoils");
    if (code === "in_the_future") return t("intake-in-the-future");
    return code === "too_early" ? t("intake-too-early") : words.reason(code);
  }
  const weightProblem =
    (isTried && "reason" in amount ? words.reason(amount.reason) : undefined) ?? reasons["quantity"];
  const titles: Record<StepId, string> = {
    villager: t("intake-ask-villager"),
    product: t("intake-ask-product"),
    grade: t("intake-ask-grade"),
    weight: t(product?.measure === "piece" ? "intake-ask-pieces" : "intake-ask-weight"),
    more: t("intake-ask-more"),
  };
  const isShown = trouble && (trouble.code !== "bad_input" || !(trouble.field === "quantity" || step === "more"));
  return (
    <Screen title={t("intake-title")} sub={t(kept.state === "kept" ? "intake-kept" : "intake-sub")}>
      <div className={styles["intake"]}>
        <aside className={styles["left"]}>
          <div className={`card ${styles["list"]}`}>
            <Steps
              step={step}
              content={content}
              villager={villager}
              product={product}
              unit={unit}
              nowMs={nowMs}
              onStep={go}
            />
          </div>
          {taking.saved ? (
            <SavedBar lot={taking.saved} onUndo={() => void taking.undo()} onPrint={() => void taking.print()} />
          ) : (
            <KeptIntakes current={kept.id} onTake={() => setChosen(null)} />
          )}
        </aside>
        <section ref={panel} className={`card ${styles["panel"]}`} aria-label={titles[step]} tabIndex={-1}>
          <h2 className="lbl">{titles[step]}</h2>
          {isTried && (step === "villager" || step === "product" || step === "grade") ? (
            <p className={styles["wrong"]} role="alert">
              {t("intake-missing")}
            </p>
          ) : null}
          {isShown ? <Problem error={trouble} /> : null}
          {kept.error ? <Problem error={kept.error} /> : null}
          {!kept.isReady ? null : step === "villager" ? (
            <Who
              chosen={content.villager}
              onTake={(row) => answer("villager", { ...content, villager: row.id, place: "", isNext: false })}
            />
          ) : step === "product" || !product ? (
            <What
              villager={content.villager}
              chosen={content.product}
              onTake={(row) => answer("product", withProduct(content, row))}
            />
          ) : step === "grade" ? (
            <Which
              key={product.key}
              product={product}
              chosen={content.grade}
              onTake={(grade) => answer("grade", { ...content, grade, isNext: false })}
            />
          ) : step === "weight" ? (
            <Weigh
              content={content}
              product={product}
              unit={unit}
              problem={weightProblem}
              onTyped={(typed) => {
                setTried(false);
                taking.clear();
                change({ typed });
              }}
              onUnit={(next) => {
                change({ unit: next });
                if (next !== "liang") set({ weight_unit: next });
              }}
              onDone={weighed}
            />
          ) : (
            <More
              content={content}
              product={product}
              place={villager?.place ?? ""}
              nowMs={nowMs}
              problems={reasons}
              onChange={(some) => {
                taking.clear();
                change(some);
              }}
            />
          )}
        </section>
        <Foot
          content={content}
          product={product}
          unit={unit}
          isSaving={taking.isRunning}
          canClear={!isEmpty(content)}
          onClear={clear}
          onSave={save}
        />
      </div>
    </Screen>
  );
}

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import type { AppError, ProductRow } from "../../../bindings/commands";
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
  isEmpty,
  keeper,
  NOTHING,
  nextStep,
  STEPS,
  type StepId,
  withProduct,
} from "./content";
import { useTakeIn } from "./use-take-in";

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

/** A villager whom another screen asked for: other goods that are half typed are laid aside, not lost. */
function useAskedVillager(isReady: boolean, content: Content, onStep: (step: StepId | null) => void) {
  const navigate = useNavigate();
  const { villager } = useSearch({ from: "/intake" });
  const opened = useEffectEvent((id: string) => {
    if (content.villager !== id) {
      const next = { ...NOTHING, villager: id };
      if (isEmpty(content)) keeper.change(() => next);
      else void keeper.turnTo({ content: next });
    }
    onStep(content.villager === id ? null : "product");
    void navigate({ to: "/intake", search: {}, replace: true });
  });
  useEffect(() => {
    if (isReady && villager) opened(villager);
  }, [isReady, villager]);
}

/** The reason of a refused field, as a sentence of this screen. */
function useReason(): (code: string) => string {
  const words = useWords();
  return (code) => {
    if (code === "spoils") return words.t("intake-spoils");
    if (code === "in_the_future") return words.t("intake-in-the-future");
    return code === "too_early" ? words.t("intake-too-early") : words.reason(code);
  };
}

/** What was answered, which question is asked, and how the answers move on. */
export function useIntake() {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const reason = useReason();
  const { settings, change: set } = useSettings();
  const kept = useDraft(keeper, useSearch({ from: "/intake" }).draft);
  const products = useProducts();
  const villagers = useRead("villager.list", { find: "", state: "", limit: 0 }).data;
  const nowMs = useNowMs() ?? Date.now();
  const { content } = kept;
  const product = products.of(content.product);
  const villager = villagers?.find((one) => one.id === content.villager);
  const unit: WeightUnit = content.unit ?? (settings.weight_unit === "jin" ? "jin" : "kg");
  const [chosen, setChosen] = useState<StepId | null>(null);
  const [isTried, setTried] = useState(false);
  const isKnown = content.product === "" || product !== undefined;
  const step = chosen ?? (isKnown ? firstOpen(content, product, unit) : "product");
  const amount = amountOf(content, product, unit);
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
  useAskedVillager(kept.isReady, content, setChosen);

  const change = (some: Partial<Content>) => {
    taking.clear();
    setTried(false);
    keeper.change((now) => ({ ...now, ...some, isNext: false }));
  };
  const answer = (from: StepId, next: Content) => {
    taking.clear();
    keeper.change(() => next);
    go(nextStep(from, next, products.of(next.product), unit));
  };
  const trouble = taking.error;
  const reasons: Record<string, string> =
    trouble?.code === "bad_input" ? { [trouble.field]: reason(trouble.reason) } : {};
  const tried = isTried && "reason" in amount ? words.reason(amount.reason) : undefined;
  return {
    kept,
    content,
    step,
    product,
    villager,
    unit,
    nowMs,
    taking,
    reasons,
    isTried,
    weightProblem: tried ?? reasons["quantity"],
    /** What was refused and is not said under its field. */
    trouble:
      trouble && (trouble.code !== "bad_input" || !(trouble.field === "quantity" || step === "more")) ? trouble : null,
    go,
    change,
    takeVillager: (id: string) => answer("villager", { ...content, villager: id, place: "", isNext: false }),
    takeProduct: (row: ProductRow) => answer("product", withProduct(content, row)),
    takeGrade: (grade: string) => answer("grade", { ...content, grade, isNext: false }),
    takeUnit: (next: WeightUnit) => {
      change({ unit: next });
      if (next !== "liang") set({ weight_unit: next });
    },
    weighed: () => {
      if ("quantity" in amount) go(nextStep("weight", content, product, unit));
      else setTried(true);
    },
    back: () => {
      const before = STEPS.slice(0, STEPS.indexOf(step)).filter(
        (one) => one !== "grade" || product?.grades.length !== 0,
      );
      go(before.at(-1) ?? "villager");
    },
    toKept: () => setChosen(null),
    clear: () => {
      const was = content;
      void keeper.drop();
      go("villager");
      say({ text: t("intake-cleared"), undo: () => keeper.change((now) => (isEmpty(now) ? was : now)) });
    },
    save: () => {
      const open = firstOpen(content, product, unit);
      setTried(true);
      if (open !== "more" || !("quantity" in amount)) {
        setChosen(open);
        return;
      }
      void taking.save(content, amount.quantity, villager, nowMs).then((end) => {
        if (end === "unclear") setChosen("more");
      });
    },
  };
}

/** The intake on the screen. */
export type IntakeState = ReturnType<typeof useIntake>;

import type { Commands, LotRow, ProductRow, VillagerRow } from "../../../bindings/commands";
import { DraftKeeper } from "../../state/draft";
import { type Amount, readQuantity, WEIGHT_UNITS, type WeightUnit } from "../../words/weight";
import { harvestedMs, WHENS, type When } from "./harvest";

/** What was answered so far. */
export interface Content {
  villager: string;
  product: string;
  /** Its key; `null` while it was not asked, empty for goods that are not graded. */
  grade: string | null;
  typed: string;
  unit: WeightUnit | null;
  when: When;
  day: string;
  time: string;
  /** Empty for the usual way of the product. */
  keeping: string;
  place: string;
  shelf: string;
  permit: string;
  photo: string;
  thumbnail: string;
  /** Only the villager stands there, left over from the goods before. */
  isNext: boolean;
}

/** Nothing answered. */
export const NOTHING: Content = {
  villager: "",
  product: "",
  grade: null,
  typed: "",
  unit: null,
  when: "now",
  day: "",
  time: "",
  keeping: "",
  place: "",
  shelf: "",
  permit: "",
  photo: "",
  thumbnail: "",
  isNext: false,
};

const TEXTS = [
  "villager",
  "product",
  "typed",
  "day",
  "time",
  "keeping",
  "place",
  "shelf",
  "permit",
  "photo",
  "thumbnail",
] as const;

/** Whether it holds nothing that would be missed. */
export function isEmpty(content: Content): boolean {
  return TEXTS.every((name) => content[name] === "" || (name === "villager" && content.isNext));
}

/** A draft's content; fields that it lacks are not answered. */
export function readContent(value: unknown): Content | null {
  if (typeof value !== "object" || value === null || !("villager" in value)) return null;
  const from = value as Record<string, unknown>;
  const content = { ...NOTHING };
  for (const name of TEXTS) if (typeof from[name] === "string") content[name] = from[name];
  if (typeof from["grade"] === "string") content.grade = from["grade"];
  content.unit = WEIGHT_UNITS.find((unit) => unit === from["unit"]) ?? null;
  content.when = WHENS.find((when) => when === from["when"]) ?? "now";
  content.isNext = from["isNext"] === true;
  return content;
}

/** The one intake that is being typed in this window. */
export const keeper = new DraftKeeper<Content>({ noun: "lot", nothing: NOTHING, isEmpty, read: readContent });

/** The questions, in their order. */
export type StepId = "villager" | "product" | "grade" | "weight" | "more";

/** All of them. */
export const STEPS: readonly StepId[] = ["villager", "product", "grade", "weight", "more"];

/** What was typed as the weight or count. */
export function amountOf(content: Content, product: ProductRow | undefined, unit: WeightUnit): Amount {
  return readQuantity(content.typed, product?.measure ?? "weight", unit);
}

/** Whether a question is answered. */
export function isAnswered(step: StepId, content: Content, product: ProductRow | undefined, unit: WeightUnit): boolean {
  if (step === "villager") return content.villager !== "";
  if (step === "product") return content.product !== "";
  if (step === "grade") return content.grade !== null || product?.grades.length === 0;
  if (step === "weight") return "quantity" in amountOf(content, product, unit);
  return true;
}

/** The first question without an answer; the last one when all that must be answered is. */
export function firstOpen(content: Content, product: ProductRow | undefined, unit: WeightUnit): StepId {
  return STEPS.find((step) => !isAnswered(step, content, product, unit)) ?? "more";
}

/** The question after one that was answered: the next open one, else what was asked before it is not asked again. */
export function nextStep(from: StepId, content: Content, product: ProductRow | undefined, unit: WeightUnit): StepId {
  const rest = STEPS.slice(STEPS.indexOf(from) + 1);
  const open = rest.find((step) => !isAnswered(step, content, product, unit));
  return open ?? firstOpen(content, product, unit);
}

/** Another product: what was said about the one before does not hold for it. */
export function withProduct(content: Content, product: ProductRow): Content {
  if (product.key === content.product) return content;
  const grade = product.grades.length === 0 ? "" : null;
  return { ...content, product: product.key, grade, keeping: "", permit: "", isNext: false };
}

/** The goods as the station takes them in; `null` while something must still be answered. */
export function lotInput(
  content: Content,
  quantity: number,
  villager: VillagerRow | undefined,
  id: string | undefined,
  nowMs: number,
): Commands["lot.take_in"]["input"] | null {
  const harvest = harvestedMs(content.when, content.day, content.time, nowMs);
  if (!("ms" in harvest)) return null;
  return {
    ...(id === undefined ? {} : { id }),
    villager: content.villager,
    product: content.product,
    grade: content.grade ?? "",
    quantity,
    ...(harvest.ms === undefined ? {} : { harvested_ms: harvest.ms }),
    place: content.place || (villager?.place ?? ""),
    keeping: content.keeping,
    shelf: content.shelf,
    permit: content.permit,
    photo: content.photo,
    thumbnail: content.thumbnail,
  };
}

/** Products in the order in which this villager is likely to bring them: the latest brought first. */
export function broughtFirst(
  products: readonly ProductRow[],
  lots: readonly LotRow[],
): { product: ProductRow; times: number }[] {
  const times = new Map<string, number>();
  const last = new Map<string, number>();
  for (const lot of lots) {
    times.set(lot.product, (times.get(lot.product) ?? 0) + 1);
    last.set(lot.product, Math.max(last.get(lot.product) ?? 0, lot.harvested_ms));
  }
  return products
    .map((product) => ({ product, times: times.get(product.key) ?? 0 }))
    .sort((a, b) => (last.get(b.product.key) ?? 0) - (last.get(a.product.key) ?? 0));
}

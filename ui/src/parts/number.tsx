import { moneyParts } from "../words/formats";
import { useWords } from "../words/use";

type Size = "s" | "m" | "l" | "xl";

/** A sum in yuan; the sign and the fen are smaller than the yuan. */
export function Money({
  fen,
  size,
  plain = false,
  className = "",
}: {
  fen: number;
  size?: Size;
  plain?: boolean;
  className?: string;
}) {
  const parts = moneyParts(fen);
  return (
    <span className={`num${size ? ` n-${size}` : ""} ${className}`.trimEnd()}>
      {plain ? null : <span className="yen">¥</span>}
      {parts.yuan}
      <span className="cents">.{parts.fen}</span>
    </span>
  );
}

/** A weight in kilograms, or a count of pieces. */
export function Quantity({
  value,
  measure,
  size,
  least = 0,
}: {
  value: number;
  measure: string;
  size?: Size;
  least?: number;
}) {
  const words = useWords();
  const isPiece = measure === "piece";
  return (
    <span className={`num${size ? ` n-${size}` : ""}`}>
      {isPiece ? words.grouped(value) : words.kilograms(value, least)}
      <span className="unit">{words.t(isPiece ? "unit-piece" : "unit-kg")}</span>
    </span>
  );
}

/** A quantity as text: `2.35 kg`, `3 pc`. */
export function useQuantityText(): (value: number, measure: string) => string {
  const words = useWords();
  return (value, measure) =>
    measure === "piece"
      ? `${words.grouped(value)} ${words.t("unit-piece")}`
      : `${words.kilograms(value)} ${words.t("unit-kg")}`;
}

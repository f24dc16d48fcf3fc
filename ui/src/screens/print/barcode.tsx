import JsBarcode from "jsbarcode";
import styles from "./print.module.css";
import { isScannable } from "./slip";

/** The bars of a number in Code 128, each `1` a dark module; absent for what no scanner of ours would take. */
export function bars(number: string): string | undefined {
  if (!isScannable(number)) return undefined;
  const drawn: { encodings?: { data: string }[] } = {};
  JsBarcode(drawn, number, { format: "CODE128" });
  return drawn.encodings?.map((part) => part.data).join("");
}

/** A number as bars. */
export function Barcode({ number }: { number: string }) {
  const modules = bars(number);
  if (modules === undefined) return null;
  let path = "";
  for (const run of modules.matchAll(/1+/gu)) path += `M${run.index} 0h${run[0].length}v1h-${run[0].length}z`;
  return (
    <svg
      className={styles["bars"]}
      viewBox={`-10 0 ${modules.length + 20} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

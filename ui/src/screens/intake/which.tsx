import { useEffect, useRef, useState } from "react";
import type { ProductRow } from "../../../bindings/commands";
import { Grid, type GridHandle } from "../../parts/grid";
import { Named, OtherNames, Written } from "../../parts/written";
import { useWords } from "../../words/use";
import styles from "./intake.module.css";

/** Of which grade: cards, and one for goods that are not graded. */
export function Which(props: { product: ProductRow; chosen: string | null; onTake: (grade: string) => void }) {
  const { t } = useWords();
  const grid = useRef<GridHandle>(null);
  const { grades } = props.product;
  const keys = [...grades.map((grade) => grade.key), ""];
  const taken = props.chosen === null ? -1 : keys.indexOf(props.chosen);
  const [active, setActive] = useState(Math.max(0, taken));
  useEffect(() => grid.current?.focus(), []);
  return (
    <Grid
      ref={grid}
      label={t("intake-grade")}
      count={keys.length}
      leastWidth={190}
      height={92}
      active={active}
      onActive={setActive}
      onTake={(index) => props.onTake(keys[index] ?? "")}
      taken={taken}
      tile={(index) => {
        const grade = grades[index];
        return (
          <span className={styles["grade"]}>
            {grade ? (
              <>
                <Named names={grade.names} className={styles["name"]} />
                <span className={styles["also"]}>
                  <OtherNames names={grade.names} />
                </span>
              </>
            ) : (
              <Written text={t("intake-not-graded")} className={styles["name"]} />
            )}
          </span>
        );
      }}
    />
  );
}

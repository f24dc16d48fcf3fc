import type { ReactNode } from "react";
import { drawing } from "../parts/picture";
import { SaidOver } from "../parts/toast";
import styles from "./gate.module.css";
import { LanguageSwitch } from "./language";

/** The house seen from outside: what stands before anybody is signed in. */
export function Gate({
  title,
  sub,
  children,
  band,
}: {
  title: string;
  sub?: string;
  children: ReactNode;
  band?: ReactNode;
}) {
  return (
    <div className={styles["gate"]}>
      <aside className={styles["wall"]}>
        <div className={styles["mark"]} lang="bo" role="img" aria-label="Tsong">
          ཚོང
        </div>
        <img className={styles["art"]} src={drawing("welcome.svg")} alt="" />
        <span className={styles["edge"]} />
      </aside>
      <main className={styles["room"]}>
        <header className={styles["head"]}>
          <SaidOver>
            <div className="col sp">
              <h1>{title}</h1>
              {sub ? <span className="small">{sub}</span> : null}
            </div>
          </SaidOver>
          <LanguageSwitch />
        </header>
        {band}
        <div className={styles["body"]}>{children}</div>
      </main>
    </div>
  );
}

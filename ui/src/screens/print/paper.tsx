import type { ReactNode } from "react";
import type { ProductRow } from "../../../bindings/commands";
import { type Key, type Language, sentence } from "../../words/catalogue";
import { Barcode } from "./barcode";
import styles from "./print.module.css";
import type { Paper } from "./slip";

/** What is the same on every paper of the station. */
export interface Letterhead {
  paper: Paper;
  languages: readonly Language[];
  station: string;
  place: string;
  phone: string;
  /** It was printed before. */
  isCopy: boolean;
}

/** A label in the languages of the paper. */
export function Label({ of, languages }: { of: Key; languages: readonly Language[] }) {
  return (
    <span className={styles["label"]}>
      {languages.map((language) => (
        <span key={language} lang={language}>
          {sentence(language, of)}
        </span>
      ))}
    </span>
  );
}

/** A name in three languages, as far as they are there and differ. */
export function Names({ names, languages }: { names: ProductRow["names"]; languages: readonly Language[] }) {
  const shown = languages
    .map((language) => ({ language, text: names[language] }))
    .filter((one, at, all) => one.text !== "" && all.findIndex((other) => other.text === one.text) === at);
  return (
    <>
      {shown.map((one) => (
        <span key={one.language} lang={one.language} className={styles["name"]}>
          {one.text}
        </span>
      ))}
    </>
  );
}

/** The head of every paper: whose it is, what it is, its number in digits and bars. */
export function Sheet({
  head,
  title,
  number,
  children,
}: {
  head: Letterhead;
  title: Key;
  number: string;
  children: ReactNode;
}) {
  return (
    <article className={`${styles["sheet"]} ${styles[head.paper]}`}>
      <header className={styles["head"]}>
        <div className={styles["station"]}>
          <b>{head.station}</b>
          <span lang="zh-CN">{head.place}</span>
          {head.phone === "" ? null : <span className={styles["digits"]}>{head.phone}</span>}
        </div>
        <div className={styles["title"]}>
          <Label of={title} languages={head.languages} />
          {head.isCopy ? (
            <b className={styles["copy"]}>
              <Label of="print-copy" languages={head.languages} />
            </b>
          ) : null}
        </div>
      </header>
      <div className={styles["code"]}>
        <Barcode number={number} />
        <b className={styles["number"]}>{number}</b>
      </div>
      {children}
    </article>
  );
}

/** A label and what it says. */
export function Fact({
  of,
  head,
  isLong = false,
  children,
}: {
  of: Key;
  head: Letterhead;
  /** It takes a line of its own. */
  isLong?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`${styles["fact"]} ${isLong ? styles["long"] : ""}`}>
      <Label of={of} languages={head.languages} />
      <span className={styles["value"]}>{children}</span>
    </div>
  );
}

import { useEffect, useRef } from "react";
import { Icon } from "../../parts/icon";
import { CheckIcon } from "../../parts/icons";
import { langOf } from "../../parts/written";
import { useWords } from "../../words/use";
import type { Offer } from "./goods";
import styles from "./grades.module.css";

/** A grade by letter and length is known by them in every language: `a-7-9` is A 7–9. */
export function shortGrade(key: string): string | null {
  const match = /^([a-z])(?:-(\d+)-(\d+))?$/u.exec(key);
  if (!match) return null;
  const letter = (match[1] ?? "").toUpperCase();
  return match[2] ? `${letter} ${match[2]}–${match[3] ?? ""}` : letter;
}

/** The grades of a product with their prices; the quantity's arrows move among them. */
export function Grades(props: { offers: readonly Offer[]; chosen: string; onChoose: (listing: string) => void }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { chosen } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chosen grade has to be seen
  useEffect(() => {
    box.current?.querySelector('[aria-checked="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div ref={box} className={styles["grades"]} role="radiogroup" aria-label={words.t("till-grade")}>
      {props.offers.map((offer) => {
        const { id, price_fen, here } = offer.listing;
        const name = offer.grade ? words.name(offer.grade) : words.t("till-all-grades");
        const isChosen = id === chosen;
        const short = shortGrade(offer.listing.grade) ?? name;
        const lang = langOf(short);
        const label = here <= 0 ? `${name} · ${words.t("till-sold-out")}` : name;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button that is one of several choices
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={isChosen}
            tabIndex={-1}
            className={`${styles["one"]} ${isChosen ? styles["on"] : ""} ${here <= 0 ? styles["out"] : ""}`}
            onClick={() => props.onChoose(id)}
            title={label}
            aria-label={`${label} ¥${words.price(price_fen)}`}
          >
            <span className={styles["name"]} {...(lang ? { lang } : {})}>
              {short}
            </span>
            <span className="tn">¥{words.price(price_fen)}</span>
            {isChosen ? <Icon of={CheckIcon} size="s" /> : null}
          </button>
        );
      })}
    </div>
  );
}

import { Button } from "react-aria-components";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { CheckIcon, CloseIcon, DecideIcon, DoneIcon, MinusIcon, PasteIcon } from "../../parts/icons";
import { maskPhone } from "../../parts/phone";
import { langOf } from "../../parts/written";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import styles from "./buyer.module.css";
import { type Buyer, hasBuyer } from "./order";
import { piecesOf, type Sure, sureness } from "./paste";

/** A part of the buyer that can be put right. */
export type Part = "name" | "phone" | "place" | "address";

const LABELS: Record<Part, Key> = {
  name: "till-buyer-name",
  phone: "till-buyer-phone",
  place: "till-buyer-place",
  address: "till-buyer-street",
};

const MARKS: Record<Sure, { icon: typeof CheckIcon; flag: string; label: Key }> = {
  sure: { icon: CheckIcon, flag: "c-water", label: "till-part-sure" },
  doubt: { icon: DecideIcon, flag: "c-earth", label: "till-part-doubt" },
  missing: { icon: MinusIcon, flag: "c-cloud", label: "till-part-missing" },
};

const textOf = (buyer: Buyer, part: Part): string => {
  if (part === "phone") return maskPhone(buyer.phone);
  if (part === "place") return buyer.region.filter(Boolean).join(" ") || buyer.place;
  return buyer[part];
};

/** Who the order goes to: the pasted text with what was read out of it, and each part to be put right. */
export function BuyerCard(props: {
  buyer: Buyer;
  isReading: boolean;
  onPaste: () => void;
  onEdit: (part: Part) => void;
  onClear: () => void;
}) {
  const { t } = useWords();
  const { buyer } = props;
  const isThere = hasBuyer(buyer) || buyer.raw !== "";
  const sure = sureness(buyer);
  return (
    <section className={styles["buyer"]} aria-label={t("till-buyer")}>
      <div className={styles["head"]}>
        <h2>{t("till-buyer")}</h2>
        {buyer.id === "" ? null : (
          <span className={styles["known"]}>
            <Icon of={DoneIcon} size="s" /> {t("till-buyer-known")}
          </span>
        )}
        {isThere ? null : <span className={styles["nobody"]}>{t("till-buyer-none")}</span>}
        <span className="sp" />
        {isThere ? (
          <Btn look="quiet" label={t("till-buyer-clear")} icon={CloseIcon} iconOnly onPress={props.onClear} />
        ) : null}
        <Btn
          look="soft"
          label={isThere ? t("screen-edit") : t("till-paste")}
          icon={PasteIcon}
          keys="F4"
          className={styles["paste"] ?? ""}
          onPress={props.onPaste}
        />
      </div>
      {isThere ? (
        <>
          {buyer.raw === "" ? null : (
            <div className={styles["raw"]} {...(langOf(buyer.raw) ? { lang: langOf(buyer.raw) } : {})}>
              {props.isReading
                ? buyer.raw
                : piecesOf(buyer.raw, buyer).map((piece, at) =>
                    piece.part ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
                  )}
            </div>
          )}
          <div className={styles["parts"]}>
            {(["name", "phone", "place", "address"] as const).map((part) => {
              const mark = MARKS[sure[part]];
              const value = textOf(buyer, part);
              const lang = langOf(value);
              return (
                <Button key={part} className={styles["part"] ?? ""} onPress={() => props.onEdit(part)}>
                  <span className={`${styles["what"]} meta`}>{t(LABELS[part])}</span>
                  <span
                    className={styles["value"]}
                    title={part === "phone" ? undefined : value}
                    {...(lang ? { lang } : {})}
                  >
                    {value || "—"}
                  </span>
                  <span className={`${styles["mark"]} ${mark.flag}`} role="img" aria-label={t(mark.label)}>
                    <Icon of={mark.icon} size="s" />
                  </span>
                </Button>
              );
            })}
          </div>
        </>
      ) : null}
    </section>
  );
}

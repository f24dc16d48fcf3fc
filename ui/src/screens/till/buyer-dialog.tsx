import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { BuyerCard } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { CheckIcon, PersonIcon } from "../../parts/icons";
import { maskPhone } from "../../parts/phone";
import { PlacePick } from "../../parts/place";
import { Written } from "../../parts/written";
import { useRead } from "../../state/read";
import { plainDigits } from "../../words/digits";
import { useWords } from "../../words/use";
import type { Part } from "./buyer";
import styles from "./buyer-dialog.module.css";
import type { Buyer } from "./order";

/** So many letters or digits, and a known buyer is looked for. */
const LEAST = 2;

function useFound(buyer: Buyer): readonly BuyerCard[] {
  const phone = plainDigits(buyer.phone).replaceAll(/\D/gu, "");
  const text = buyer.id !== "" ? "" : phone.length >= 4 ? phone : buyer.name.trim();
  const found = useRead(
    "buyer.find",
    { find: text, state: "", limit: 4 },
    { isOff: [...text].length < LEAST, keeps: true },
  ).data;
  return [...text].length < LEAST ? [] : (found ?? []);
}

/** The buyer, pasted or typed, each part to be put right. Everything typed is in the order at once. */
export function BuyerDialog(props: {
  buyer: Buyer;
  part: Part | "raw";
  problem: { field: string; sentence: string } | null;
  onRead: (raw: string) => void;
  onChange: (some: Partial<Buyer>) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const { buyer, part, onRead } = props;
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const found = useFound(buyer);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLElement>(
      `[data-part="${part}"] input, [data-part="${part}"] textarea`,
    );
    field?.focus();
  }, [part]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const typeRaw = (raw: string) => {
    props.onChange({ raw });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onRead(raw), 350);
  };
  const change = (some: Partial<Buyer>, settled: RegExp) =>
    props.onChange({ ...some, doubts: buyer.doubts.filter((doubt) => !settled.test(doubt)) });
  const problemOf = (field: string) => (props.problem?.field === field ? props.problem.sentence : undefined);
  return (
    <Dialog
      title={t("till-buyer")}
      onClose={props.onClose}
      wide
      actions={<Btn look="main" label={t("screen-done")} icon={CheckIcon} keys="F4" onPress={props.onClose} />}
    >
      <div ref={box} className={styles["form"]}>
        <div data-part="raw" className={styles["whole"]}>
          <Field
            label={t("till-buyer-raw")}
            hint={t("till-buyer-raw-hint")}
            value={buyer.raw}
            onChange={typeRaw}
            lines={3}
            maxLength={4_000}
          />
        </div>
        <div data-part="name">
          <Field
            label={t("till-buyer-name")}
            value={buyer.name}
            maxLength={80}
            onChange={(name) => change({ name }, /^(?:no_name|name)/u)}
            problem={problemOf("name")}
            onEnter={props.onClose}
          />
        </div>
        <div data-part="phone">
          <Field
            label={t("till-buyer-phone")}
            kind="phone"
            value={buyer.phone}
            maxLength={40}
            onChange={(phone) => change({ phone, id: "" }, /^(?:no_phone|phone)/u)}
            problem={problemOf("phone")}
            onEnter={props.onClose}
          />
        </div>
        {found.length > 0 ? (
          <div className={styles["found"]}>
            <span className="meta">{t("till-buyer-found")}</span>
            {found.map((one) => (
              <Button
                key={one.id}
                className={styles["one"] ?? ""}
                onPress={() => {
                  const { id, name, phone, region, place, address } = one;
                  props.onChange({ id, name, phone, region, place, address, doubts: [] });
                }}
              >
                <Icon of={PersonIcon} />
                <Written text={one.name} className={styles["who"]} />
                <span className="tn">{maskPhone(one.phone)}</span>
                <Written text={[...one.region, one.address].filter(Boolean).join(" ")} className={styles["where"]} />
              </Button>
            ))}
          </div>
        ) : null}
        <div data-part="place" className={styles["whole"]}>
          <PlacePick
            label={t("till-buyer-place")}
            code={buyer.place}
            onPick={(place, region) => change({ place, region }, /^place/u)}
            {...(problemOf("place") ? { problem: problemOf("place") ?? "" } : {})}
          />
        </div>
        <div data-part="address" className={styles["whole"]}>
          <Field
            label={t("till-buyer-street")}
            value={buyer.address}
            maxLength={300}
            onChange={(address) => change({ address }, /^no_address/u)}
            problem={problemOf("address")}
            onEnter={props.onClose}
          />
        </div>
      </div>
    </Dialog>
  );
}

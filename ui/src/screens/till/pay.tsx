import { useEffect, useRef, useState } from "react";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CheckIcon, ScanIcon } from "../../parts/icons";
import { ChangeBack, PayCode, usePayCode } from "../../parts/paycode";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import {
  type Content,
  DEPOSIT_WAYS,
  type DepositWay,
  depositFen,
  paidFor,
  SOURCES,
  type Source,
  sums,
  WAYS,
  type Way,
} from "./order";
import styles from "./pay.module.css";

export const SOURCE_WORDS: Record<Source, Key> = {
  counter: "till-source-counter",
  phone: "till-source-phone",
  message: "till-source-message",
  livestream: "till-source-livestream",
};
export const WAY_WORDS: Record<Way, Key> = {
  cash: "way-cash",
  wechat: "way-wechat",
  alipay: "way-alipay",
  bank: "way-bank",
  on_delivery: "way-on-delivery",
};
const SOURCE_KEYS: Record<Source, string> = { counter: "Alt+K", phone: "Alt+P", message: "Alt+M", livestream: "Alt+L" };
const WAY_KEYS: Record<Way, string> = {
  cash: "Alt+C",
  wechat: "Alt+W",
  alipay: "Alt+A",
  bank: "Alt+B",
  on_delivery: "Alt+D",
};

/** The order with another source; the payment goes along unless a hand chose it. */
export const withSource = (content: Content, source: Source): Content =>
  paidFor({ ...content, source, isSourceChosen: true });

/** The order with another way of paying. On delivery nothing is there yet; cash is. */
export const withWay = (content: Content, way: Way): Content => ({
  ...content,
  way,
  isCleared: way !== "on_delivery" && (way === content.way ? content.isCleared : content.isCleared || way === "cash"),
  isPayChosen: true,
});

/** The order with the money there or still to come. */
export const withCleared = (content: Content, isCleared: boolean): Content =>
  content.way === "on_delivery" ? content : { ...content, isCleared, isPayChosen: true };

type Change = (to: (content: Content) => Content) => void;

function ChordKey({ keys, label, run }: { keys: string; label: string; run: () => void }) {
  useKey(keys, label, run);
  return null;
}

/** One key for each source and each way of paying. */
export function PayKeys({ change }: { change: Change }) {
  const { t } = useWords();
  useKey("Alt+E", t("till-paid-or-not"), () => change((content) => withCleared(content, !content.isCleared)));
  return (
    <>
      {SOURCES.map((source) => (
        <ChordKey
          key={source}
          keys={SOURCE_KEYS[source]}
          label={t(SOURCE_WORDS[source])}
          run={() => change((content) => withSource(content, source))}
        />
      ))}
      {WAYS.map((way) => (
        <ChordKey
          key={way}
          keys={WAY_KEYS[way]}
          label={t(WAY_WORDS[way])}
          run={() => change((content) => withWay(content, way))}
        />
      ))}
    </>
  );
}

/** What a buyer pays of it beforehand; the rest is still to come. */
function Deposit({ content, change, onEnter }: { content: Content; change: Change; onEnter: () => void }) {
  const words = useWords();
  const { t } = words;
  const deposit = depositFen(content);
  const restFen = sums(content).totalFen - (deposit ?? 0);
  return (
    <div className={styles["deposit"]}>
      <Field
        label={t("till-deposit")}
        kind="number"
        value={content.deposit}
        onChange={(typed) => change((one) => ({ ...one, deposit: typed }))}
        maxLength={12}
        placeholder="0"
        after={<span className="small">¥</span>}
        problem={
          deposit === null ? t("till-deposit-too-much", { total: words.money(sums(content).totalFen) }) : undefined
        }
        hint={deposit ? t("till-deposit-rest", { amount: words.money(restFen) }) : t("till-deposit-hint")}
        onEnter={onEnter}
      />
      <Choice<DepositWay>
        label={t("till-deposit-way")}
        value={content.depositWay}
        options={DEPOSIT_WAYS.map((id) => ({ id, label: t(WAY_WORDS[id]) }))}
        onChange={(depositWay) => change((one) => ({ ...one, depositWay }))}
      />
    </div>
  );
}

/** Where the order came from and how it is paid, side by side, with the key of each. */
export function PayDialog({ content, change, onClose }: { content: Content; change: Change; onClose: () => void }) {
  const { t } = useWords();
  const { totalFen } = sums(content);
  const [given, setGiven] = useState("");
  const [isCodeShown, setCodeShown] = useState(false);
  const code = usePayCode(content.way);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("[data-selected] input")?.focus(), []);
  const keyed = (label: string, keys: string) => (
    <span className={styles["keyed"]}>
      <span className="lbl">{label}</span>
      <span className="key">{keys}</span>
    </span>
  );
  return (
    <Dialog
      title={t("till-pay-title")}
      onClose={onClose}
      wide
      actions={<Btn look="main" label={t("screen-done")} icon={CheckIcon} keys="Enter" inFields onPress={onClose} />}
    >
      <PayKeys change={change} />
      <div ref={box} className={styles["form"]}>
        <Choice<Way>
          label={t("till-way")}
          look="cards"
          value={content.way}
          options={WAYS.map((id) => ({ id, label: t(WAY_WORDS[id]), content: keyed(t(WAY_WORDS[id]), WAY_KEYS[id]) }))}
          onChange={(way) => change((one) => withWay(one, way))}
        />
        <Choice<"cleared" | "expected">
          label={t("till-paid-or-not")}
          look="cards"
          value={content.isCleared ? "cleared" : "expected"}
          isDisabled={content.way === "on_delivery"}
          options={(["cleared", "expected"] as const).map((id) => ({
            id,
            label: t(id === "cleared" ? "payment-cleared" : "payment-expected"),
            content: keyed(t(id === "cleared" ? "payment-cleared" : "payment-expected"), "Alt+E"),
          }))}
          onChange={(id) => change((one) => withCleared(one, id === "cleared"))}
        />
        <Choice<Source>
          label={t("till-source")}
          look="cards"
          value={content.source}
          options={SOURCES.map((id) => ({
            id,
            label: t(SOURCE_WORDS[id]),
            content: keyed(t(SOURCE_WORDS[id]), SOURCE_KEYS[id]),
          }))}
          onChange={(source) => change((one) => withSource(one, source))}
        />
        {content.isCleared ? null : <Deposit content={content} change={change} onEnter={onClose} />}
        {content.way === "cash" && content.isCleared ? (
          <ChangeBack dueFen={totalFen} given={given} onGiven={setGiven} onEnter={onClose} />
        ) : null}
        {code ? (
          <Btn icon={ScanIcon} keys="Alt+Q" label={t("pay-code-show")} onPress={() => setCodeShown(true)} />
        ) : null}
      </div>
      {code && isCodeShown ? (
        <PayCode code={code} way={content.way} amountFen={totalFen} onClose={() => setCodeShown(false)} />
      ) : null}
    </Dialog>
  );
}

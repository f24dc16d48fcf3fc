import { useState } from "react";
import type { OrderShown } from "../../../bindings/commands";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { BackIcon, ParcelIcon } from "../../parts/icons";
import { PhotoPick } from "../../parts/photo";
import { Picture } from "../../parts/picture";
import { State } from "../../parts/state";
import { Problem } from "../../parts/states";
import { useForm } from "../../state/form";
import { useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSession } from "../../state/session";
import type { Key } from "../../words/catalogue";
import { typedFen } from "../../words/digits";
import { price } from "../../words/formats";
import { useWords } from "../../words/use";
import { BackForm } from "./back";
import { useProductNames } from "./names";
import styles from "./orders.module.css";
import { amountProblem } from "./paying";

const WHY = ["spoilt", "damaged", "wrong", "short", "late", "lost"] as const;
const BEARERS = ["villager", "station", "carrier"] as const;
const WAYS = ["cash", "wechat", "alipay", "bank"] as const;
const STEPS = ["requested", "agreed", "await_goods", "inspected", "refunded", "refused", "withdrawn"] as const;
type Step = (typeof STEPS)[number];

/** Steps that need more than a press. */
const ASKED: readonly Step[] = ["requested", "refunded", "refused"];

/** The word on a step. */
const wordOf = (step: Step): Key => `orders-after-do-${step === "await_goods" ? "await-goods" : step}`;

const isStep = (word: string): word is Step => (STEPS as readonly string[]).includes(word);

/** A complaint about goods that went: what is wrong, what was agreed, what goes back and who bears it. */
export function AfterDialog({ order, onClose }: { order: OrderShown; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const { complaint } = order;
  const { may } = useSession();
  const send = useWrite("order.after_sale");
  const saving = useSaving([]);
  const steps = complaint.next.filter(isStep);
  const [chosen, setChosen] = useState<Step | null>(null);
  const step = chosen ?? (complaint.state === "" && steps[0] === "requested" ? "requested" : null);
  const run = (next: Step) => {
    if (ASKED.includes(next)) {
      setChosen(next);
      return;
    }
    void saving.run(async () => {
      await send.run({ id: order.id, step: next, reason: "", photo: "", thumbnail: "", way: "", bears: "" });
    });
  };
  return (
    <Dialog title={t("orders-after-title", { number: order.number })} onClose={onClose} wide>
      <Told order={order} />
      {step === null ? (
        <>
          <div className={styles["questions"]}>
            {steps.map((one, at) => (
              <Btn
                key={one}
                keys={String(at + 1)}
                label={t(wordOf(one))}
                autoFocus={at === 0}
                isDisabled={saving.isRunning}
                onPress={() => run(one)}
              />
            ))}
          </div>
          {complaint.state === "agreed" && complaint.refundable_fen === 0 ? (
            <p className="small">{t("orders-after-nothing-paid")}</p>
          ) : null}
          <Problem error={saving.error} />
          {may("order.take_back") ? <BackForm order={order} /> : null}
        </>
      ) : (
        <StepForm
          key={step}
          order={order}
          step={step}
          onBack={complaint.state === "" ? null : () => setChosen(null)}
          onDone={() => setChosen(null)}
        />
      )}
    </Dialog>
  );
}

/** How it stands, with both photos side by side. */
function Told({ order }: { order: OrderShown }) {
  const words = useWords();
  const { t } = words;
  const { complaint } = order;
  const photos = [
    ["orders-after-packed", complaint.packed_photo],
    ["orders-after-shown", complaint.photo],
  ] as const;
  return (
    <div className={styles["after"]}>
      <div className="col">
        {complaint.state === "" ? (
          <p>{t("orders-after-none")}</p>
        ) : (
          <State
            flag={complaint.state === "refunded" ? "water" : "earth"}
            label={words.word("after-sale", complaint.state)}
          />
        )}
        {complaint.reason === "" ? null : <b>{words.word("complaint", complaint.reason)}</b>}
        {complaint.refunded_fen > 0 ? (
          <span className="small">
            {t("orders-after-borne", {
              amount: words.money(complaint.refunded_fen),
              bears: words.word("orders-after-bears", complaint.bears),
            })}
          </span>
        ) : null}
        {complaint.perishes ? <p className="small">{t("orders-after-perishes")}</p> : null}
      </div>
      {photos.map(([label, photo]) => (
        <figure key={label} className={styles["evidence"]}>
          {photo === "" ? (
            <span className={styles["blank"]}>{t("orders-after-no-photo")}</span>
          ) : (
            <Picture photo={photo} width={160} height={120} />
          )}
          <figcaption className="meta">{t(label)}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function StepForm({
  order,
  step,
  onBack,
  onDone,
}: {
  order: OrderShown;
  step: Step;
  onBack: (() => void) | null;
  onDone: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { complaint } = order;
  const send = useWrite("order.after_sale");
  const saving = useSaving(["reason", "amount"]);
  const isRefund = step === "refunded";
  const offered = Math.min(complaint.refundable_fen, order.total_fen);
  const form = useForm("complaint", `${order.id} ${step}`, {
    why: step === "requested" ? "spoilt" : "",
    more: "",
    photo: "",
    thumbnail: "",
    amount: price(offered).replaceAll(",", ""),
    way: order.payments.find((one) => one.state === "cleared" || one.state === "part_refunded")?.way ?? "cash",
    bears: "villager",
    line: "",
  });
  const { why, more, amount, way, bears, line } = form.value;
  const [isTried, setTried] = useState(false);
  const reason = more.trim() === "" ? why : more.trim();
  const lacks = !isRefund && reason === "";
  const amountBad = isRefund ? amountProblem(amount, complaint.refundable_fen) : null;
  const save = () => {
    setTried(true);
    const fen = typedFen(amount);
    if (lacks || amountBad !== null) return;
    void saving.run(async () => {
      await send.run({
        id: order.id,
        step,
        reason,
        photo: form.value.photo,
        thumbnail: form.value.thumbnail,
        way: isRefund ? way : "",
        bears: isRefund ? bears : "",
        ...(isRefund && fen !== null ? { amount: fen } : {}),
        ...(isRefund && line !== "" ? { line: Number(line) } : {}),
      });
      form.drop();
      onDone();
    });
  };
  useKey("Alt+ArrowLeft", t("screen-back"), () => onBack?.(), { isOff: onBack === null });
  return (
    <>
      {isRefund ? (
        <RefundFields
          order={order}
          amount={amount}
          way={way}
          bears={bears}
          line={line}
          problem={(isTried && amountBad ? words.reason(amountBad) : undefined) ?? saving.problem("amount")}
          onChange={form.set}
          onEnter={save}
        />
      ) : (
        <>
          {step === "requested" ? (
            <Choice<string>
              label={t("orders-after-why")}
              look="cards"
              options={WHY.map((id) => ({ id, label: t(`complaint-${id}`) }))}
              value={why}
              onChange={(next) => form.set({ why: next })}
            />
          ) : null}
          <Field
            label={t("orders-after-more")}
            value={more}
            onChange={(next) => form.set({ more: next })}
            maxLength={200}
            autoFocus={step !== "requested"}
            problem={isTried && lacks ? words.reason("empty") : saving.problem("reason")}
            onEnter={save}
          />
          <PhotoPick
            label={t("orders-after-shown")}
            photo={form.value.photo}
            blank={<Icon of={ParcelIcon} size="xl" />}
            onTaken={({ photo, thumbnail }) => form.set({ photo, thumbnail })}
          />
        </>
      )}
      <Problem error={saving.error} />
      <div className={styles["acts"]}>
        {onBack ? <Btn look="quiet" icon={BackIcon} label={t("screen-back")} onPress={onBack} /> : null}
        <span className="sp" />
        <Btn look="main" big keys="F12" label={t(wordOf(step))} isDisabled={saving.isRunning} onPress={save} />
      </div>
    </>
  );
}

interface RefundTyped {
  amount: string;
  way: string;
  bears: string;
  line: string;
}

/** How much goes back, by which way, for which goods, and who bears it. */
function RefundFields({
  order,
  problem,
  onChange,
  onEnter,
  ...typed
}: RefundTyped & {
  order: OrderShown;
  problem: string | undefined;
  onChange: (next: Partial<RefundTyped>) => void;
  onEnter: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const named = useProductNames();
  return (
    <>
      <Field
        label={t("orders-amount")}
        kind="number"
        value={typed.amount}
        onChange={(amount) => onChange({ amount })}
        autoFocus
        maxLength={16}
        problem={problem}
        hint={t("orders-refund-most", { amount: words.money(order.complaint.refundable_fen) })}
        onEnter={onEnter}
      />
      <Choice<string>
        label={t("orders-after-bears")}
        look="cards"
        options={BEARERS.map((id) => ({ id, label: t(`orders-after-bears-${id}`) }))}
        value={typed.bears}
        onChange={(bears) => onChange({ bears })}
      />
      {order.filled.length > 1 ? (
        <Choice<string>
          label={t("orders-after-line")}
          look="cards"
          options={[
            { id: "", label: t("orders-after-all-lines") },
            ...order.filled.map((line) => ({ id: String(line.line), label: named(line).name })),
          ]}
          value={typed.line}
          onChange={(line) => onChange({ line })}
        />
      ) : null}
      <Choice<string>
        label={t("orders-way")}
        look="cards"
        options={WAYS.map((id) => ({ id, label: words.word("way", id) }))}
        value={typed.way}
        onChange={(way) => onChange({ way })}
      />
      <p className="small">{t("orders-refund-hint")}</p>
    </>
  );
}

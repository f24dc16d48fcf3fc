import { useState } from "react";
import type { CallCandidate, CallList, CallNeed, CallVillager } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { CheckIcon, DoneIcon, PrintIcon, ShopIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { SomebodyDialog } from "../../parts/somebody";
import { Empty, Failed, Loading, Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { client, useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { readQuantity, typedQuantity, type WeightUnit } from "../../words/weight";
import { printCalls } from "../print/print";
import styles from "./morning.module.css";
import { chatText } from "./text";

/** Goods that somebody is asked for. */
interface Wanted {
  product: string;
  grade: string;
  measure: string;
  proposed: number;
}

/** Who is called: one villager for one kind of goods. */
interface Called extends Wanted {
  villager: string;
  name: string;
}

/** Whom to call for goods that orders wait for, what was promised and what was brought. */
export function Calls() {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const read = useRead("morning.calls", { day: "" }, { everyMs: 60_000 });
  const [called, setCalled] = useState<Called | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [isTextShown, setTextShown] = useState(false);
  if (read.error) return <Failed error={read.error} onAgain={read.again} />;
  const list = read.data;
  if (!list) return <Loading rows={6} />;
  const print = () =>
    void printCalls().catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
  if (list.needs.length === 0 && list.villagers.length === 0) {
    return <Empty picture="empty-orders.svg" title={t("morning-nobody")} hint={t("morning-nobody-hint")} />;
  }
  return (
    <>
      <div className={styles["lists"]}>
        <section className={`card ${styles["needs"]}`} aria-label={t("morning-needs")}>
          <h2>{t("morning-needs")}</h2>
          {list.needs.length === 0 ? <p className="small">{t("morning-nothing-wanted")}</p> : null}
          <ul>
            {list.needs.map((need) => (
              <Need key={`${need.product} ${need.grade}`} need={need} onCall={setCalled} onAsk={setWanted} />
            ))}
          </ul>
        </section>
        <section className={`card ${styles["needs"]}`} aria-label={t("morning-answers")}>
          <h2>{t("morning-answers")}</h2>
          <Answers villagers={list.villagers} onCall={setCalled} />
        </section>
      </div>
      <div className={styles["acts"]}>
        <span className="sp" />
        <Btn icon={ShopIcon} keys="F8" label={t("morning-chat")} onPress={() => setTextShown(true)} />
        <Btn icon={PrintIcon} keys="Ctrl+P" label={t("morning-print")} onPress={print} />
      </div>
      {wanted ? (
        <SomebodyDialog
          title={t("morning-somebody-else")}
          onChosen={(villager, name) => {
            setWanted(null);
            setCalled({ ...wanted, villager, name });
          }}
          onClose={() => setWanted(null)}
        />
      ) : null}
      {called ? <PromiseDialog called={called} onClose={() => setCalled(null)} /> : null}
      {isTextShown ? <ChatDialog list={list} onClose={() => setTextShown(false)} /> : null}
    </>
  );
}

function useGoodsName(): (product: string, grade: string) => string {
  const products = useProducts();
  return (product, grade) => [products.name(product), products.grade(product, grade)].filter(Boolean).join(" ");
}

function Need({
  need,
  onCall,
  onAsk,
}: {
  need: CallNeed;
  onCall: (called: Called) => void;
  /** Somebody who is not proposed. */
  onAsk: (goods: Wanted) => void;
}) {
  const { t } = useWords();
  const text = useQuantityText();
  const products = useProducts();
  const named = useGoodsName();
  const isMet = need.open === 0;
  const call = (one: CallCandidate) =>
    onCall({
      villager: one.villager,
      name: one.name,
      product: need.product,
      grade: need.grade,
      measure: need.measure,
      proposed: one.offer,
    });
  return (
    <li className={styles["need"]}>
      <Picture file={products.picture(need.product)} width={58} height={50} />
      <div className="col">
        <b>{named(need.product, need.grade)}</b>
        <span className="small tn">
          {t("morning-need-sum", {
            wanted: text(need.wanted, need.measure),
            here: text(Math.max(0, need.here), need.measure),
            coming: text(need.coming, need.measure),
          })}
        </span>
        <span className={isMet ? styles["met"] : styles["open"]}>
          {isMet ? <Icon of={DoneIcon} size="s" /> : null}
          {isMet ? t("morning-met") : t("morning-open", { open: text(need.open, need.measure) })}
        </span>
        {isMet ? null : (
          <span className={styles["whom"]}>
            {need.candidates.length === 0 ? <span className="small">{t("morning-nobody-to-ask")}</span> : null}
            {need.candidates.map((one) => (
              <Btn
                key={one.villager}
                look="soft"
                label={`${one.name} ${text(one.offer, need.measure)}`}
                onPress={() => call(one)}
              />
            ))}
            <Btn
              look="quiet"
              label={t("morning-somebody-else")}
              onPress={() =>
                onAsk({ product: need.product, grade: need.grade, measure: need.measure, proposed: need.open })
              }
            />
          </span>
        )}
      </div>
    </li>
  );
}

function Answers({ villagers, onCall }: { villagers: readonly CallVillager[]; onCall: (called: Called) => void }) {
  const { t } = useWords();
  const text = useQuantityText();
  const named = useGoodsName();
  if (villagers.length === 0) return <p className="small">{t("morning-no-answers")}</p>;
  return (
    <table className={styles["answers"]}>
      <thead>
        <tr>
          <th>{t("morning-who")}</th>
          <th className="r">{t("morning-promised")}</th>
          <th className="r">{t("morning-brought")}</th>
          <th className="r">{t("morning-short")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {villagers.flatMap((one) =>
          one.rows.map((row) => (
            <tr key={`${one.villager} ${row.product} ${row.grade}`}>
              <td>
                <b>
                  <Written text={one.name} />
                </b>
                <div className="small">{named(row.product, row.grade)}</div>
              </td>
              <td className="r tn">
                {row.promised === undefined
                  ? "—"
                  : row.promised === 0
                    ? t("morning-cannot")
                    : text(row.promised, row.measure)}
              </td>
              <td className="r tn">{row.brought === 0 ? "—" : text(row.brought, row.measure)}</td>
              <td className={`r tn ${row.short > 0 ? "c-fire strong" : ""}`}>
                {row.short === 0 ? "—" : text(row.short, row.measure)}
              </td>
              <td className="r">
                <Btn
                  look="quiet"
                  label={t("morning-again")}
                  onPress={() =>
                    onCall({
                      villager: one.villager,
                      name: one.name,
                      product: row.product,
                      grade: row.grade,
                      measure: row.measure,
                      proposed: row.promised ?? row.brought,
                    })
                  }
                />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** What somebody who was called said: how much, or that it cannot be, so that others are asked. */
function PromiseDialog({ called, onClose }: { called: Called; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const named = useGoodsName();
  const { settings } = useSettings();
  const unit: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const save = useWrite("promise.save");
  const saving = useSaving(["quantity"]);
  const [typed, setTyped] = useState(typedQuantity(called.proposed, called.measure, unit));
  const [isTried, setTried] = useState(false);
  const amount = readQuantity(typed, called.measure, unit, true);
  const { villager, product, grade } = called;
  const send = (quantity: number) =>
    void saving.run(async () => {
      await save.run({ day: "", villager, product, grade, quantity });
      void client.invalidateQueries();
      onClose();
    });
  const run = () => {
    setTried(true);
    if ("quantity" in amount) send(amount.quantity);
  };
  return (
    <Dialog
      title={t("morning-promise-title", { name: called.name })}
      onClose={onClose}
      actions={
        <>
          <Btn label={t("morning-cannot")} keys="F8" isDisabled={saving.isRunning} onPress={() => send(0)} />
          <Btn
            look="main"
            icon={CheckIcon}
            keys="F12"
            label={t("morning-promise-save")}
            isDisabled={saving.isRunning}
            onPress={run}
          />
        </>
      }
    >
      <p className={styles["ask"]}>{named(product, grade)}</p>
      <Field
        label={t("morning-promised")}
        kind="number"
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setTried(false);
          saving.clear();
        }}
        problem={
          (isTried && "reason" in amount ? words.reason(amount.reason) : undefined) ?? saving.problem("quantity")
        }
        onEnter={run}
        autoFocus
        maxLength={40}
        after={
          <span className="small">{t(called.measure === "piece" ? "unit-piece" : (`unit-${unit}` as const))}</span>
        }
      />
      <p className="small">{t("morning-promise-hint")}</p>
      <Problem error={saving.error} />
    </Dialog>
  );
}

/** The list as text, chosen whole: Ctrl+C takes it into the chat. */
function ChatDialog({ list, onClose }: { list: CallList; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const quantity = useQuantityText();
  const goods = useGoodsName();
  const say = useSay();
  const told = chatText(list, {
    head: t("morning-chat-head", { day: list.day }),
    goods,
    quantity,
    promised: (what, much) => t("morning-chat-promised", { goods: what, quantity: much }),
    brought: (what, much) => t("morning-chat-brought", { goods: what, quantity: much }),
    short: (what, much) => t("morning-chat-short", { goods: what, quantity: much }),
    wanted: (what, much) => t("morning-chat-wanted", { goods: what, quantity: much }),
  });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(told);
      say({ text: t("morning-copied") });
      onClose();
    } catch {
      // Where the system lets no page write, the text is chosen already: its own key copies it.
      say({ text: t("morning-copy-by-hand"), forMs: 9_000 });
    }
  };
  return (
    <Dialog
      title={t("morning-chat")}
      onClose={onClose}
      wide
      actions={<Btn look="main" keys="F12" label={t("morning-copy")} onPress={() => void copy()} />}
    >
      <textarea
        className={styles["chat"]}
        readOnly
        value={told}
        aria-label={t("morning-chat")}
        rows={Math.min(16, told.split("\n").length + 1)}
        autoFocus
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  );
}

import { useState } from "react";
import type { ListingRow, PriceChange, PriceUnder } from "../../../bindings/commands";
import { call, errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CloseIcon, HistoryIcon, PlusIcon } from "../../parts/icons";
import { Failed, Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { Written } from "../../parts/written";
import { useForm } from "../../state/form";
import { client, useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useSettings } from "../../state/settings";
import { useActor } from "../../words/actor";
import { useWords } from "../../words/use";
import { readQuantity, typedQuantity, type WeightUnit } from "../../words/weight";
import { useCondition } from "./condition";
import { readPrice } from "./content";
import styles from "./prices.module.css";

const SOURCES = ["", "counter", "phone", "message", "livestream", "platform"] as const;

/** Prices that count for a way in, from a quantity on, or on certain days; each change with who made it. */
export function Prices({ row }: { row: ListingRow }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const condition = useCondition();
  const [open, setOpen] = useState<PriceUnder | "new" | "history" | null>(null);
  const read = useRead("listing.show", { id: row.id });
  const set = useWrite("price.set");
  if (read.error) return <Failed error={read.error} onAgain={read.again} />;
  const prices = read.data?.prices ?? [];
  const drop = async (one: PriceUnder) => {
    const { price_fen, is_over, ...when } = one;
    try {
      await set.run({ listing: row.id, ...when });
      void client.invalidateQueries();
      const back = () => void call("price.set", { listing: row.id, ...when, price: price_fen }).then(refresh, refused);
      say({ text: t("listings-price-gone"), undo: back });
    } catch (thrown) {
      refused(thrown);
    }
  };
  const refresh = () => void client.invalidateQueries();
  const refused = (thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" });
  return (
    <section className={styles["prices"]} aria-label={t("listings-prices")}>
      <div className={styles["head"]}>
        <h3 className="meta">{t("listings-prices")}</h3>
        <span className="sp" />
        <Btn
          look="quiet"
          icon={HistoryIcon}
          label={t("listings-price-history")}
          keys="Alt+G"
          iconOnly
          onPress={() => setOpen("history")}
        />
        <Btn look="soft" icon={PlusIcon} label={t("screen-add")} keys="Alt+P" onPress={() => setOpen("new")} />
      </div>
      {prices.length === 0 ? <p className="small">{t("listings-prices-none")}</p> : null}
      <ul className={styles["list"]}>
        {prices.map((one) => {
          const when = condition(one, row.measure);
          return (
            <li key={when} data-over={one.is_over ? "" : undefined}>
              <button type="button" className={styles["one"]} onClick={() => setOpen(one)}>
                <span className="sp">{when}</span>
                {one.is_over ? <span className="small">{t("listings-price-over")}</span> : null}
                <b className="tn">¥{words.price(one.price_fen)}</b>
              </button>
              <Btn
                look="quiet"
                icon={CloseIcon}
                label={`${t("listings-price-drop")}: ${when}`}
                iconOnly
                isDisabled={set.isRunning}
                onPress={() => void drop(one)}
              />
            </li>
          );
        })}
      </ul>
      {open === "history" ? (
        <Dialog title={t("listings-price-history")} onClose={() => setOpen(null)}>
          <PriceHistory changes={read.data?.history ?? []} measure={row.measure} />
        </Dialog>
      ) : open === null ? null : (
        <PriceDialog row={row} price={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

/** Changes of prices, latest first: what it was, what it became, who and when. */
export function PriceHistory({ changes, measure }: { changes: readonly PriceChange[]; measure: string }) {
  const words = useWords();
  const actor = useActor();
  const condition = useCondition();
  if (changes.length === 0) return <p className="small">{words.t("listings-price-no-history")}</p>;
  return (
    <ol className={styles["history"]}>
      {changes.map((one, at) => (
        <li key={`${one.at_ms} ${at}`}>
          <span className="col sp">
            <span>
              {one.what === "under" ? condition(one.price, measure) : words.word("listings-price-of", one.what)}
            </span>
            <span className="meta">
              <Written text={actor(one.actor)} /> · {words.shortDate(one.at_ms)} {words.time(one.at_ms)}
              {one.doubtful ? ` · ${words.t("screen-date-doubtful")}` : ""}
            </span>
          </span>
          <span className="tn">
            {one.was_fen === undefined ? null : <s>¥{words.price(one.was_fen)}</s>}{" "}
            <b>{one.is_gone ? words.t("listings-price-taken") : `¥${words.price(one.price.price_fen)}`}</b>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** One price and when it counts. What was typed stays until it is saved or given up. */
function PriceDialog(props: { row: ListingRow; price: PriceUnder | null; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const { row, price, onClose } = props;
  const { settings } = useSettings();
  const unit: WeightUnit = settings.weight_unit === "jin" ? "jin" : "kg";
  const set = useWrite("price.set");
  const saving = useSaving(["price", "from", "since", "until"]);
  const form = useForm("listing_price", `${row.id} ${price ? JSON.stringify(price) : ""}`, {
    source: price?.source ?? "",
    from: price && price.from > 0 ? typedQuantity(price.from, row.measure, unit) : "",
    since: price?.since ?? "",
    until: price?.until ?? "",
    price: price ? words.price(price.price_fen).replaceAll(",", "") : "",
  });
  const [isTried, setTried] = useState(false);
  const typed = form.value;
  const source = SOURCES.find((one) => one === typed.source) ?? "";
  const fen = readPrice(typed.price);
  const amount = typed.from.trim() === "" ? { quantity: 0 } : readQuantity(typed.from, row.measure, unit, true);
  const days = { since: typed.since.trim(), until: typed.until.trim() };
  const isAny =
    source === "" && "quantity" in amount && amount.quantity === 0 && days.since === "" && days.until === "";
  const run = () => {
    setTried(true);
    if ("reason" in fen || "reason" in amount || isAny) return;
    void saving.run(async () => {
      const next = { source, from: amount.quantity, ...days };
      const isMoved =
        price &&
        (price.source !== source ||
          price.from !== amount.quantity ||
          price.since !== days.since ||
          price.until !== days.until);
      await set.run({ listing: row.id, ...next, price: fen.fen });
      if (isMoved) {
        const { source, from, since, until } = price;
        await set.run({ listing: row.id, source, from, since, until });
      }
      void client.invalidateQueries();
      form.drop();
      onClose();
    });
  };
  const change = (some: Partial<typeof typed>) => {
    form.set(some);
    setTried(false);
    saving.clear();
  };
  return (
    <Dialog
      title={t(price ? "listings-price-change" : "listings-price-add")}
      onClose={onClose}
      form={form}
      wide
      actions={
        <>
          <Btn label={t("screen-cancel")} onPress={onClose} />
          <Btn look="main" keys="F12" label={t("screen-save")} isDisabled={saving.isRunning} onPress={run} />
        </>
      }
    >
      <Field
        label={t(row.measure === "piece" ? "listings-price-piece" : "listings-price-kg")}
        kind="number"
        value={typed.price}
        onChange={(next) => change({ price: next })}
        autoFocus
        maxLength={20}
        after={<span className="small">¥</span>}
        problem={(isTried && "reason" in fen ? words.reason(fen.reason) : undefined) ?? saving.problem("price")}
        onEnter={run}
      />
      <Choice
        label={t("listings-price-source")}
        value={source}
        onChange={(next) => change({ source: next })}
        options={SOURCES.map((id) => ({
          id,
          label: id === "" ? t("listings-price-all") : words.word("orders-source", id),
        }))}
      />
      <div className={styles["three"]}>
        <Field
          label={t("listings-price-from")}
          kind="number"
          value={typed.from}
          onChange={(next) => change({ from: next })}
          maxLength={40}
          placeholder="0"
          after={<span className="small">{t(row.measure === "piece" ? "unit-piece" : `unit-${unit}`)}</span>}
          problem={(isTried && "reason" in amount ? words.reason(amount.reason) : undefined) ?? saving.problem("from")}
          onEnter={run}
        />
        <Field
          label={t("listings-price-since")}
          value={typed.since}
          onChange={(next) => change({ since: next })}
          maxLength={10}
          placeholder="2026-09-20"
          problem={saving.problem("since")}
          onEnter={run}
        />
        <Field
          label={t("listings-price-until")}
          value={typed.until}
          onChange={(next) => change({ until: next })}
          maxLength={10}
          placeholder="2026-10-07"
          problem={saving.problem("until")}
          onEnter={run}
        />
      </div>
      {isTried && isAny ? (
        <p className={styles["trouble"]} role="alert">
          {t("listings-price-any")}
        </p>
      ) : null}
      <p className="small">{t("listings-price-hint")}</p>
      <Problem error={saving.error} />
    </Dialog>
  );
}

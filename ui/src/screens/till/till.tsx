import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Screen } from "../../frame/screen";
import { Btn } from "../../parts/button";
import { ListingsIcon } from "../../parts/icons";
import { Empty, Failed, Loading } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useDraft } from "../../state/draft";
import { useSettings } from "../../state/settings";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { typedOf, type Unit } from "./amount";
import type { Part } from "./buyer";
import { BuyerDialog } from "./buyer-dialog";
import { askedFen, missing, repriced, shownOf, withPad } from "./chosen";
import { Find, type FindHandle } from "./find";
import type { Offer } from "./goods";
import { keeper } from "./keeper";
import { KeptStrip, useKept } from "./kept";
import { type Content, depositFen, isEmpty, isUnread, type Line, NO_PAD, NOBODY, refilled, sums } from "./order";
import { OrderCard } from "./order-card";
import { Pad, type PadHandle } from "./pad";
import { PayDialog, PayKeys } from "./pay";
import { DoneBar } from "./saved";
import { ShortDialog } from "./short";
import styles from "./till.module.css";
import { Total } from "./total";
import { clipboardText, usePaste } from "./use-paste";
import { usePicked } from "./use-picked";
import { usePlace } from "./use-place";
import { useGoods, useNarrow } from "./use-till";

const change = keeper.change;
/** How long a line that was taken out can be put back by one key. */
const REMOVED_MS = 10_000;

/** The till: goods on the left, the order in the middle, how much on the right. */
export function Till() {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const navigate = useNavigate();
  const { listing, draft } = useSearch({ from: "/till" });
  const { settings, change: set } = useSettings();
  const unit: Unit = settings.weight_unit === "jin" ? "jin" : "kg";
  const order = useDraft(keeper, draft);
  const goods = useGoods();
  const kept = useKept(order);
  const paste = usePaste((pasted, before) => repriced(pasted, goods.offers, before.source));
  const find = useRef<FindHandle>(null);
  const pad = useRef<PadHandle>(null);
  const [open, setOpen] = useStays<Part | "raw" | "pay" | null>("till", null);
  const isNarrow = useNarrow();
  const [removed, setRemoved] = useState<{ lines: Line[]; untilMs: number } | null>(null);
  const { content } = order;
  /** A change after which the lines cost what is asked of orders that come so. */
  const changePriced = (to: (one: Content) => Content) => change((one) => repriced(to(one), goods.offers, one.source));
  const toFind = () => find.current?.focus();
  const placing = usePlace(() => {
    setOpen(null);
    setRemoved(null);
    find.current?.clear();
    toFind();
  });
  const take = (offer: Offer, typed: string, lot = "") => {
    change((one) => ({
      ...one,
      pad: {
        ...NO_PAD,
        listing: offer.listing.id,
        typed: typed || (one.pad.listing === "" ? one.pad.typed : ""),
        lot,
        filling: lot === "" ? "earliest_expiry" : "chosen",
      },
    }));
    pad.current?.focus();
  };
  usePicked({ listing, draft, goods, take });
  const ownPrice = (line: Line) => {
    const steps = ofLine(line)?.steps ?? [];
    const asked = askedFen(steps, line.quantity);
    return asked === undefined || asked === line.priceFen ? null : words.price(line.priceFen).replaceAll(",", "");
  };
  const edit = (line: Line) => {
    change((one) => ({
      ...one,
      pad: {
        listing: line.listing,
        typed: typedOf(line.quantity, line.measure, unit),
        price: ownPrice(line),
        editing: line.key,
        lot: line.lot,
        filling: line.filling,
      },
    }));
    pad.current?.focus();
  };
  const remove = (line: Line) => {
    setRemoved({ lines: content.lines, untilMs: performance.now() + REMOVED_MS });
    change((one) => ({
      ...one,
      lines: one.lines.filter((other) => other.key !== line.key),
      pad: one.pad.editing === line.key ? NO_PAD : one.pad,
    }));
  };
  const hasBar = removed !== null || placing.saved !== null;
  const editing = content.lines.find((line) => line.key === content.pad.editing);
  const shown = shownOf(content.pad.listing, goods.offers, goods.products, content.source, editing);
  const ofLine = (line: Line) => shownOf(line.listing, goods.offers, goods.products, content.source, line);
  const isCold = content.lines.some((line) => ofLine(line)?.isCold);
  // A pasted text that a closed dialog, or a power cut, left unread is read now.
  const leftUnread = open === null && isUnread(content.buyer);
  const readNow = useEffectEvent(() => paste.read(content.buyer.raw));
  useEffect(() => {
    if (leftUnread) void readNow();
  }, [leftUnread]);
  const place = async () => {
    if (isUnread(content.buyer)) await paste.read(content.buyer.raw);
    if (content.lines.length > 0 && depositFen(content) === null) setOpen("pay");
    else if (content.lines.length > 0) void placing.place(false);
    else {
      say({ text: words.error({ code: "no_lines" }), flag: "fire" });
      toFind();
    }
  };
  const keep = async () => {
    if (!(await keeper.park())) return;
    find.current?.clear();
    toFind();
  };
  const startBuyer = async () => {
    if (content.buyer.raw === "" && content.buyer.name === "" && content.buyer.phone === "") {
      const text = await clipboardText();
      if (text?.trim()) return paste.read(text);
    }
    setOpen("raw");
  };
  const error = placing.error ?? paste.error ?? order.error;
  const problem = error?.code === "bad_input" ? { field: error.field, sentence: words.reason(error.reason) } : null;
  return (
    <Screen title={t("rail-till")} sub={placing.saved ? t("till-last", { number: placing.saved.number }) : null}>
      <PayKeys change={changePriced} />
      <div className={styles["till"]}>
        <section className={styles["left"]} aria-label={t("till-goods")}>
          {goods.error ? (
            <Failed error={goods.error} onAgain={goods.again} />
          ) : goods.isLoading ? (
            <Loading rows={8} />
          ) : goods.tiles.length === 0 ? (
            <Empty picture="empty-listings.svg" title={t("till-empty")} hint={t("till-empty-hint")}>
              <Btn
                look="main"
                label={t("rail-listings")}
                icon={ListingsIcon}
                onPress={() => void navigate({ to: "/listings" })}
              />
            </Empty>
          ) : (
            <Find ref={find} tiles={goods.tiles} nowMs={goods.nowMs} taken={content.pad.listing} onTake={take} />
          )}
          <div className={styles["strip"]}>
            {removed ? (
              <DoneBar
                text={t("till-removed")}
                untilMs={removed.untilMs}
                onUndo={() => {
                  change((one) => ({ ...one, lines: removed.lines }));
                  setRemoved(null);
                }}
                onEnd={() => setRemoved(null)}
              />
            ) : placing.saved ? (
              <DoneBar
                text={t(placing.saved.isAsked ? "till-asked" : "till-saved", { number: placing.saved.number })}
                sumFen={placing.saved.totalFen}
                untilMs={placing.saved.untilMs}
                onUndo={() => void placing.undo().then(toFind)}
                onPrint={() => void placing.print()}
                onEnd={placing.endSaved}
              />
            ) : null}
            {kept.length === 0 && !hasBar ? (
              <span className={styles["idle"]}>{t("till-kept-none", { key: "F8" })}</span>
            ) : null}
            <KeptStrip
              orders={kept}
              room={(hasBar ? 1 : 2) - (isNarrow ? 1 : 0)}
              onTake={(row) => {
                void keeper.take(row).then(toFind);
              }}
            />
          </div>
        </section>
        <OrderCard
          order={order}
          goods={goods}
          shownOf={ofLine}
          missing={missing(content.lines, goods.offers)}
          isCold={isCold}
          isReading={paste.isReading}
          error={error}
          onEdit={edit}
          onRemove={remove}
          onRule={(line) =>
            change((one) => ({
              ...one,
              lines: one.lines.map((other) => (other.key === line.key ? refilled(other) : other)),
            }))
          }
          onLeave={toFind}
          onBuyer={() => void startBuyer()}
          onPart={setOpen}
          onNobody={() => change((one) => ({ ...one, buyer: NOBODY }))}
          onPay={() => setOpen("pay")}
        />
        <Pad
          ref={pad}
          pad={content.pad}
          shown={shown}
          lines={content.lines}
          unit={unit}
          onUnit={(next) => set({ weight_unit: next })}
          onPad={(some) => change((one) => ({ ...one, pad: { ...one.pad, ...some } }))}
          onAdd={(quantity, priceFen) => {
            placing.clear();
            change((one) => withPad(one, goods.offers, quantity, priceFen));
            find.current?.clear();
            toFind();
          }}
          onClose={() => {
            change((one) => ({ ...one, pad: NO_PAD }));
            toFind();
          }}
        />
        <Total
          totalFen={sums(content).totalFen}
          isEmpty={isEmpty(content)}
          isPlacing={order.isFinishing}
          onKeep={() => void keep()}
          onPlace={() => void place()}
        />
      </div>
      {open === "pay" ? (
        <PayDialog content={content} change={changePriced} onClose={() => setOpen(null)} />
      ) : open === null ? null : (
        <BuyerDialog
          buyer={content.buyer}
          part={open}
          problem={problem}
          onRead={(raw) => void paste.read(raw)}
          onChange={(some) => change((one) => ({ ...one, buyer: { ...one.buyer, ...some } }))}
          onClose={() => setOpen(null)}
        />
      )}
      {placing.short ? (
        <ShortDialog
          error={placing.short.error}
          line={placing.short.line}
          shown={placing.short.line ? ofLine(placing.short.line) : null}
          onTake={placing.takeLess}
          onAsk={() => void placing.place(true)}
          onClose={placing.closeShort}
        />
      ) : null}
    </Screen>
  );
}

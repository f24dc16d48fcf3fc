import { useState } from "react";
import type { FloorRow, LotRow, VillagerRow } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { CloseIcon, MoneyIcon } from "../../parts/icons";
import { Problem } from "../../parts/states";
import { useProducts } from "../../state/products";
import { client, useRead, useWrite } from "../../state/read";
import { useSaving } from "../../state/saving";
import { typedFen } from "../../words/digits";
import { useWords } from "../../words/use";
import { PriceHistory } from "../listings/prices";
import styles from "./villagers.module.css";

/** What a floor may be set for: a product in one grade or in all. */
interface Kind {
  product: string;
  grade: string;
}
const keyOf = ({ product, grade }: Kind) => `${product}/${grade}`;

/** What a villager brings, each grade and all grades of it, once. */
export function kindsOf(lots: readonly LotRow[], floors: readonly FloorRow[]): Kind[] {
  const kinds = new Map<string, Kind>();
  const add = (kind: Kind) => kinds.set(keyOf(kind), kind);
  for (const { product, grade } of [...floors, ...lots]) {
    add({ product, grade: "" });
    add({ product, grade });
  }
  return [...kinds.values()];
}

/** Below which price a villager's goods are not sold: set, changed and taken away, each with who did it. */
export function FloorsDialog({ villager, onClose }: { villager: VillagerRow; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const products = useProducts();
  const lots = useRead("lot.list", { find: "", product: "", villager: villager.id, with_empty: true, limit: 200 });
  const floors = useRead("floor.list", { id: villager.id });
  const set = useWrite("floor.set");
  const saving = useSaving(["price"]);
  const rows = floors.data ?? [];
  const kinds = kindsOf(lots.data ?? [], rows);
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const kind = kinds.find((one) => keyOf(one) === chosen) ?? kinds[0];
  const now = rows.find((row) => kind && keyOf(row) === keyOf(kind));
  const fen = typedFen(typed);
  const named = ({ product, grade }: Kind) =>
    `${products.name(product)} · ${grade === "" ? t("listings-all-grades") : products.grade(product, grade)}`;
  const write = (of: Kind, price: number | null) =>
    saving.run(async () => {
      const { product, grade } = of;
      await set.run({ villager: villager.id, product, grade, ...(price === null ? {} : { price }) });
      void client.invalidateQueries();
      setTyped("");
      setTried(false);
    });
  const run = () => {
    setTried(true);
    if (kind && fen !== null && fen > 0) void write(kind, fen);
  };
  return (
    <Dialog
      title={t("villagers-floors-of", { name: villager.name })}
      onClose={onClose}
      wide
      actions={
        <>
          <Btn label={t("screen-close")} onPress={onClose} />
          <Btn
            look="main"
            icon={MoneyIcon}
            keys="F12"
            label={t("villagers-floor-save")}
            isDisabled={saving.isRunning || !kind}
            onPress={run}
          />
        </>
      }
    >
      <p className="small">{t("villagers-floors-hint")}</p>
      {rows.length === 0 ? null : (
        <ul className={styles["floors"]}>
          {rows.map((row) => (
            <li key={keyOf(row)}>
              <span className="sp">{named(row)}</span>
              <b className="tn">
                ¥{words.price(row.price_fen)}/{t(row.measure === "piece" ? "unit-piece" : "unit-kg")}
              </b>
              <Btn
                look="quiet"
                icon={CloseIcon}
                label={`${t("villagers-floor-drop")}: ${named(row)}`}
                iconOnly
                isDisabled={saving.isRunning}
                onPress={() => void write(row, null)}
              />
            </li>
          ))}
        </ul>
      )}
      {kinds.length === 0 ? (
        <p>{t("villagers-no-lots")}</p>
      ) : (
        <>
          <div className={styles["kinds"]}>
            <Choice
              label={t("villagers-floor-for")}
              look="cards"
              value={kind ? keyOf(kind) : ""}
              onChange={setChosen}
              options={kinds.map((one) => ({ id: keyOf(one), label: named(one) }))}
            />
          </div>
          <Field
            label={t("villagers-floor")}
            kind="number"
            value={typed}
            onChange={(next) => {
              setTyped(next);
              setTried(false);
              saving.clear();
            }}
            placeholder={now ? words.price(now.price_fen) : "0"}
            maxLength={12}
            after={<span className="small">¥</span>}
            problem={
              (isTried && fen === null
                ? words.reason("bad_amount")
                : isTried && fen === 0
                  ? words.reason("zero")
                  : undefined) ?? saving.problem("price")
            }
            onEnter={run}
          />
        </>
      )}
      {now ? <PriceHistory changes={now.history} measure={now.measure} /> : null}
      <Problem error={floors.error ?? lots.error ?? saving.error} />
    </Dialog>
  );
}

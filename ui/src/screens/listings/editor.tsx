import { type Ref, useImperativeHandle, useRef } from "react";
import type { ListingRow } from "../../../bindings/commands";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { Contested } from "../../parts/contested";
import { Field } from "../../parts/field";
import { CheckIcon, PauseIcon, PlusIcon, ShopIcon, UndoIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { PhotoPick } from "../../parts/photo";
import { Problem } from "../../parts/states";
import { Named, Written } from "../../parts/written";
import type { Kept } from "../../state/draft";
import { useProducts } from "../../state/products";
import { useWords } from "../../words/use";
import { useConditionOf } from "./condition";
import { type Content, isEmpty, type ListingState, STATES } from "./content";
import { Three } from "./fields";
import styles from "./listings.module.css";
import { Prices } from "./prices";
import { ListingStateMark } from "./row";
import { titleOf } from "./title";
import type { ListingSaving } from "./use-saving";

const NO_NAMES = { bo: "", "zh-CN": "", en: "" };

/** What one may ask of the editor from outside. */
export interface EditorHandle {
  focusPrice: () => void;
}

/** One listing: its photo, its price, its words, and whether it is offered. */
export function Editor({
  ref,
  ...props
}: {
  kept: Kept<Content>;
  /** The listing as it stands; absent for a new one. */
  row: ListingRow | undefined;
  saving: ListingSaving;
  onChange: (some: Partial<Content>) => void;
  onRevert: () => void;
  onLeave: () => void;
  ref: Ref<EditorHandle>;
}) {
  const words = useWords();
  const { t } = words;
  const say = useQuantityText();
  const products = useProducts();
  const priceBox = useRef<HTMLInputElement>(null);
  const { kept, row, saving, onChange } = props;
  const { content } = kept;
  const product = products.of(content.product);
  const measure = row?.measure ?? product?.measure ?? "weight";
  const focusPrice = () => {
    priceBox.current?.focus();
    priceBox.current?.select();
  };
  useImperativeHandle(ref, () => ({ focusPrice }));
  useKey("F6", t("listings-price"), focusPrice);
  useKey("Esc", t("listings-to-list"), props.onLeave, { inFields: true });
  const conditionOf = useConditionOf();
  const names = product?.names ?? NO_NAMES;
  const title = content.title ?? row?.title ?? NO_NAMES;
  const isOnSale = row?.state === "on_sale";
  const isClean = isEmpty(content);
  return (
    <section className={`card ${styles["editor"]}`} aria-label={t("listings-editor")}>
      <header className={styles["head"]}>
        <div className={styles["whose"]}>
          <h2>
            <Named names={titleOf(title, names)} />
          </h2>
          <span className="small ell">
            <Written text={products.name(content.product)} /> ·{" "}
            <Written
              text={content.grade === "" ? t("listings-all-grades") : products.grade(content.product, content.grade)}
            />
          </span>
        </div>
        {row ? <ListingStateMark state={row.state} /> : null}
      </header>
      <div className={styles["form"]}>
        {row ? (
          <Contested
            id={row.id}
            fields={row.contested}
            mayChoose
            label={(field) => conditionOf(field, measure)}
            undoOf={saving.undoOf}
          />
        ) : null}
        <div className={styles["priced"]}>
          <Field
            ref={priceBox}
            label={t(measure === "piece" ? "listings-price-piece" : "listings-price-kg")}
            kind="number"
            value={content.price ?? (row ? words.price(row.price_fen).replaceAll(",", "") : "")}
            onChange={(price) => onChange({ price })}
            placeholder="0"
            problem={saving.problem("price")}
            maxLength={20}
            className={styles["big"] ?? ""}
            onEnter={() => void saving.save()}
            after={<span className={styles["per"]}>¥ / {t(measure === "piece" ? "unit-piece" : "unit-kg")}</span>}
          />
          {row ? (
            <dl className={styles["has"]}>
              <dt className="meta">{t("listings-here")}</dt>
              <dd>{say(row.here, measure)}</dd>
              <dt className="meta">{t("listings-hub")}</dt>
              <dd>{say(row.at_hub, measure)}</dd>
              {row.sold_there > 0 ? (
                <>
                  <dt className="meta">{t("listings-sold-there")}</dt>
                  <dd>{say(row.sold_there, measure)}</dd>
                </>
              ) : null}
            </dl>
          ) : null}
        </div>
        {row ? <Prices key={row.id} row={row} /> : null}
        <PhotoPick
          label={t("listings-photo")}
          photo={content.photo ?? row?.photo ?? ""}
          file={product?.picture}
          onTaken={({ photo, thumbnail }) => onChange({ photo, thumbnail })}
        />
        <Three
          label={t("listings-title")}
          value={title}
          placeholder={names}
          maxLength={300}
          problem={saving.problem("title")}
          onChange={(next) => onChange({ title: next })}
        />
        <Three
          label={t("listings-wording")}
          value={content.wording ?? row?.wording ?? NO_NAMES}
          lines={2}
          maxLength={2_000}
          problem={saving.problem("wording")}
          onChange={(next) => onChange({ wording: next })}
        />
        {content.isNew ? (
          <Choice<ListingState>
            label={t("listings-state")}
            options={STATES.map((id) => ({ id, label: words.word("listing", id).replace(/།$/u, "") }))}
            value={content.state}
            onChange={(state) => onChange({ state })}
          />
        ) : null}
        <Problem error={saving.error} />
        <Problem error={kept.error} />
      </div>
      <footer className={styles["foot"]}>
        {row ? (
          <Btn
            label={t(isOnSale ? "listings-pause" : "listings-put-on-sale")}
            icon={isOnSale ? PauseIcon : ShopIcon}
            keys="F5"
            isDisabled={saving.isRunning}
            onPress={() => void saving.setState(isOnSale ? "paused" : "on_sale")}
          />
        ) : null}
        <span className="sp" />
        {isClean ? null : (
          <Btn
            look="quiet"
            label={t("listings-revert")}
            icon={UndoIcon}
            keys="Alt+Z"
            iconOnly
            onPress={props.onRevert}
          />
        )}
        <Btn
          look="main"
          label={t(content.isNew ? "listings-add" : "screen-save")}
          icon={content.isNew ? PlusIcon : CheckIcon}
          keys="F12"
          isDisabled={isClean || saving.isRunning}
          onPress={() => void saving.save()}
        />
      </footer>
    </section>
  );
}

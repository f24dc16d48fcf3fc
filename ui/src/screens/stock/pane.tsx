import { type KeyboardEvent, type Ref, useState } from "react";
import type { LotRow } from "../../../bindings/commands";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { IntakeIcon, PlusIcon } from "../../parts/icons";
import { Money, Quantity } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Empty, Failed, Loading } from "../../parts/states";
import { Named, OtherNames, Written } from "../../parts/written";
import type { Read } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { type Group, mayBeSold } from "./groups";
import { byUrgency } from "./life";
import { useLowerPrice } from "./lower-price";
import { LotLine } from "./row";
import styles from "./stock.module.css";

/** The lots of one villager or of one product. */
export function Pane({
  ref,
  ...props
}: {
  group: Group;
  read: Read<LotRow[]>;
  nowMs: number;
  withEmpty: boolean;
  onWithEmpty: (withEmpty: boolean) => void;
  chosen: string;
  onChoose: (lot: LotRow) => void;
  onOpen: (lot: LotRow) => void;
  onLeave: () => void;
  onTakeIn: () => void;
  ref: Ref<RowsHandle>;
}) {
  const { t } = useWords();
  const { group, read, nowMs } = props;
  const lots = (read.data ?? []).toSorted(byUrgency);
  const at = lots.findIndex((lot) => lot.id === props.chosen);
  const { may } = useSession();
  const lower = useLowerPrice();
  const [near, setNear] = useState(0);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") props.onLeave();
  };
  const choose = (index: number) => {
    const lot = lots[index];
    if (!lot) return;
    setNear(index);
    props.onChoose(lot);
  };
  return (
    <section className={`card ${styles["pane"]}`} aria-label={t("stock-lots")}>
      <PaneHead group={group} lots={lots} onTakeIn={props.onTakeIn} />
      <div className={styles["cols"]}>
        <span className={styles["wide2"]}>
          <Choice<"open" | "all">
            label={t("stock-which")}
            hideLabel
            options={[
              { id: "open", label: t("stock-here") },
              { id: "all", label: t("stock-also-sold") },
            ]}
            value={props.withEmpty ? "all" : "open"}
            onChange={(which) => props.onWithEmpty(which === "all")}
          />
        </span>
        <span className={styles["legend"]}>
          <i className={styles["gone"]} />
          {t("stock-gone")}
          <i className={styles["left"]} />
          {t("stock-to-sell")}
          <i className={styles["road"]} />
          {t("stock-road")}
        </span>
        <span>{t("stock-to-ship")}</span>
        <span className={styles["partsHead"]}>
          <span>{t("stock-on-hand")}</span>
          <span>− {t("stock-held")}</span>
          <span>− {t("stock-hub")}</span>
        </span>
        <span>= {t("stock-may-sell")}</span>
        <span className={styles["details"]} />
      </div>
      {read.error ? (
        <Failed error={read.error} onAgain={read.again} />
      ) : read.isLoading ? (
        <Loading rows={5} />
      ) : lots.length === 0 ? (
        <Empty picture="empty-stock.svg" title={t("stock-none-here")} hint={t("stock-none-here-hint")}>
          <Btn label={t("stock-take-in")} icon={IntakeIcon} onPress={props.onTakeIn} />
        </Empty>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus; this hears what it leaves
        <div className={styles["lots"]} onKeyDown={keys}>
          <Rows
            ref={ref}
            label={t("stock-lots")}
            count={lots.length}
            rowHeight={112}
            chosen={at}
            near={near}
            onChoose={choose}
            onOpen={(index) => {
              const lot = lots[index];
              if (lot) props.onOpen(lot);
            }}
            row={(index, isChosen) => {
              const lot = lots[index];
              return lot ? (
                <LotLine
                  lot={lot}
                  isOn={isChosen}
                  nowMs={nowMs}
                  withVillager={group.product !== undefined}
                  onOpen={() => props.onOpen(lot)}
                  onLower={may("listing.change") ? () => lower(lot) : undefined}
                />
              ) : null;
            }}
          />
        </div>
      )}
    </section>
  );
}

function PaneHead({ group, lots, onTakeIn }: { group: Group; lots: readonly LotRow[]; onTakeIn: () => void }) {
  const { t } = useWords();
  const { person, product } = group;
  const sum = mayBeSold(lots);
  return (
    <header className={styles["head"]}>
      {person ? (
        <Avatar name={person.name} nameBo={person.nameBo} photo={person.thumbnail || undefined} size={60} />
      ) : (
        <Picture file={product?.picture} width={76} height={60} />
      )}
      <div className={styles["whose"]}>
        <h2>
          {person ? (
            <>
              <Written text={person.name} />
              {person.nameBo && person.nameBo !== person.name ? (
                <Written text={person.nameBo} className={styles["also"]} />
              ) : null}
            </>
          ) : product ? (
            <>
              <Named names={product.names} />
              <span className={styles["also"]}>
                <OtherNames names={product.names} />
              </span>
            </>
          ) : null}
        </h2>
        <span className="small">
          {t(lots.length === 1 ? "stock-lot-one" : "stock-lot-many", { count: lots.length })}
        </span>
      </div>
      <div className={styles["stat"]}>
        <span className="meta">{t("stock-may-sell-now")}</span>
        <span className={styles["sums"]}>
          {sum.grams > 0 || sum.pieces === 0 ? <Quantity value={sum.grams} measure="weight" /> : null}
          {sum.pieces > 0 ? <Quantity value={sum.pieces} measure="piece" /> : null}
        </span>
      </div>
      {person ? (
        <div className={styles["stat"]}>
          <span className="meta">{t("stock-owed")}</span>
          <Money fen={person.owedFen} />
        </div>
      ) : null}
      <Btn look="main" label={t("stock-take-in")} icon={PlusIcon} keys="F3" onPress={onTakeIn} />
    </header>
  );
}

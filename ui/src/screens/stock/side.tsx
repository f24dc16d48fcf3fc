import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from "react";
import { Avatar } from "../../parts/avatar";
import { Choice } from "../../parts/choice";
import { Icon } from "../../parts/icon";
import { HoursIcon } from "../../parts/icons";
import { Picture } from "../../parts/picture";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Search } from "../../parts/search";
import { Named, OtherNames, Written } from "../../parts/written";
import { useWords } from "../../words/use";
import type { Group } from "./groups";
import styles from "./stock.module.css";

/** Whose goods, or which. */
export type By = "villager" | "product";

/** The list on the left: villagers or products, with their lots. */
export function Side({
  ref,
  ...props
}: {
  by: By;
  onBy: (by: By) => void;
  find: string;
  onFind: (find: string) => void;
  groups: readonly Group[];
  chosen: string;
  onChoose: (group: Group) => void;
  /** To the lots of the chosen one. */
  onEnter: () => void;
  /** What fits no name may be a lot's number. */
  onNumber: (text: string) => void;
  /** What stands below the groups. */
  foot: ReactNode;
  ref: Ref<RowsHandle>;
}) {
  const { t } = useWords();
  const rows = useRef<RowsHandle>(null);
  useImperativeHandle(ref, () => ({ focus: () => rows.current?.focus() }));
  const { groups, by } = props;
  const at = groups.findIndex((group) => group.id === props.chosen);
  const choose = (index: number) => {
    const group = groups[index];
    if (group) props.onChoose(group);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") props.onEnter();
  };
  return (
    <section className={styles["side"]} aria-label={t(by === "villager" ? "stock-villagers" : "stock-products")}>
      <Choice<By>
        label={t("stock-by")}
        hideLabel
        options={[
          { id: "villager", label: t("stock-by-villager") },
          { id: "product", label: t("stock-by-product") },
        ]}
        value={by}
        onChange={props.onBy}
      />
      <Search
        label={t(by === "villager" ? "stock-find-villager" : "stock-find-product")}
        value={props.find}
        onChange={props.onFind}
        onEnter={(text) => {
          // The list still shows what was typed before.
          if (text !== props.find) return props.onFind(text);
          if (groups.length === 0) return props.onNumber(text);
          if (at < 0) choose(0);
          props.onEnter();
        }}
        onDown={() => {
          if (at < 0) choose(0);
          rows.current?.focus();
        }}
        autoFocus
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus; this hears what it leaves */}
      <div className={`card ${styles["groups"]}`} onKeyDown={keys}>
        {groups.length === 0 ? (
          <p className={styles["nobody"]}>{t("screen-nothing-found")}</p>
        ) : (
          <Rows
            ref={rows}
            label={t(by === "villager" ? "stock-villagers" : "stock-products")}
            count={groups.length}
            rowHeight={72}
            chosen={at}
            onChoose={choose}
            onOpen={props.onEnter}
            row={(index, isChosen) => {
              const group = groups[index];
              return group ? <GroupRow group={group} isOn={isChosen} /> : null;
            }}
          />
        )}
      </div>
      {props.foot}
    </section>
  );
}

function GroupRow({ group, isOn }: { group: Group; isOn: boolean }) {
  const { t } = useWords();
  const { person, product } = group;
  return (
    <div className={`${styles["group"]} ${isOn ? styles["on"] : ""}`}>
      {person ? (
        <Avatar name={person.name} nameBo={person.nameBo} photo={person.thumbnail || undefined} size={42} />
      ) : (
        <Picture file={product?.picture} width={48} height={40} />
      )}
      <span className={styles["names"]}>
        {person ? (
          <>
            <Written text={person.name} className={styles["first"]} />
            {person.nameBo && person.nameBo !== person.name ? (
              <Written text={person.nameBo} className={styles["second"]} />
            ) : null}
          </>
        ) : product ? (
          <>
            <Named names={product.names} className={styles["first"]} />
            <span className={styles["second"]}>
              <OtherNames names={product.names} />
            </span>
          </>
        ) : null}
      </span>
      <span className={styles["count"]}>
        <span className="meta">{t(group.lots === 1 ? "stock-lot-one" : "stock-lot-many", { count: group.lots })}</span>
        {group.urgent > 0 ? (
          <span className="c-fire" role="img" aria-label={t("stock-last-call")} title={t("stock-last-call")}>
            <Icon of={HoursIcon} size="s" />
          </span>
        ) : null}
      </span>
    </div>
  );
}

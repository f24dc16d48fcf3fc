import { useState } from "react";
import { useRead } from "../state/read";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import styles from "./somebody.module.css";

/** One of the villagers who are here, or of the buyers, by a few letters of the name. */
export function SomebodyDialog({
  title,
  noun = "villager",
  except,
  onChosen,
  onClose,
}: {
  title: string;
  noun?: "villager" | "buyer";
  /** Who cannot be chosen. */
  except?: string;
  onChosen: (villager: string, name: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [find, setFind] = useState("");
  const isBuyer = noun === "buyer";
  const villagers = useRead("villager.list", { find, state: "", limit: 0 }, { keeps: true, isOff: isBuyer });
  const buyers = useRead("buyer.find", { find, state: "", limit: 9 }, { keeps: true, isOff: !isBuyer });
  const all: readonly { id: string; name: string }[] = isBuyer
    ? (buyers.data ?? [])
    : (villagers.data ?? []).filter((one) => one.is_active);
  const found = all.filter((one) => one.id !== except).slice(0, 8);
  const first = found[0];
  return (
    <Dialog title={title} onClose={onClose}>
      <Field
        label={t("morning-who")}
        value={find}
        onChange={setFind}
        autoFocus
        maxLength={60}
        onEnter={() => (first ? onChosen(first.id, first.name) : undefined)}
      />
      {found.length === 0 ? <p className="small">{t("screen-nothing-found")}</p> : null}
      <ul className={styles["found"]}>
        {found.map((one) => (
          <li key={one.id}>
            <Btn label={one.name} onPress={() => onChosen(one.id, one.name)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

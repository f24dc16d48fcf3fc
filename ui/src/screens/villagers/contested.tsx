import type { VillagerRow } from "../../../bindings/commands";
import { Icon } from "../../parts/icon";
import { AlertIcon } from "../../parts/icons";
import { useWords } from "../../words/use";
import styles from "./villagers.module.css";

/** Two people wrote different things without knowing of each other: the later shows until somebody looks. */
export function Contested({ villager }: { villager: VillagerRow }) {
  const words = useWords();
  if (villager.contested.length === 0) return null;
  const fields = villager.contested.map((field) => words.word("field", field)).join(" · ");
  return (
    <p className={styles["contested"]} role="note">
      <Icon of={AlertIcon} /> {words.t("villagers-contested", { fields })}
    </p>
  );
}

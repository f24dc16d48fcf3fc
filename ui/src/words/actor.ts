import { useWords } from "./use";

/** Who did something: a person's name, or the program itself. */
export function useActor(): (name: string) => string {
  const { t } = useWords();
  return (name) => (name === "station" ? t("by-station") : name);
}

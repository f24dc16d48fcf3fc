import type { VillagerRow } from "../../../bindings/commands";

/** Both names of a villager, the one of the chosen language first. */
export function namesOf(villager: Pick<VillagerRow, "name" | "name_bo">, language: string): [string, string] {
  const first = language === "bo" && villager.name_bo !== "" ? villager.name_bo : villager.name;
  return [first, first === villager.name ? villager.name_bo : villager.name];
}

import { Button } from "react-aria-components";
import { Icon } from "../../parts/icon";
import { WaitsIcon } from "../../parts/icons";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { keeper, readContent } from "./content";
import styles from "./intake.module.css";

/** How many are offered: more than that many villagers do not wait at one table. */
const ROOM = 2;

/** Other goods that were half typed and laid aside. */
export function KeptIntakes(props: { current: string | undefined; onTake: () => void }) {
  const { t } = useWords();
  const { may } = useSession();
  const products = useProducts();
  const villagers = useRead("villager.list", { find: "", state: "", limit: 0 }).data ?? [];
  const drafts = useRead("draft.list", { noun: "lot" }, { isOff: !may("draft.list") }).data ?? [];
  const rows = drafts.filter((row) => row.id !== props.current).slice(0, ROOM);
  if (rows.length === 0) return null;
  return (
    <div className={styles["kept"]}>
      {rows.map((row) => {
        const content = readContent(row.content);
        const name = villagers.find((one) => one.id === content?.villager)?.name ?? "—";
        return (
          <Button
            key={row.id}
            className={styles["aside"] ?? ""}
            onPress={() => void keeper.turnTo(row).then(props.onTake)}
          >
            <Icon of={WaitsIcon} />
            <span className="col">
              <Written text={name} className="ell strong" />
              <span className="meta ell">{content?.product ? products.name(content.product) : t("intake-aside")}</span>
            </span>
          </Button>
        );
      })}
    </div>
  );
}

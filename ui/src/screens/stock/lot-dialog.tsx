import { useState } from "react";
import type { LotCounted, LotRow, LotUnderWay } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import {
  BackIcon,
  DownloadIcon,
  DropIcon,
  EditIcon,
  GradeIcon,
  HubIcon,
  type IconType,
  JoinIcon,
  ListingsIcon,
  PrintIcon,
  ScaleIcon,
  UndoIcon,
} from "../../parts/icons";
import { Failed, Loading } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useProducts } from "../../state/products";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useStays } from "../../state/stays";
import { useWords } from "../../words/use";
import { printLot } from "../print/print";
import { ActForm, type ActId } from "./act";
import { LotFacts } from "./facts";
import { JoinForm } from "./join";
import { lifeOf } from "./life";
import { useLowerPrice } from "./lower-price";
import { Counted } from "./risk";
import { SortForm } from "./sort";
import { alike } from "./sorting";
import styles from "./stock.module.css";

/** What is done with a lot: by how much it changes, or what becomes of it. */
type Doing = ActId | "sort" | "join";

interface Act {
  id: Doing;
  keys: string;
  icon: IconType;
}

const ACTS: readonly Act[] = [
  { id: "correct", keys: "F4", icon: EditIcon },
  { id: "lose", keys: "F5", icon: DropIcon },
  { id: "count", keys: "F6", icon: ScaleIcon },
  { id: "pass", keys: "F7", icon: HubIcon },
  { id: "recall", keys: "Alt+B", icon: UndoIcon },
  { id: "receive", keys: "F8", icon: DownloadIcon },
  { id: "sort", keys: "Alt+G", icon: GradeIcon },
  { id: "join", keys: "Alt+J", icon: JoinIcon },
];

/** What can be done with a lot here: nothing is passed to a hub that is not there, nor received what is not on its way here. */
export function actsOf(
  lot: LotRow,
  hasHub: boolean,
  underWay: readonly LotUnderWay[],
  likes: readonly LotRow[],
): Doing[] {
  const acts: Doing[] = lot.made_of.length === 0 ? ["correct"] : [];
  if (lot.left > 0) acts.push("lose");
  acts.push("count");
  if (hasHub && lot.here > 0) acts.push("pass");
  if (hasHub && lot.holders.some((row) => row.holder === "hub" && row.on_hand > 0)) acts.push("recall");
  if (underWay.length > 0) acts.push("receive");
  if (lot.here > 0) acts.push("sort");
  if (likes.length > 1) acts.push("join");
  return acts;
}

/** One lot, whole, and what can be done with it. */
export function LotDialog(props: { id: string; known: LotRow | undefined; nowMs: number; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const products = useProducts();
  const { may } = useSession();
  const lower = useLowerPrice();
  const station = useRead("station.status", {}).data;
  const [act, setAct] = useStays<Doing | null>("lot-act", null);
  const [last, setLast] = useState<Doing>("correct");
  const [counted, setCounted] = useState<LotCounted | null>(null);
  const read = useRead("lot.show", { id: props.id });
  const lot = read.data ?? props.known;
  const same = useRead(
    "lot.list",
    { find: "", product: lot?.product ?? "", villager: lot?.villager ?? "", with_empty: false, limit: 0 },
    { isOff: !lot },
  );
  const title = lot ? `${products.name(lot.product)} · ${t("stock-lot", { number: lot.number })}` : t("stock-title");
  if (!lot) {
    return (
      <Dialog title={title} onClose={props.onClose} wide>
        {read.error ? <Failed error={read.error} onAgain={read.again} /> : <Loading rows={4} />}
      </Dialog>
    );
  }
  const print = () =>
    void printLot(lot.id).catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
  const underWay = (read.data?.under_way ?? []).filter((one) => !one.is_own);
  const likes = lot.here > 0 ? alike(lot, same.data ?? []) : [];
  const can = may("lot.correct") ? actsOf(lot, (station?.hub ?? "") !== "", underWay, likes) : [];
  return (
    <Dialog title={title} onClose={props.onClose} wide>
      {counted ? (
        <Counted counted={counted} onDone={props.onClose} />
      ) : act ? (
        <>
          <BackKey onBack={() => setAct(null)} />
          {act === "sort" ? (
            <SortForm lot={lot} onDone={props.onClose} />
          ) : act === "join" ? (
            <JoinForm lots={likes} onDone={props.onClose} />
          ) : (
            <ActForm
              key={act}
              act={act}
              lot={lot}
              underWay={underWay}
              onDone={(result) => {
                if (result) setCounted(result);
                else props.onClose();
              }}
            />
          )}
        </>
      ) : (
        <>
          <LotFacts lot={lot} shown={read.data} nowMs={props.nowMs} device={station?.device ?? ""} />
          <div className={styles["acts"]}>
            {ACTS.filter((one) => can.includes(one.id)).map((one) => (
              <Btn
                key={one.id}
                label={t(`stock-act-${one.id}`)}
                icon={one.icon}
                keys={one.keys}
                autoFocus={one.id === last}
                onPress={() => {
                  setAct(one.id);
                  setLast(one.id);
                }}
              />
            ))}
            {lifeOf(lot).isUrgent && may("listing.change") ? (
              <Btn label={t("stock-lower-price")} icon={ListingsIcon} keys="Alt+L" onPress={() => lower(lot)} />
            ) : null}
            <Btn label={t("stock-print")} icon={PrintIcon} keys="Ctrl+P" onPress={print} />
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Back from a form to the lot by key; the form's own button says it too. */
function BackKey({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  useKey("Alt+ArrowLeft", t("screen-back"), onBack);
  return (
    <div>
      <Btn look="quiet" label={t("screen-back")} icon={BackIcon} onPress={onBack} />
    </div>
  );
}

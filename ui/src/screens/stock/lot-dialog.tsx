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
  HubIcon,
  type IconType,
  ListingsIcon,
  PrintIcon,
  ScaleIcon,
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
import { lifeOf } from "./life";
import { useLowerPrice } from "./lower-price";
import { Counted } from "./risk";
import styles from "./stock.module.css";

interface Act {
  id: ActId;
  keys: string;
  icon: IconType;
}

const ACTS: readonly Act[] = [
  { id: "correct", keys: "F4", icon: EditIcon },
  { id: "lose", keys: "F5", icon: DropIcon },
  { id: "count", keys: "F6", icon: ScaleIcon },
  { id: "pass", keys: "F7", icon: HubIcon },
  { id: "receive", keys: "F8", icon: DownloadIcon },
];

/** What can be done with a lot here: nothing is passed to a hub that is not there, nor received what is not on its way here. */
export function actsOf(lot: LotRow, hasHub: boolean, underWay: readonly LotUnderWay[]): ActId[] {
  const acts: ActId[] = ["correct"];
  if (lot.left > 0) acts.push("lose");
  acts.push("count");
  if (hasHub && lot.here > 0) acts.push("pass");
  if (underWay.length > 0) acts.push("receive");
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
  const [act, setAct] = useStays<ActId | null>("lot-act", null);
  const [last, setLast] = useState<ActId>("correct");
  const [counted, setCounted] = useState<LotCounted | null>(null);
  const read = useRead("lot.show", { id: props.id });
  const lot = read.data ?? props.known;
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
  const can = may("lot.correct") ? actsOf(lot, (station?.hub ?? "") !== "", underWay) : [];
  return (
    <Dialog title={title} onClose={props.onClose} wide>
      {counted ? (
        <Counted counted={counted} onDone={props.onClose} />
      ) : act ? (
        <>
          <BackKey onBack={() => setAct(null)} />
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

import type { AppError } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { CheckIcon, ScaleIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Named } from "../../parts/written";
import { useWords } from "../../words/use";
import type { Shown } from "./chosen";
import type { Line } from "./order";
import styles from "./short.module.css";

/** The refusal of an order for which there is not enough here. */
export type Shortage = Extract<AppError, { code: "not_enough_stock" }>;

/** There is less than was asked: take that much, or save the order as asked of another PC. */
export function ShortDialog(props: {
  error: Shortage;
  line: Line | undefined;
  shown: Shown | null;
  onTake: () => void;
  onAsk: () => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const say = useQuantityText();
  const { error, line, shown } = props;
  const measure = line?.measure ?? "weight";
  const available = say(error.available, measure);
  return (
    <Dialog
      title={t("till-short-title")}
      onClose={props.onClose}
      actions={
        <>
          <Btn label={t("till-short-ask")} keys="F8" onPress={props.onAsk} icon={ScaleIcon} />
          <Btn
            look="main"
            autoFocus
            label={error.available > 0 ? t("till-short-take", { amount: available }) : t("till-short-leave")}
            icon={CheckIcon}
            keys="F12"
            onPress={props.onTake}
          />
        </>
      }
    >
      <div className={styles["goods"]}>
        <Picture photo={shown?.thumbnail || undefined} file={shown?.picture ?? ""} width={96} height={72} />
        <div className="col sp">
          {shown ? <Named names={shown.names} className={styles["name"]} /> : <b>{error.product}</b>}
          <span>{t("till-short-asked", { amount: say(error.asked, measure) })}</span>
          <b>{t("till-short-there", { amount: available })}</b>
        </div>
      </div>
      <p className="small">{t("till-short-hint")}</p>
    </Dialog>
  );
}

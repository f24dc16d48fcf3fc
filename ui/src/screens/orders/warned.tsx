import type { OrderShown } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Icon } from "../../parts/icon";
import { AlertIcon, RoadIcon } from "../../parts/icons";
import { useWords } from "../../words/use";
import styles from "./orders.module.css";

/** The goods lie at another computer: who hands over all the same charges that one. */
export function WarnedDialog({
  order,
  isBusy,
  onGoOn,
  onClose,
}: {
  order: OrderShown;
  isBusy: boolean;
  onGoOn: () => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog
      title={t("orders-warned-title")}
      onClose={onClose}
      actions={
        <>
          <Btn label={t("screen-cancel")} onPress={onClose} autoFocus />
          <Btn
            look="main"
            icon={RoadIcon}
            keys="F12"
            label={t("orders-warned-go-on")}
            isDisabled={isBusy}
            onPress={onGoOn}
          />
        </>
      }
    >
      <div className={`${styles["band"]} ${styles["fire"]} ${styles["inset"]}`}>
        <Icon of={AlertIcon} />
        <span>{order.keeper === "" ? t("orders-warned") : t("orders-warned-where", { device: order.keeper })}</span>
      </div>
      <p className="small">{t("orders-warned-hint")}</p>
    </Dialog>
  );
}

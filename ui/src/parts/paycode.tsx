import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import { DialogKeys, useKey } from "../keys/keys";
import { useRead } from "../state/read";
import { typedFen } from "../words/digits";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Field } from "./field";
import { CloseIcon } from "./icons";
import { Money } from "./number";
import styles from "./paycode.module.css";
import { usePhoto } from "./picture";

/** The address of the picture of the code by which buyers pay this way; empty where there is none. */
export function usePayCode(way: string): string {
  const status = useRead("station.status", {}).data;
  if (way === "wechat" || way === "alipay") return status?.pay_codes[way] ?? "";
  return "";
}

/** The station's code over the whole screen, with the amount in the biggest digits: the buyer scans it. */
export function PayCode({
  code,
  way,
  amountFen,
  onClose,
}: {
  code: string;
  way: string;
  amountFen: number | null;
  onClose: () => void;
}) {
  const words = useWords();
  const picture = usePhoto(code);
  const status = useRead("station.status", {}).data;
  return (
    <ModalOverlay className={styles["whole"] ?? ""} isOpen isDismissable onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal className={styles["sheet"] ?? ""}>
        <AriaDialog className={styles["dialog"] ?? ""} aria-label={words.t("pay-code-show")} lang={words.language}>
          <DialogKeys>
            <EnterCloses onClose={onClose} />
            <p className={styles["station"]}>
              {status?.name} · {words.word("way", way)}
            </p>
            {picture ? (
              <img className={styles["code"]} src={picture} alt={words.t("pay-code-alt")} draggable={false} />
            ) : (
              <p className={styles["gone"]}>{words.t("pay-code-not-here")}</p>
            )}
            {amountFen === null ? null : (
              <p className={styles["amount"]}>
                <Money fen={amountFen} size="l" />
              </p>
            )}
            <Btn label={words.t("screen-close")} icon={CloseIcon} keys="Enter" autoFocus onPress={onClose} />
          </DialogKeys>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function EnterCloses({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  useKey("Escape", t("screen-close"), onClose);
  return null;
}

/** What the buyer hands over in notes, and what goes back. */
export function ChangeBack({
  dueFen,
  given,
  onGiven,
  onEnter,
}: {
  dueFen: number | null;
  given: string;
  onGiven: (given: string) => void;
  onEnter: () => void;
}) {
  const words = useWords();
  const fen = typedFen(given);
  const back = fen === null || dueFen === null ? null : fen - dueFen;
  return (
    <div className={styles["change"]}>
      <Field
        label={words.t("pay-given")}
        kind="number"
        value={given}
        onChange={onGiven}
        maxLength={16}
        onEnter={onEnter}
        problem={given.trim() !== "" && fen === null ? words.reason("bad_amount") : undefined}
      />
      {back === null ? null : (
        <p className={back < 0 ? "c-fire" : ""} role="status">
          {words.t(back < 0 ? "pay-given-short" : "pay-change", { amount: words.money(Math.abs(back)) })}
        </p>
      )}
    </div>
  );
}

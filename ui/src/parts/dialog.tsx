import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { DialogKeys } from "../keys/keys";
import { useWords } from "../words/use";
import { Btn } from "./button";
import styles from "./dialog.module.css";
import { CloseIcon } from "./icons";

/** A question over the screen. Escape and the cross close it; what was typed behind it stays. */
export function Dialog(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
}) {
  const { t, language } = useWords();
  return (
    <ModalOverlay
      className={styles["veil"] ?? ""}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}
    >
      <Modal className={`${styles["modal"] ?? ""} ${props.wide ? (styles["wide"] ?? "") : ""}`}>
        <AriaDialog className={styles["dialog"] ?? ""} lang={language}>
          <DialogKeys>
            <div className={styles["head"]}>
              <Heading slot="title" className={styles["title"] ?? ""}>
                {props.title}
              </Heading>
              <span className="sp" />
              <Btn look="quiet" label={t("screen-close")} icon={CloseIcon} iconOnly onPress={props.onClose} />
            </div>
            <div className={styles["body"]}>{props.children}</div>
            {props.actions ? <div className={styles["actions"]}>{props.actions}</div> : null}
          </DialogKeys>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

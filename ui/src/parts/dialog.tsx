import { type ReactNode, useEffect, useRef } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { DialogKeys } from "../keys/keys";
import type { Form } from "../state/form";
import { useWords } from "../words/use";
import { Btn } from "./button";
import styles from "./dialog.module.css";
import { CloseIcon } from "./icons";
import { KeptLine } from "./kept";
import { SaidHere } from "./toast";

/** A question over the screen. Escape and the cross close it; what was typed behind it stays. */
export function Dialog(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  /** What is typed in it, which a closed dialog keeps. */
  form?: Pick<Form<unknown>, "isBack" | "error" | "drop">;
}) {
  const { t, language } = useWords();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      // What asks for no focus gives it to the first thing that is asked.
      if (document.activeElement?.getAttribute("role") !== "dialog") return;
      const first = body.current?.querySelector<HTMLElement>("[data-selected] input, input:not([type=file]), textarea");
      first?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
      // What had the focus before may be gone with what was done here: the room behind takes it.
      setTimeout(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>("main")?.focus();
      }, 50);
    };
  }, []);
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
            <SaidHere className={styles["said"]} />
            <div ref={body} className={styles["body"]}>
              {props.form ? <KeptLine form={props.form} /> : null}
              {props.children}
            </div>
            {props.actions ? <div className={styles["actions"]}>{props.actions}</div> : null}
          </DialogKeys>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

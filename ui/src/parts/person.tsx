import type { ReactNode } from "react";
import type { AppError } from "../../bindings/commands";
import type { Form } from "../state/form";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Dialog } from "./dialog";
import { CheckIcon } from "./icons";
import styles from "./person.module.css";
import { Problem } from "./states";

/** The form of a person: fields side by side, what is longer below, and Save. */
export function PersonDialog(props: {
  title: string;
  form: Pick<Form<unknown>, "isBack" | "error" | "drop">;
  fields: ReactNode;
  /** What fills the fields at once. */
  above?: ReactNode;
  below?: ReactNode;
  /** What is done seldom, beside Save. */
  seldom?: ReactNode;
  /** What was refused and is not said under a field. */
  error: AppError | null;
  canSave: boolean;
  onSave: () => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      form={props.form}
      wide
      actions={
        <>
          {props.seldom}
          <span className="sp" />
          <Btn
            look="main"
            label={t("screen-save")}
            icon={CheckIcon}
            keys="F12"
            inFields
            onPress={props.onSave}
            isDisabled={!props.canSave}
          />
        </>
      }
    >
      {props.above}
      <div className={styles["fields"]}>{props.fields}</div>
      {props.below}
      <Problem error={props.error} />
    </Dialog>
  );
}

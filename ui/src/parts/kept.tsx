import { type RefObject, useRef } from "react";
import type { Form } from "../state/form";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Icon } from "./icon";
import { SavedIcon, UndoIcon } from "./icons";
import styles from "./kept.module.css";
import { Problem } from "./states";

/** Says that what was half typed another time is back, and lets it be thrown away; or that it cannot be kept. */
export function KeptLine({ form }: { form: Pick<Form<unknown>, "isBack" | "error" | "drop"> }) {
  const { t } = useWords();
  const line = useRef<HTMLDivElement>(null);
  const anew = () => {
    const fields = around(line);
    form.drop();
    // The pressed button goes away with the line.
    fields?.querySelector<HTMLElement>("input, textarea")?.focus();
  };
  return (
    <>
      {form.isBack ? (
        <div ref={line} className={styles["kept"]} role="note">
          <Icon of={SavedIcon} />
          <span className="sp">{t("screen-typed-before")}</span>
          <Btn look="quiet" label={t("screen-begin-anew")} icon={UndoIcon} keys="Alt+Z" onPress={anew} />
        </div>
      ) : null}
      <Problem error={form.error} />
    </>
  );
}

const around = (line: RefObject<HTMLDivElement | null>) => line.current?.parentElement;

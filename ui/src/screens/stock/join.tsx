import { useState } from "react";
import type { LotRow } from "../../../bindings/commands";
import { call } from "../../bridge";
import { Btn } from "../../parts/button";
import { CheckIcon } from "../../parts/icons";
import { useQuantityText } from "../../parts/number";
import { Press } from "../../parts/press";
import { Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useNowMs } from "../../state/now";
import { client } from "../../state/read";
import { useSaving } from "../../state/saving";
import { useWords } from "../../words/use";
import { nearTime } from "./life";
import styles from "./stock.module.css";

/** Lots that are alike, put together: all that is free of those that are chosen becomes one lot. */
export function JoinForm({ lots, onDone }: { lots: readonly LotRow[]; onDone: () => void }) {
  const words = useWords();
  const { t } = words;
  const say = useSay();
  const text = useQuantityText();
  const nowMs = useNowMs() ?? Date.now();
  const saving = useSaving([]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = lots.filter((lot) => !left.includes(lot.id));
  const sum = chosen.reduce((all, lot) => all + lot.here, 0);
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id]);
  const save = () => {
    if (chosen.length < 2) return;
    void saving.run(async () => {
      const made = await call("lot.merge", { ids: chosen.map((lot) => lot.id) });
      void client.invalidateQueries();
      say({ text: t("stock-done-join", { number: made.made[0]?.number ?? "" }) });
      onDone();
    });
  };
  return (
    <>
      <p className={styles["ask"]}>{t("stock-ask-join")}</p>
      <ul className={styles["risks"]}>
        {lots.map((lot, at) => {
          const isOn = !left.includes(lot.id);
          return (
            <li key={lot.id}>
              <Press
                className={`${styles["risk"]} ${styles["tick"]}`}
                aria-pressed={isOn}
                autoFocus={at === 0}
                onPress={() => toggle(lot.id)}
              >
                <span className={styles["box"]} aria-hidden="true">
                  {isOn ? "✓" : ""}
                </span>
                <b className="tn">{lot.number}</b>
                <span className="sp">{nearTime(words, lot.harvested_ms, nowMs)}</span>
                <span className="tn">{text(lot.here, lot.measure)}</span>
              </Press>
            </li>
          );
        })}
      </ul>
      <Problem error={saving.error} />
      <div className={styles["acts"]}>
        <span className="sp">
          {chosen.length < 2
            ? t("stock-join-two")
            : t("stock-join-sum", { quantity: text(sum, lots[0]?.measure ?? "weight") })}
        </span>
        <Btn
          look="main"
          big
          label={t("stock-act-join")}
          icon={CheckIcon}
          keys="F12"
          isDisabled={saving.isRunning || chosen.length < 2}
          onPress={save}
        />
      </div>
    </>
  );
}

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Screen } from "../../frame/screen";
import { useKey } from "../../keys/keys";
import { Choice } from "../../parts/choice";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { Board } from "./board";
import { Calls } from "./calls";
import styles from "./morning.module.css";

type Part = "board" | "calls";

/** The day's work: what must leave and when, and whom to call for goods that orders wait for. */
export function Morning() {
  const { t } = useWords();
  const { may } = useSession();
  const navigate = useNavigate();
  const search = useSearch({ from: "/morning" });
  const part: Part = search.part === "calls" && may("promise.save") ? "calls" : "board";
  const show = (next: Part) => void navigate({ to: "/morning", search: { part: next }, replace: true });
  useKey("F6", t("morning-board"), () => show("board"));
  useKey("F7", t("morning-calls"), () => show("calls"), { isOff: !may("promise.save") });
  return (
    <Screen title={t("morning-title")}>
      <div className={styles["room"]}>
        {may("promise.save") ? (
          <Choice<Part>
            label={t("morning-title")}
            hideLabel
            options={(["board", "calls"] as const).map((id) => ({
              id,
              label: t(`morning-${id}`),
              content: (
                <span className={styles["tab"]}>
                  {t(`morning-${id}`)} <span className="key">{id === "board" ? "F6" : "F7"}</span>
                </span>
              ),
            }))}
            value={part}
            onChange={show}
          />
        ) : null}
        {part === "calls" ? <Calls /> : <Board />}
      </div>
    </Screen>
  );
}

import type { Twins } from "../../bindings/commands";
import { errorOf } from "../bridge";
import { client, useWrite } from "../state/read";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Icon } from "./icon";
import { AlertIcon, JoinIcon } from "./icons";
import { useSay } from "./toast";
import styles from "./twins.module.css";
import { Written } from "./written";

/** Joins and parts people who were put down twice; what was said can be taken back from the bar. */
export function useJoining(onJoined: (id: string) => void) {
  const words = useWords();
  const say = useSay();
  const join = useWrite("person.join");
  const apart = useWrite("person.apart");
  const refused = (thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire", forMs: 9_000 });
  const done = (text: string, undo?: () => Promise<unknown>) => {
    void client.invalidateQueries();
    const back = undo ? { undo: () => void undo().then(() => client.invalidateQueries(), refused) } : {};
    say({ text, ...back });
  };
  return {
    isRunning: join.isRunning || apart.isRunning,
    /** `id` is the same as `other`, who stands for both. */
    join: async (id: string, other: string) => {
      try {
        await join.run({ id, other });
        onJoined(other);
        done(words.t("twins-joined"), () => join.run({ id, other: "" }));
      } catch (thrown) {
        refused(thrown);
      }
    },
    part: async (id: string, other: string) => {
      try {
        await join.run({ id, other: "" });
        done(words.t("twins-parted"), () => join.run({ id, other }));
      } catch (thrown) {
        refused(thrown);
      }
    },
    apart: async (id: string, other: string) => {
      try {
        await apart.run({ id, other });
        done(words.t("twins-two"));
      } catch (thrown) {
        refused(thrown);
      }
    },
  };
}

/** Who else this person was put down as, and who has the same telephone: one person or two? */
export function TwinsBand(props: { id: string; twins: Twins; mayJoin: boolean; onJoined: (id: string) => void }) {
  const { t } = useWords();
  const { id, twins, mayJoin } = props;
  const joining = useJoining(props.onJoined);
  if (twins.same.length === 0 && twins.alike.length === 0) return null;
  return (
    <div className={styles["twins"]}>
      {twins.alike.map((other, at) => {
        // The older stands for both: that one is known longest.
        const [younger, older] = id < other.id ? [other.id, id] : [id, other.id];
        return (
          <div key={other.id} className={styles["alike"]} role="alert">
            <span className="sp">
              <Icon of={AlertIcon} size="s" /> {t("twins-alike")}{" "}
              <Written text={other.name} className={styles["who"]} />
            </span>
            {mayJoin ? (
              <span className={styles["acts"]}>
                <Btn
                  icon={JoinIcon}
                  {...(at === 0 ? { keys: "Alt+1" } : {})}
                  label={t("twins-one-person")}
                  isDisabled={joining.isRunning}
                  onPress={() => void joining.join(younger, older)}
                />
                <Btn
                  {...(at === 0 ? { keys: "Alt+2" } : {})}
                  label={t("twins-two-people")}
                  isDisabled={joining.isRunning}
                  onPress={() => void joining.apart(younger, older)}
                />
              </span>
            ) : null}
          </div>
        );
      })}
      {twins.same.map((other) => (
        <div key={other.id} className={styles["same"]}>
          <span className="small sp">
            {t("twins-same")} <Written text={other.name} className={styles["who"]} />
          </span>
          {mayJoin ? (
            <Btn
              look="quiet"
              label={t("twins-part")}
              isDisabled={joining.isRunning}
              onPress={() => void joining.part(other.id, id)}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

import { Choice } from "../../parts/choice";
import { Icon } from "../../parts/icon";
import { DoneIcon } from "../../parts/icons";
import { Failed, Loading } from "../../parts/states";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useSettings } from "../../state/settings";
import { useWords } from "../../words/use";
import { EnrolForm } from "../first/enrol";
import styles from "./settings.module.css";

const MINUTES = ["5", "15", "60", "240"] as const;

/** The county's hub: enrolled or not, and how often it is tried. */
export function HubPart() {
  const words = useWords();
  const { may } = useSession();
  const { settings, change } = useSettings();
  const status = useRead("station.status", {});
  if (status.error) return <Failed error={status.error} onAgain={status.again} />;
  if (!status.data) return <Loading rows={3} />;
  const { hub, hub_station: hubStation, device } = status.data;
  return (
    <div className={styles["stack"]}>
      <div className={styles["group"]}>
        <h2>{words.t("settings-hub")}</h2>
        {hub ? (
          <>
            <span className={styles["good"]}>
              <Icon of={DoneIcon} /> {words.t("settings-enrolled")}
            </span>
            <dl className={styles["facts"]}>
              <dt>{words.t("enrol-hub")}</dt>
              <dd lang="en">{hub}</dd>
              <dt>{words.t("settings-hub-station")}</dt>
              <dd className="tn" lang="en">
                {hubStation}
              </dd>
              <dt>{words.t("settings-device")}</dt>
              <dd className="tn" lang="en">
                {device}
              </dd>
            </dl>
          </>
        ) : (
          <>
            <p className="small">{words.t("enrol-hint")}</p>
            {may("hub.enroll") ? <EnrolForm onDone={status.again} /> : <p>{words.t("settings-keeper-only")}</p>}
          </>
        )}
      </div>
      <div className={styles["group"]}>
        <h2>{words.t("settings-auto-sync")}</h2>
        <p className="small">{words.t("settings-auto-sync-hint")}</p>
        <Choice
          look="cards"
          label={words.t("settings-auto-sync")}
          hideLabel
          value={settings.is_sync_automatic ? "on" : "off"}
          onChange={(value) => change({ is_sync_automatic: value === "on" })}
          options={[
            { id: "on", label: words.t("settings-auto-on") },
            { id: "off", label: words.t("settings-auto-off") },
          ]}
        />
        {settings.is_sync_automatic ? (
          <Choice
            look="cards"
            label={words.t("settings-auto-every")}
            value={String(settings.sync_minutes)}
            onChange={(minutes) => change({ sync_minutes: Number(minutes) })}
            options={[...new Set([...MINUTES, String(settings.sync_minutes)])].map((minutes) => ({
              id: minutes,
              label: words.span(Number(minutes) * 60_000),
            }))}
          />
        ) : null}
      </div>
      <div className={styles["group"]}>
        <h2>{words.t("settings-photos")}</h2>
        <p className="small">{words.t("settings-photos-hint")}</p>
        <Choice
          look="cards"
          label={words.t("settings-photos")}
          hideLabel
          value={settings.photos}
          onChange={(photos) => change({ photos })}
          options={[
            { id: "go", label: words.t("settings-photos-go") },
            { id: "unpaid", label: words.t("settings-photos-unpaid") },
            { id: "paused", label: words.t("settings-photos-paused") },
          ]}
        />
      </div>
    </div>
  );
}

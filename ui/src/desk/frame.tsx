import type { ReactNode } from "react";
import type { SessionView } from "../../bindings/desk";
import { Avatar } from "../parts/avatar";
import { Btn } from "../parts/button";
import { LockIcon } from "../parts/icons";
import { SaidOver } from "../parts/toast";
import { useWords } from "../words/use";
import { useDo } from "./api";
import styles from "./desk.module.css";
import { Log } from "./log";
import { Overview } from "./overview";
import { useDeskPlace } from "./route";
import { StationPage } from "./station";

/** The desk's frame: the madder band above, the woven edge below it, and the page. */
export function DeskFrame({ who, languages }: { who: SessionView; languages: ReactNode }) {
  const { t } = useWords();
  const place = useDeskPlace();
  const end = useDo("session.end");
  const tab = (at: "overview" | "log", href: string, label: string) => (
    <a
      href={href}
      className={place.at === at || (at === "overview" && place.at === "station") ? styles["on"] : ""}
      {...(place.at === at ? { "aria-current": "page" as const } : {})}
    >
      {label}
    </a>
  );
  return (
    <div className={styles["desk"]}>
      <header className={styles["band"]}>
        <span className={styles["mark"]} lang="bo" role="img" aria-label="Tsong">
          ཚོང
        </span>
        <b className={styles["title"]}>{t("desk-title")}</b>
        <nav className={styles["tabs"]} aria-label={t("desk-pages")}>
          {tab("overview", "#/", t("desk-overview"))}
          {tab("log", "#/log", t("desk-log"))}
        </nav>
        <SaidOver />
        {languages}
        <span className={styles["who"]} title={who.name}>
          <Avatar name={who.name} size={38} />
        </span>
        <Btn
          iconOnly
          look="quiet"
          icon={LockIcon}
          label={t("desk-sign-out")}
          className={styles["out"] ?? ""}
          onPress={() => void end.run({}, {}).catch(() => undefined)}
        />
      </header>
      <div className={styles["edge"]} />
      {place.at === "overview" ? <Overview /> : null}
      {place.at === "station" ? <StationPage key={place.id} id={place.id} /> : null}
      {place.at === "log" ? <Log /> : null}
    </div>
  );
}

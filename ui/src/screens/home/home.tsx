import { useNavigate } from "@tanstack/react-router";
import type { DayShown } from "../../../bindings/commands";
import { Screen } from "../../frame/screen";
import { useKey } from "../../keys/keys";
import { Icon } from "../../parts/icon";
import { DayIcon, type IconType, IntakeIcon, PackIcon, ScaleIcon } from "../../parts/icons";
import { Press } from "../../parts/press";
import { Failed, Loading } from "../../parts/states";
import { usePainted } from "../../state/painted";
import { useRead } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { ShiftBand } from "../morning/shift";
import { ClockBand } from "../signin/clock";
import { Day } from "./day";
import styles from "./home.module.css";
import { Lead } from "./lead";
import { DecideTile, OwedTile, PackTile, RoadTile } from "./tiles";

function Act(props: {
  icon: IconType;
  label: string;
  sub?: string;
  keys: string;
  isMain?: boolean;
  onPress: () => void;
}) {
  return (
    <Press
      className={`${styles["act"] ?? ""} ${props.isMain ? (styles["main"] ?? "") : ""}`}
      onPress={props.onPress}
      data-key={props.keys}
    >
      <Icon of={props.icon} size={props.isMain ? "xl" : "l"} />
      <span className="col">
        <span className={styles["al"]}>{props.label}</span>
        {props.sub ? <span className={styles["as"]}>{props.sub}</span> : null}
      </span>
      <span className="sp" />
      <span className="key" aria-hidden="true">
        {props.keys}
      </span>
    </Press>
  );
}

function Acts() {
  const { t } = useWords();
  const navigate = useNavigate();
  const pack = () => void navigate({ to: "/orders", search: { group: "pack" } });
  useKey("F4", t("home-pack"), pack);
  const board = () => void navigate({ to: "/morning", search: {} });
  useKey("F6", t("morning-title"), board);
  return (
    <section className={styles["acts"]} aria-label={t("home-acts")}>
      <Act
        isMain
        icon={ScaleIcon}
        label={t("home-new-order")}
        sub={t("home-new-order-hint")}
        keys="F2"
        onPress={() => void navigate({ to: "/till" })}
      />
      <Act icon={IntakeIcon} label={t("home-take-in")} keys="F3" onPress={() => void navigate({ to: "/intake" })} />
      <Act icon={PackIcon} label={t("home-pack")} keys="F4" onPress={pack} />
      <Act icon={DayIcon} label={t("morning-title")} keys="F6" onPress={board} />
    </section>
  );
}

function Glance({ day }: { day: DayShown }) {
  const { may } = useSession();
  usePainted("home");
  return (
    <div className={styles["home"]}>
      <div className={styles["band"]}>
        {day.is_clock_doubted ? <ClockBand nowMs={day.now_ms} mayConfirm={may("clock.confirm")} /> : null}
        <ShiftBand nowMs={day.now_ms} />
      </div>
      <Acts />
      <section className={styles["tiles"]}>
        <Lead day={day} />
        <DecideTile day={day} />
        <PackTile day={day} />
        <RoadTile day={day} />
        <OwedTile day={day} />
      </section>
      <Day day={day} />
    </div>
  );
}

/** Today at a glance: what to do now, what waits, what was sold. */
export function Home() {
  const words = useWords();
  const { who } = useSession();
  const station = useRead("station.status", {}).data;
  const day = useRead("day.show", { day: "" }, { everyMs: 30_000 });
  const title = day.data ? words.date(day.data.now_ms) : words.t("rail-today");
  return (
    <Screen title={title} sub={station ? `${station.name} · ${who.name}` : who.name}>
      {day.error ? (
        <Failed error={day.error} onAgain={day.again} />
      ) : day.data ? (
        <Glance day={day.data} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

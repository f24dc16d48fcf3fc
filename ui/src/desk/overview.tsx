import { useState } from "react";
import type { DeskSummary, Hearing, StationView } from "../../bindings/desk";
import { Btn } from "../parts/button";
import { Choice } from "../parts/choice";
import { PlusIcon } from "../parts/icons";
import { Search } from "../parts/search";
import { Empty, Loading } from "../parts/states";
import { useWords } from "../words/use";
import { AddStation } from "./add";
import { useAsk } from "./api";
import { Chart } from "./chart";
import styles from "./desk.module.css";
import { Figures } from "./figures";
import { Needs } from "./needs";
import { StationTable } from "./table";
import { useRefusal } from "./words";

const WINDOW = 200;

function Filters(props: {
  find: string;
  onFind: (find: string) => void;
  hearing: Hearing | "";
  onHearing: (hearing: Hearing | "") => void;
  summary: DeskSummary;
}) {
  const { t } = useWords();
  const { summary } = props;
  return (
    <div className={styles["filters"]}>
      <Search label={t("desk-find")} value={props.find} onChange={props.onFind} />
      <Choice<Hearing | "">
        label={t("desk-hearing")}
        hideLabel
        value={props.hearing}
        onChange={props.onHearing}
        options={[
          { id: "", label: `${t("screen-all")} ${summary.stations}` },
          { id: "silent", label: `${t("desk-silent")} ${summary.silent}` },
          { id: "late", label: `${t("desk-late")} ${summary.late}` },
          { id: "never", label: `${t("desk-never")} ${summary.never}` },
        ]}
      />
    </div>
  );
}

function Stations({ summary, onAdd }: { summary: DeskSummary; onAdd: () => void }) {
  const words = useWords();
  const say = useRefusal();
  const [find, setFind] = useState("");
  const [hearing, setHearing] = useState<Hearing | "">("");
  const read = useAsk(
    "desk.stations",
    {},
    { find, ...(hearing === "" ? {} : { hearing }), offset: 0, limit: WINDOW },
    15_000,
  );
  const stations: readonly StationView[] = read.data?.stations ?? [];
  const isBare = summary.stations === 0;
  return (
    <section className={`card ${styles["table"] ?? ""}`}>
      <div className={styles["th"]}>
        <h2>{words.t("desk-stations")}</h2>
        <span className="small">{words.t("desk-stations-count", { count: summary.stations })}</span>
        <span className="sp" />
        <Btn
          label={words.t("desk-add")}
          icon={PlusIcon}
          keys="F4"
          onPress={onAdd}
          look={isBare ? "main" : "soft"}
          className={styles["sm"] ?? ""}
        />
      </div>
      {isBare ? null : (
        <Filters find={find} onFind={setFind} hearing={hearing} onHearing={setHearing} summary={summary} />
      )}
      {read.refusal ? <p role="alert">{say(read.refusal)}</p> : null}
      {!read.data && !read.refusal ? <Loading /> : null}
      {read.data && stations.length === 0 ? (
        <Empty
          picture={isBare ? "empty-stock.svg" : "empty-search.svg"}
          title={words.t(isBare ? "desk-none" : "screen-nothing-found")}
          hint={words.t(isBare ? "desk-none-hint" : "screen-nothing-found-hint")}
        />
      ) : null}
      {stations.length > 0 ? <StationTable stations={stations} nowMs={summary.now_ms} /> : null}
      {read.data && read.data.total > stations.length ? (
        <p className={`small ${styles["more"] ?? ""}`}>
          {words.t("desk-more", { shown: stations.length, total: read.data.total })}
        </p>
      ) : null}
    </section>
  );
}

/** The county at a glance. */
export function Overview() {
  const words = useWords();
  const say = useRefusal();
  const summary = useAsk("desk.summary", {}, {}, 15_000);
  const [isAdding, setAdding] = useState(false);
  if (summary.refusal && !summary.data)
    return (
      <p role="alert" className={styles["alert"]}>
        {say(summary.refusal)}
      </p>
    );
  if (!summary.data) return <Loading />;
  const day = summary.data;
  return (
    <main className={styles["overview"]}>
      <div className={styles["crumbs"]}>
        <span>{day.place_path.slice(0, -1).join(" › ")}</span>
        <h1>{day.place_path.at(-1) ?? words.t("desk-county")}</h1>
        <span className="small">
          {words.date(day.now_ms)} {words.time(day.now_ms)}
        </span>
      </div>
      <Figures day={day} />
      <Stations summary={day} onAdd={() => setAdding(true)} />
      <aside className={styles["side"]}>
        <Chart days={day.days} />
        <Needs />
      </aside>
      {isAdding ? <AddStation onClose={() => setAdding(false)} /> : null}
    </main>
  );
}

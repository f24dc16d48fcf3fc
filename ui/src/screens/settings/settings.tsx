import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Screen } from "../../frame/screen";
import { Icon } from "../../parts/icon";
import {
  AboutIcon,
  BackupIcon,
  HubServerIcon,
  type IconType,
  SavedPcIcon,
  ShopIcon,
  VillagersIcon,
} from "../../parts/icons";
import { useSession } from "../../state/session";
import type { Key } from "../../words/catalogue";
import { useWords } from "../../words/use";
import { AboutPart } from "./about";
import { BackupPart } from "./backup";
import { HubPart } from "./hub";
import { PcPart } from "./pc";
import { PeoplePart } from "./people";
import styles from "./settings.module.css";
import { StationPart } from "./station";

interface Part {
  id: string;
  icon: IconType;
  label: Key;
  show: () => ReactNode;
}

const PARTS: readonly [Part, ...Part[]] = [
  { id: "pc", icon: SavedPcIcon, label: "settings-pc", show: PcPart },
  { id: "station", icon: ShopIcon, label: "settings-station", show: StationPart },
  { id: "hub", icon: HubServerIcon, label: "settings-hub", show: HubPart },
  { id: "people", icon: VillagersIcon, label: "settings-people", show: PeoplePart },
  { id: "backup", icon: BackupIcon, label: "settings-backup", show: BackupPart },
  { id: "about", icon: AboutIcon, label: "settings-about", show: AboutPart },
];

/** Settings of this PC and of the station, a part at a time. */
export function SettingsScreen() {
  const { t } = useWords();
  const { who } = useSession();
  const navigate = useNavigate();
  const { part } = useSearch({ from: "/settings" });
  const chosen = PARTS.find((one) => one.id === part) ?? PARTS[0];
  const Shown = chosen.show;
  const tabs = useRef<HTMLDivElement>(null);
  // Before the room takes the focus: whoever comes by a key goes on by the arrows.
  useLayoutEffect(() => {
    if (document.activeElement === document.body)
      tabs.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }, []);
  const move = (by: number) => {
    const next = PARTS[(PARTS.indexOf(chosen) + by + PARTS.length) % PARTS.length];
    if (next) void navigate({ to: "/settings", search: { part: next.id } });
  };
  return (
    <Screen title={t("rail-settings")} sub={t(`role-${who.role}` as Key)}>
      <div className={styles["settings"]}>
        <div
          className={`card ${styles["parts"] ?? ""}`}
          ref={tabs}
          role="tablist"
          aria-orientation="vertical"
          aria-label={t("rail-settings")}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") move(1);
            else if (event.key === "ArrowUp") move(-1);
            else return;
            event.preventDefault();
          }}
        >
          {PARTS.map((one) => (
            <button
              key={one.id}
              type="button"
              role="tab"
              id={`tab-${one.id}`}
              aria-selected={one === chosen}
              aria-controls="settings-part"
              tabIndex={one === chosen ? 0 : -1}
              ref={(tab) => {
                if (one === chosen && tab?.parentElement?.contains(document.activeElement)) tab.focus();
              }}
              className={one === chosen ? styles["on"] : ""}
              onClick={() => void navigate({ to: "/settings", search: { part: one.id } })}
            >
              <Icon of={one.icon} />
              <span className="lbl">{t(one.label)}</span>
            </button>
          ))}
        </div>
        <section
          className={`card ${styles["part"] ?? ""}`}
          id="settings-part"
          role="tabpanel"
          aria-labelledby={`tab-${chosen.id}`}
        >
          <Shown key={chosen.id} />
        </section>
      </div>
    </Screen>
  );
}

import { Link, useNavigate } from "@tanstack/react-router";
import { useKey } from "../keys/keys";
import { Icon } from "../parts/icon";
import {
  BuyersIcon,
  type IconType,
  ListingsIcon,
  LockIcon,
  OrdersIcon,
  ScaleIcon,
  SettingsIcon,
  StockIcon,
  TodayIcon,
  VillagersIcon,
} from "../parts/icons";
import { Press } from "../parts/press";
import { useRead } from "../state/read";
import { useSession } from "../state/session";
import type { Key } from "../words/catalogue";
import { useWords } from "../words/use";

interface Place {
  to: "/" | "/till" | "/orders" | "/stock" | "/listings" | "/villagers" | "/buyers" | "/settings";
  icon: IconType;
  label: Key;
}

const PLACES: readonly Place[] = [
  { to: "/", icon: TodayIcon, label: "rail-today" },
  { to: "/till", icon: ScaleIcon, label: "rail-till" },
  { to: "/orders", icon: OrdersIcon, label: "rail-orders" },
  { to: "/stock", icon: StockIcon, label: "rail-stock" },
  { to: "/listings", icon: ListingsIcon, label: "rail-listings" },
  { to: "/villagers", icon: VillagersIcon, label: "rail-villagers" },
  { to: "/buyers", icon: BuyersIcon, label: "rail-buyers" },
  { to: "/settings", icon: SettingsIcon, label: "rail-settings" },
];

function RailLink({ place, keys, bubble, isFire }: { place: Place; keys: string; bubble: number; isFire: boolean }) {
  const { t } = useWords();
  const navigate = useNavigate();
  useKey(keys, t(place.label), () => void navigate({ to: place.to }));
  return (
    <Link
      to={place.to}
      activeProps={{ className: "on", "aria-current": "page" }}
      activeOptions={{ exact: place.to === "/" }}
      data-key={keys}
    >
      <Icon of={place.icon} />
      <span className="lbl">{t(place.label)}</span>
      {bubble > 0 ? <span className={isFire ? "bubble fire" : "bubble"}>{bubble > 99 ? "99+" : bubble}</span> : null}
    </Link>
  );
}

/** The madder rail: the house's mark, its rooms, and who is at the PC. */
export function Rail() {
  const { t } = useWords();
  const { who, lock } = useSession();
  const tasks = useRead("task.list", {}, { everyMs: 30_000 }).data?.length ?? 0;
  useKey("Ctrl+L", t("rail-lock"), lock, { isEverywhere: true });
  return (
    <nav className="rail" aria-label={t("rail-label")}>
      <div className="mark" lang="bo" role="img" aria-label="Tsong">
        ཚོང
      </div>
      {PLACES.map((place, at) => (
        <RailLink
          key={place.to}
          place={place}
          keys={`Alt+${at + 1}`}
          bubble={place.to === "/orders" ? tasks : 0}
          isFire
        />
      ))}
      <Press className="foot" onPress={lock} data-key="Ctrl+L" aria-label={t("rail-lock-name", { name: who.name })}>
        <Icon of={LockIcon} />
        <span className="lbl ell">{who.name}</span>
      </Press>
    </nav>
  );
}

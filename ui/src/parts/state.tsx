import { Icon } from "./icon";
import { AlertIcon, DoneIcon, type IconType, NotBegunIcon, RoadIcon, WaitsIcon } from "./icons";

/** The five kinds of state: not begun, waits here, on its way, done and safe, a person is needed. */
export type Flag = "cloud" | "earth" | "sky" | "water" | "fire";

const SHAPES: Record<Flag, IconType> = {
  cloud: NotBegunIcon,
  earth: WaitsIcon,
  sky: RoadIcon,
  water: DoneIcon,
  fire: AlertIcon,
};

/** A state: colour, shape and word, always the three. */
export function State({
  flag,
  label,
  icon,
  bare = false,
}: {
  flag: Flag;
  label: string;
  icon?: IconType;
  bare?: boolean;
}) {
  return (
    <span className={`st ${flag}${bare ? " bare" : ""}`}>
      <Icon of={icon ?? SHAPES[flag]} />
      <span className="lbl">{label}</span>
    </span>
  );
}

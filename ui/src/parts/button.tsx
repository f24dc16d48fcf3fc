import type { ReactNode, Ref } from "react";
import { useKey } from "../keys/keys";
import { Icon } from "./icon";
import type { IconType } from "./icons";
import { Press } from "./press";

/** What a button is and does. */
export interface BtnProps {
  /** The word on it; also its name for those who cannot see it. */
  label: string;
  onPress: () => void;
  icon?: IconType;
  /** `main` is the one madder button of a screen. */
  look?: "main" | "quiet" | "soft" | "plain";
  big?: boolean;
  /** Its key, printed on it. */
  keys?: string;
  isDisabled?: boolean;
  /** Only the icon shows; the word is still its name. */
  iconOnly?: boolean;
  /** The key also works while one types. */
  inFields?: boolean;
  autoFocus?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

/** A button: icon, word, key. */
export function Btn({ ref, ...props }: BtnProps) {
  const { label, onPress, icon, look = "plain", big = false, keys, isDisabled = false, iconOnly = false } = props;
  useKey(keys, label, onPress, { isOff: isDisabled, inFields: props.inFields ?? false });
  const classes = [
    "btn",
    look === "plain" ? "" : look,
    big ? "big" : "",
    iconOnly ? "only" : "",
    props.className ?? "",
  ];
  return (
    <Press
      className={classes.filter(Boolean).join(" ")}
      onPress={onPress}
      isDisabled={isDisabled}
      autoFocus={props.autoFocus ?? false}
      data-key={keys}
      {...(iconOnly ? { "aria-label": label } : {})}
      {...(ref ? { ref: ref } : {})}
    >
      {icon ? <Icon of={icon} /> : null}
      {iconOnly ? null : <span className="lbl">{label}</span>}
      {props.children}
      {keys && !iconOnly ? (
        <span className="key" aria-hidden="true">
          {keys}
        </span>
      ) : null}
    </Press>
  );
}

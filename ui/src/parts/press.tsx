import type { ReactNode, Ref } from "react";

/** What {@link Press} takes. */
export interface PressProps {
  onPress: () => void;
  isDisabled?: boolean;
  className?: string;
  autoFocus?: boolean;
  /** It stands beside a field that one types in: Tab passes it by, and pressing it leaves the focus there. */
  isBesideField?: boolean;
  "aria-label"?: string | undefined;
  "aria-pressed"?: boolean;
  "data-key"?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

/** The browser's own button: it costs a slow PC little where many are drawn. A held key presses it once. */
export function Press(props: PressProps) {
  const { onPress, isDisabled = false, autoFocus = false, isBesideField = false, ref, children, ...rest } = props;
  return (
    <button
      {...rest}
      {...(ref ? { ref } : {})}
      type="button"
      disabled={isDisabled}
      data-disabled={isDisabled ? "" : undefined}
      // biome-ignore lint/a11y/noAutofocus: a dialog says which of its buttons comes first
      autoFocus={autoFocus}
      {...(isBesideField ? { tabIndex: -1, onMouseDown: (event) => event.preventDefault() } : {})}
      onKeyDown={(event) => {
        if (event.repeat && event.key === "Enter") event.preventDefault();
      }}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

import { createContext, type ReactNode, use, useId } from "react";

interface Group {
  name: string;
  value: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

const Context = createContext<Group | null>(null);

/** Choices of which one holds; arrows move along them. The browser's own: they stand at the door. */
export function Radios(props: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** The element that shows the label, where it is shown. */
  labelledBy?: string | undefined;
  isDisabled?: boolean;
  className?: string | undefined;
  keys?: string | undefined;
  children: ReactNode;
}) {
  const name = useId();
  const { value, onChange, isDisabled = false } = props;
  return (
    <div
      role="radiogroup"
      className={props.className}
      data-key={props.keys}
      {...(props.labelledBy ? { "aria-labelledby": props.labelledBy } : { "aria-label": props.label })}
    >
      <Context value={{ name, value, isDisabled, onChange }}>{props.children}</Context>
    </div>
  );
}

/** One of the choices around it. */
export function OneOf(props: { value: string; className?: string | undefined; lang?: string; children: ReactNode }) {
  const group = use(Context);
  if (!group) throw new Error("a choice among none");
  const isChosen = group.value === props.value;
  return (
    <label
      className={`oneof ${props.className ?? ""}`}
      data-selected={isChosen ? "true" : undefined}
      {...(props.lang ? { lang: props.lang } : {})}
    >
      <input
        type="radio"
        className="unseen"
        name={group.name}
        value={props.value}
        checked={isChosen}
        disabled={group.isDisabled}
        onChange={() => group.onChange(props.value)}
      />
      {props.children}
    </label>
  );
}

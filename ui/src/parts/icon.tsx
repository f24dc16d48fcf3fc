import type { IconType } from "./icons";

/** An icon in the line of its text; the word beside it says what it is. */
export function Icon({ of: Shape, size = "" }: { of: IconType; size?: "" | "s" | "l" | "xl" }) {
  return <Shape className={size ? `i ${size}` : "i"} aria-hidden="true" />;
}

/** The strength of the link, drawn as bars of our own. */
export function Bars({ of }: { of: 0 | 1 | 2 | 3 | 4 }) {
  return (
    <svg className="bars" viewBox="0 0 20 18" aria-hidden="true">
      {[0, 1, 2, 3].map((at) => (
        <rect
          key={at}
          className={at < of ? "" : "off"}
          x={at * 5}
          y={13 - at * 4}
          width="4"
          height={5 + at * 4}
          rx="1"
        />
      ))}
    </svg>
  );
}

import { usePhoto } from "./picture";

const SYLLABLE = /^[\u0F40-\u0FBC]+/u;

/** What stands for a name where there is no photo: the first Tibetan syllable, the last two Chinese characters, or initials. */
export function initials(name: string, nameBo = ""): { text: string; lang: string } {
  const syllable = SYLLABLE.exec(nameBo.trim()) ?? SYLLABLE.exec(name.trim());
  if (syllable) return { text: syllable[0], lang: "bo" };
  const chars = [...name.trim()];
  if (chars.some((char) => /\p{Script=Han}/u.test(char))) return { text: chars.slice(-2).join(""), lang: "zh-CN" };
  const words = name.trim().split(/\s+/u).slice(0, 2);
  return { text: words.map((word) => [...word][0]?.toUpperCase() ?? "").join(""), lang: "en" };
}

/** A person's photo, else initials. */
export function Avatar({
  name,
  nameBo = "",
  photo,
  size = 40,
}: {
  name: string;
  nameBo?: string;
  photo?: string | undefined;
  size?: number;
}) {
  const source = usePhoto(photo);
  const { text, lang } = initials(name, nameBo);
  const box = { width: size, height: size };
  if (source) return <img className="avatar" src={source} alt="" style={{ ...box, objectFit: "cover" }} />;
  // A syllable of many letters is wide, and Tibetan ones stack below the line.
  const letters = [...text].filter((char) => !/\p{M}/u.test(char)).length;
  const scale = lang === "bo" ? (letters > 3 ? 0.3 : letters > 2 ? 0.36 : 0.46) : text.length > 1 ? 0.36 : 0.44;
  return (
    <span
      className="avatar"
      lang={lang}
      aria-hidden="true"
      style={{ ...box, fontSize: Math.max(9, Math.round(size * scale)) }}
    >
      {text}
    </span>
  );
}

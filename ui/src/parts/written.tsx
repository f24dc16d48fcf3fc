import type { Trilingual } from "../../bindings/commands";
import { useWords } from "../words/use";

/** The language of a text by its letters, where it is not plainly Latin. */
export function langOf(text: string): "bo" | "zh-CN" | undefined {
  if (/[\u0F00-\u0FFF]/u.test(text)) return "bo";
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined;
}

/** A text that people wrote, in its own language's type. The whole is its title where it is cut. */
export function Written({ text, className }: { text: string; className?: string | undefined }) {
  const lang = langOf(text);
  return (
    <bdi className={className} title={text} {...(lang ? { lang } : {})}>
      {text}
    </bdi>
  );
}

/** A name in the chosen language, else in one that is there. */
export function Named({ names, className }: { names: Trilingual; className?: string | undefined }) {
  const words = useWords();
  return <Written text={words.name(names)} className={className} />;
}

/** A name in the languages that were not chosen, for those who read another. */
export function OtherNames({ names, className }: { names: Trilingual; className?: string | undefined }) {
  const words = useWords();
  const first = words.name(names);
  const others = [names.bo, names["zh-CN"], names.en].filter((name) => name !== "" && name !== first);
  return (
    <>
      {others.map((name) => (
        <Written key={name} text={name} className={className} />
      ))}
    </>
  );
}

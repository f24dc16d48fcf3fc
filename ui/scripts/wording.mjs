// Reads the Fluent catalogues of assets/wording: one text a language, all files joined, comments left out.
// Fails when the languages do not have the same keys: a missing word shall break the build, not a screen.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentResource } from "@fluent/bundle";

export const LANGUAGES = ["bo", "zh-CN", "en"];
export const ROOT = fileURLToPath(new URL("../../assets/wording", import.meta.url));

/** The joined catalogue of one language and its keys. */
export function read(language) {
  const dir = join(ROOT, language);
  const lines = readdirSync(dir)
    .filter((name) => name.endsWith(".ftl"))
    .sort()
    .flatMap((name) => readFileSync(join(dir, name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const keys = lines.map((line) => /^([a-z][\w-]*) =/.exec(line)?.[1]).filter(Boolean);
  return { text: `${lines.join("\n")}\n`, keys };
}

/** All languages; throws with every key that one of them lacks or has twice. */
export function readAll() {
  const all = Object.fromEntries(LANGUAGES.map((language) => [language, read(language)]));
  const every = new Set(LANGUAGES.flatMap((language) => all[language].keys));
  const wrong = [];
  for (const language of LANGUAGES) {
    const here = all[language].keys;
    const set = new Set(here);
    wrong.push(...[...every].filter((key) => !set.has(key)).map((key) => `${language} lacks ${key}`));
    wrong.push(...here.filter((key, at) => here.indexOf(key) !== at).map((key) => `${language} has ${key} twice`));
  }
  if (wrong.length > 0) throw new Error(`assets/wording: ${wrong.join("; ")}`);
  return { all, keys: [...every].sort() };
}

/** Writes the union of all keys, so that the type check knows a key that is not there. */
export function writeKeys() {
  const { keys } = readAll();
  const body = keys.map((key) => `  | "${key}"`).join("\n");
  const file = fileURLToPath(new URL("../src/words/keys.ts", import.meta.url));
  writeFileSync(file, `// Made from assets/wording by scripts/wording.mjs.\nexport type Key =\n${body};\n`);
}

/** A Vite plugin: `virtual:wording/<language>` is the catalogue as Fluent has read it: a start has no time for that. */
export function wording() {
  const prefix = "\0virtual:wording/";
  return {
    name: "tsong-wording",
    buildStart() {
      writeKeys();
      for (const language of LANGUAGES) {
        for (const name of readdirSync(join(ROOT, language))) this.addWatchFile(join(ROOT, language, name));
      }
    },
    resolveId(id) {
      return id.startsWith("virtual:wording/") ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const { body } = new FluentResource(readAll().all[id.slice(prefix.length)].text);
      // An engine reads a long text of JSON faster than the same as code.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(body))});`;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeKeys();

import { beforeAll, describe, expect, it } from "vitest";
import { readAll } from "../../scripts/wording.mjs";
import { takeText } from "../testing/words";
import { LANGUAGES, sentence } from "./catalogue";
import { errorSentence } from "./errors";

beforeAll(() => {
  const { all } = readAll();
  for (const language of LANGUAGES) takeText(language, all[language]?.text ?? "");
});

describe("an error as a sentence", () => {
  it("says words of the program in the language of the sentence", () => {
    const said = errorSentence("zh-CN", { code: "wrong_state", state: "HandedOver" });
    expect(said).toContain("已交货");
    expect(errorSentence("bo", { code: "wrong_state", state: "handed_over" })).toContain("རྩིས་སྤྲད་ཟིན");
  });

  it("says field and reason of bad input", () => {
    const said = errorSentence("en", { code: "bad_input", field: "weight_grams", reason: "too_precise" });
    expect(said).toMatch(/^Weight: This is finer/u);
  });

  it("keeps what people typed as data", () => {
    const name = "{ error-zero } <b>{$x}</b>";
    expect(errorSentence("en", { code: "unknown_command", name })).toContain(name);
  });

  it("shows a key that is not there", () => {
    expect(sentence("bo", "no-such-key")).toBe("no-such-key");
  });
});

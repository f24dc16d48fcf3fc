import { FluentResource } from "@fluent/bundle";
import { type Language, take } from "../words/catalogue";

/** Takes a language's words from their text, as they are written in assets/wording. */
export function takeText(language: Language, text: string): void {
  take(language, new FluentResource(text).body);
}

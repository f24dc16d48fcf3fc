import "./styles/tokens.css";
import "./styles/parts.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { startScanner } from "./keys/scan";
import { readAhead } from "./state/read";
import { languageOf } from "./state/settings";
import { load } from "./words/catalogue";

declare global {
  interface Window {
    /** How the window paints: `plain` where no card helps. There is none in a browser. */
    tsongPaint?: "plain" | "full";
    /** The language that the station speaks, known to the window before the page asks. */
    tsongLanguage?: string;
  }
}

startScanner();
// Blurred shadows are two thirds of a frame that the processor paints; styles leave them out.
if (window.tsongPaint === "plain") document.documentElement.dataset["paint"] = "plain";

if (window.tsongLanguage) void load(languageOf(window.tsongLanguage));
// What the door is made of is asked for at once, not one thing after another.
for (const name of ["settings.show", "setup.status", "session.show", "station.status"] as const)
  void readAhead(name, {});

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

import "./styles/tokens.css";
import "./styles/parts.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { startScanner } from "./keys/scan";
import { readAhead } from "./state/read";

startScanner();

// What the door is made of is asked for at once, not one thing after another.
for (const name of ["settings.show", "setup.status", "session.show", "station.status"] as const) readAhead(name, {});

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

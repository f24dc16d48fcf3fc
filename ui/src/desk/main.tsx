import "../styles/tokens.css";
import "../styles/parts.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { KeysProvider } from "../keys/keys";
import { ToastProvider } from "../parts/toast";
import { languageOf } from "../state/settings";
import type { Language } from "../words/catalogue";
import { WordsProvider } from "../words/use";
import { DeskDoor } from "./door";

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 2_000 } } });
const KEY = "tsong-desk-language";

function Desk() {
  const [language, setLanguage] = useState<Language>(() => languageOf(localStorage.getItem(KEY) ?? undefined));
  const choose = (chosen: Language) => {
    localStorage.setItem(KEY, chosen);
    setLanguage(chosen);
  };
  return (
    <QueryClientProvider client={client}>
      <WordsProvider language={language}>
        <I18nProvider locale={language === "bo" ? "zh-CN" : language}>
          <KeysProvider>
            <ToastProvider>
              <DeskDoor language={language} onLanguage={choose} />
            </ToastProvider>
          </KeysProvider>
        </I18nProvider>
      </WordsProvider>
    </QueryClientProvider>
  );
}

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}

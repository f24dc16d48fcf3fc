import { type ReactNode, useEffect, useRef } from "react";
import { Btn } from "../parts/button";
import { SyncIcon } from "../parts/icons";
import { SaidOver } from "../parts/toast";
import { useWords } from "../words/use";
import { LanguageSwitch } from "./language";
import { useSync } from "./sync";
import { Where } from "./where";

/** A station screen: its name, where the records are, Sync, the language, and its work below. */
export function Screen({ title, sub, children }: { title: string; sub?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  const { watch, start, stop } = useSync();
  const isRunning = watch?.is_running ?? false;
  const room = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · Tsong`;
  }, [title]);
  useEffect(() => {
    // A room in which nothing asks for the focus takes it, so that Tab goes on from there.
    if (document.activeElement === document.body) room.current?.focus();
  }, []);
  return (
    <>
      <header className="top">
        <SaidOver>
          <h1 className="lbl">{title}</h1>
          <span className="sub lbl ell wide" {...(typeof sub === "string" ? { title: sub } : {})}>
            {sub}
          </span>
        </SaidOver>
        <Where />
        <Btn
          label={isRunning ? t("sync-stop") : t("sync-start")}
          icon={SyncIcon}
          keys="F9"
          className="syncs"
          onPress={isRunning ? stop : start}
        />
        <LanguageSwitch />
      </header>
      <main ref={room} className="work" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

import { useState } from "react";
import type { Refusal, SessionView } from "../../bindings/desk";
import { Btn } from "../parts/button";
import { Choice } from "../parts/choice";
import { Field } from "../parts/field";
import { CheckIcon, KeyIcon } from "../parts/icons";
import { drawing } from "../parts/picture";
import type { Language } from "../words/catalogue";
import { useWords } from "../words/use";
import { refusalOf, useAsk, useDo } from "./api";
import styles from "./desk.module.css";
import { DeskFrame } from "./frame";
import { useRefusal } from "./words";

const LANGUAGES = [
  { id: "bo", label: "བོད", lang: "bo" },
  { id: "zh-CN", label: "中", lang: "zh-CN" },
  { id: "en", label: "EN", lang: "en" },
] as const;

/** The three languages as a strip. */
export function DeskLanguages({
  language,
  onLanguage,
}: {
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  const { t } = useWords();
  return (
    <Choice<Language>
      label={t("settings-language")}
      hideLabel
      options={LANGUAGES}
      value={language}
      onChange={onLanguage}
    />
  );
}

/** Staff sign in with a token, once; the hub keeps who they are in a cookie that no script reads. */
function DeskSignIn({ refusal }: { refusal: Refusal | null }) {
  const words = useWords();
  const say = useRefusal();
  const start = useDo("session.start");
  const [token, setToken] = useState("");
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const go = async () => {
    setWrong(null);
    try {
      await start.run({}, { token: token.trim() });
    } catch (thrown) {
      setWrong(refusalOf(thrown));
    }
  };
  const ended = refusal?.code === "session_over" ? say(refusal) : undefined;
  return (
    <form
      className={`card ${styles["signin"] ?? ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <img src={drawing("welcome.svg")} alt="" width="220" height="165" />
      <h1>{words.t("desk-title")}</h1>
      {ended ? <p className="small">{ended}</p> : null}
      <Field
        kind="text"
        label={words.t("desk-token")}
        icon={KeyIcon}
        value={token}
        onChange={setToken}
        problem={wrong ? say(wrong) : undefined}
        hint={words.t("desk-token-hint")}
        autoFocus
        lang="en"
      />
      <Btn
        look="main"
        big
        label={words.t("signin-enter")}
        icon={CheckIcon}
        onPress={() => void go()}
        isDisabled={token.trim() === "" || start.isRunning}
      />
    </form>
  );
}

/** The desk, or its sign-in. */
export function DeskDoor({ language, onLanguage }: { language: Language; onLanguage: (language: Language) => void }) {
  const session = useAsk("session.show", {}, {}, 60_000);
  const words = useWords();
  const say = useRefusal();
  const languages = <DeskLanguages language={language} onLanguage={onLanguage} />;
  const isOut = session.refusal !== null && ["bad_token", "session_over"].includes(session.refusal.code);
  if (isOut || (!session.data && session.refusal)) {
    return (
      <main className={styles["gate"]}>
        <div className={styles["gatehead"]}>{languages}</div>
        {isOut ? (
          <DeskSignIn refusal={session.refusal} />
        ) : (
          <p role="alert">{session.refusal ? say(session.refusal) : words.t("screen-loading")}</p>
        )}
      </main>
    );
  }
  if (!session.data) return null;
  return <DeskFrame who={session.data as SessionView} languages={languages} />;
}

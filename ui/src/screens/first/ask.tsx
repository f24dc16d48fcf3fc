import { type ReactNode, useState } from "react";
import type { AppError, SetupCreated, SetupFilled } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Btn } from "../../parts/button";
import { Choice } from "../../parts/choice";
import { PinField } from "../../parts/digits";
import { Field } from "../../parts/field";
import {
  BackIcon,
  BackupIcon,
  CheckIcon,
  GoIcon,
  type IconType,
  PersonIcon,
  ShopIcon,
  StickIcon,
} from "../../parts/icons";
import { PlacePick } from "../../parts/place";
import { Problem } from "../../parts/states";
import { useWrite } from "../../state/read";
import { useSettings } from "../../state/settings";
import type { Language } from "../../words/catalogue";
import { useWords } from "../../words/use";
import styles from "./first.module.css";
import type { Stick } from "./stick";

/** What is asked before a station is made. */
export interface NewStation {
  name: string;
  place: string;
  operator: string;
  pin: string;
  again: string;
}

/** One question: its words, its fields, and the way on. */
export function Question({
  title,
  hint,
  children,
  actions,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <section className={`card ${styles["question"] ?? ""}`}>
      <h2 className={styles["ask"]}>{title}</h2>
      {hint ? <p className="small">{hint}</p> : null}
      <div className={styles["fields"]}>{children}</div>
      <div className={styles["actions"]}>{actions}</div>
    </section>
  );
}

/** The ways back and on below a question. */
export function BackAndOn(props: {
  onBack: () => void;
  /** The word on the way on; "Next" without it. */
  label?: string;
  icon: IconType;
  onNext: () => void;
  canGo: boolean;
  isRunning?: boolean;
}) {
  const { t } = useWords();
  return (
    <>
      <Btn
        look="quiet"
        label={t("screen-back")}
        icon={BackIcon}
        keys="Esc"
        onPress={props.onBack}
        isDisabled={props.isRunning ?? false}
      />
      <span className="sp" />
      <Btn
        look="main"
        big
        label={props.label ?? t("screen-next")}
        icon={props.icon}
        keys="F12"
        onPress={props.onNext}
        isDisabled={!props.canGo || (props.isRunning ?? false)}
      />
    </>
  );
}

const LANGUAGES = [
  { id: "bo", label: "བོད་ཡིག", lang: "bo" },
  { id: "zh-CN", label: "中文", lang: "zh-CN" },
  { id: "en", label: "English", lang: "en" },
] as const;

/** The first question, in three languages by itself. */
export function AskLanguage(props: { onNext: () => void; onStick: () => void; onRestore: () => void }) {
  const words = useWords();
  const { language, change } = useSettings();
  return (
    <Question
      title={words.t("first-language")}
      hint={words.t("first-language-hint")}
      actions={
        <>
          <div className={styles["others"]}>
            <Btn look="quiet" label={words.t("first-restore")} icon={BackupIcon} keys="F4" onPress={props.onRestore} />
            <Btn look="quiet" label={words.t("first-stick")} icon={StickIcon} keys="F6" onPress={props.onStick} />
          </div>
          <span className="sp" />
          <Btn
            look="main"
            big
            label={words.t("screen-next")}
            icon={GoIcon}
            keys="F12"
            onPress={props.onNext}
            autoFocus
          />
        </>
      }
    >
      <Choice<Language>
        look="cards"
        label={words.t("settings-language")}
        hideLabel
        options={LANGUAGES}
        value={language}
        onChange={(chosen) => change({ language: chosen })}
      />
    </Question>
  );
}

/** What the station is called and where it stands. */
export function AskStation(props: {
  station: NewStation;
  onChange: (some: Partial<NewStation>) => void;
  onNext: () => void;
  onBack: () => void;
}) {
  const words = useWords();
  const canGo = props.station.name.trim() !== "";
  return (
    <Question
      title={words.t("first-station")}
      hint={words.t("first-station-hint")}
      actions={<BackAndOn onBack={props.onBack} icon={GoIcon} onNext={props.onNext} canGo={canGo} />}
    >
      <Field
        label={words.t("first-station-name")}
        icon={ShopIcon}
        value={props.station.name}
        onChange={(name) => props.onChange({ name })}
        maxLength={80}
        autoFocus
        onEnter={() => (canGo ? props.onNext() : undefined)}
      />
      <PlacePick
        label={words.t("first-station-place")}
        code={props.station.place}
        onPick={(place) => props.onChange({ place })}
      />
    </Question>
  );
}

function fieldProblem(error: AppError | null, field: string, reason: (reason: string) => string): string | undefined {
  return error?.code === "bad_input" && error.field === field ? reason(error.reason) : undefined;
}

/** The first keeper and the PIN; makes the station, or fills it from the county's stick. */
export function AskKeeper(props: {
  station: NewStation;
  stick: Stick | null;
  onChange: (some: Partial<NewStation>) => void;
  onBack: () => void;
  onCreated: (created: SetupCreated | SetupFilled) => void;
}) {
  const words = useWords();
  const create = useWrite("setup.create");
  const fill = useWrite("setup.from_bundle");
  const isRunning = create.isRunning || fill.isRunning;
  const [error, setError] = useState<AppError | null>(null);
  const { station } = props;
  const differs = station.again !== "" && station.again !== station.pin;
  const canGo = station.operator.trim() !== "" && station.pin.length >= 4 && station.again === station.pin;
  const go = async () => {
    if (!canGo || isRunning) return;
    setError(null);
    try {
      const { name, place, operator, pin } = station;
      const { stick } = props;
      props.onCreated(
        stick
          ? await fill.run({ path: stick.seen?.path ?? stick.path, code: stick.code, operator, pin })
          : await create.run({ name, place, operator, pin }),
      );
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  const named = error?.code === "bad_input" && ["operator", "pin", "name"].includes(error.field);
  return (
    <Question
      title={words.t("first-keeper")}
      hint={
        props.stick?.seen
          ? words.t("first-stick-found", { station: props.stick.seen.station })
          : words.t("first-keeper-hint")
      }
      actions={
        <BackAndOn
          onBack={props.onBack}
          label={words.t(isRunning ? (props.stick ? "first-filling" : "first-making") : "first-make")}
          icon={CheckIcon}
          onNext={() => void go()}
          canGo={canGo}
          isRunning={isRunning}
        />
      }
    >
      <Field
        label={words.t("first-keeper-name")}
        icon={PersonIcon}
        value={station.operator}
        onChange={(operator) => props.onChange({ operator })}
        problem={fieldProblem(error, "operator", words.reason)}
        maxLength={80}
        autoFocus
      />
      <div className={styles["pins"]}>
        <PinField
          label={words.t("first-pin")}
          pin={station.pin}
          onPin={(pin) => props.onChange({ pin })}
          problem={fieldProblem(error, "pin", words.reason)}
        />
        <PinField
          label={words.t("first-pin-again")}
          pin={station.again}
          onPin={(again) => props.onChange({ again })}
          problem={differs ? words.t("first-pin-differs") : undefined}
          onEnter={() => void go()}
        />
      </div>
      <Problem error={named ? null : error} />
    </Question>
  );
}

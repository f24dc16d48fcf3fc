import type { StationChange, StationStatus } from "../../../bindings/commands";
import { Btn } from "../../parts/button";
import { Field } from "../../parts/field";
import { Icon } from "../../parts/icon";
import { CheckIcon, ScanIcon } from "../../parts/icons";
import { KeptLine } from "../../parts/kept";
import { PhotoPick } from "../../parts/photo";
import { PlacePick } from "../../parts/place";
import { Failed, Loading, Problem } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { useForm } from "../../state/form";
import { useRead, useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { plainDigits, typedDecimal } from "../../words/digits";
import { useWords } from "../../words/use";
import { ClockBand } from "../signin/clock";
import styles from "./settings.module.css";

/** Thousandths as a percentage with at most one decimal: 125 is `12.5`. */
export function percentOf(permille: number): string {
  return permille % 10 === 0 ? String(permille / 10) : `${Math.floor(permille / 10)}.${permille % 10}`;
}

/** Minutes since midnight as `16:00`. */
export const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** `16:00`, `9.30` or `16` in minutes since midnight; null for what is no time of the day. */
export function minutesOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:：.](\d{2}))?$/u.exec(text.trim());
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  return match && hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

function Form({ status }: { status: StationStatus }) {
  const words = useWords();
  const say = useSay();
  const { may } = useSession();
  const change = useWrite("station.change");
  const form = useForm("station", "", {
    name: status.name,
    place: status.place,
    placeTyped: "",
    percent: percentOf(status.commission_permille),
    cutOff: clockOf(status.cut_off_minutes),
    capacity: status.packing_capacity === 0 ? "" : String(status.packing_capacity),
    wechat: status.pay_codes.wechat,
    alipay: status.pay_codes.alipay,
  });
  const { name, place, placeTyped, percent, wechat, alipay, cutOff, capacity } = form.value;
  const cutOffMinutes = minutesOf(cutOff);
  const orders = capacity.trim() === "" ? 0 : typedDecimal(capacity, 0);
  const permille = typedDecimal(percent, 1);
  const isOff = !may("station.change");
  const wrong = permille === null || permille > 500;
  const wrongCapacity = orders === null || orders > 10_000;
  const save = () => {
    if (permille === null || cutOffMinutes === null || orders === null) return;
    const input: StationChange = {
      name,
      place,
      commission_permille: permille,
      pay_codes: { wechat, alipay },
      cut_off_minutes: cutOffMinutes,
      packing_capacity: orders,
    };
    void change
      .run(input)
      .then(() => {
        form.drop();
        say({ text: words.t("screen-saved") });
      })
      .catch(() => undefined);
  };
  return (
    <div className={styles["stack"]}>
      {status.is_clock_doubted ? <ClockBand nowMs={status.now_ms} mayConfirm={may("clock.confirm")} /> : null}
      <div className={styles["group"]}>
        <h2>{words.t("settings-station")}</h2>
        <KeptLine form={form} />
        <Field
          label={words.t("first-station-name")}
          value={name}
          onChange={(next) => form.set({ name: next })}
          maxLength={80}
          isDisabled={isOff}
        />
        <PlacePick
          label={words.t("first-station-place")}
          code={place}
          onPick={(next) => form.set({ place: next, placeTyped: "" })}
          typed={placeTyped}
          onTyped={(next) => form.set({ placeTyped: next })}
        />
        <Field
          kind="number"
          label={words.t("settings-commission")}
          hint={words.t("settings-commission-hint")}
          value={percent}
          onChange={(next) => form.set({ percent: next })}
          problem={wrong ? words.t("settings-commission-wrong") : undefined}
          isDisabled={isOff}
        />
        <div className={styles["codes"]}>
          <Field
            label={words.t("settings-cut-off")}
            value={cutOff}
            onChange={(next) => form.set({ cutOff: plainDigits(next) })}
            problem={cutOffMinutes === null ? words.t("settings-cut-off-wrong") : undefined}
            maxLength={5}
            isDisabled={isOff}
          />
          <Field
            kind="number"
            label={words.t("settings-capacity")}
            value={capacity}
            onChange={(next) => form.set({ capacity: next })}
            problem={wrongCapacity ? words.reason("too_large") : undefined}
            maxLength={5}
            isDisabled={isOff}
          />
        </div>
        {isOff ? null : (
          <fieldset className={styles["codes"]}>
            <legend>{words.t("settings-pay-codes")}</legend>
            {(["wechat", "alipay"] as const).map((way) => (
              <div key={way} className={styles["code"]}>
                <PhotoPick
                  label={words.word("way", way)}
                  photo={form.value[way]}
                  blank={<Icon of={ScanIcon} size="xl" />}
                  onTaken={({ photo }) => form.set({ [way]: photo })}
                />
                {form.value[way] === "" ? null : (
                  <Btn look="quiet" label={words.t("settings-pay-code-drop")} onPress={() => form.set({ [way]: "" })} />
                )}
              </div>
            ))}
            <p className="small">{words.t("settings-pay-codes-hint")}</p>
          </fieldset>
        )}
        <Problem error={change.error} />
        <div className={styles["acts"]}>
          <Btn
            look="main"
            label={words.t("screen-save")}
            icon={CheckIcon}
            keys="F12"
            onPress={save}
            isDisabled={
              isOff || wrong || wrongCapacity || cutOffMinutes === null || name.trim() === "" || change.isRunning
            }
          />
          {isOff ? <span className="small">{words.t("settings-keeper-only")}</span> : null}
        </div>
      </div>
    </div>
  );
}

/** The station's name, place and commission. */
export function StationPart() {
  const status = useRead("station.status", {});
  if (status.error) return <Failed error={status.error} onAgain={status.again} />;
  return status.data ? <Form status={status.data} /> : <Loading rows={3} />;
}

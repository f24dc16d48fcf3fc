import { useEffect, useState } from "react";
import type { AppError, SessionRow, StationStatus } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Gate } from "../../frame/gate";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { PinField } from "../../parts/digits";
import { Icon } from "../../parts/icon";
import { AlertIcon, CheckIcon } from "../../parts/icons";
import { OneOf, Radios } from "../../parts/radios";
import { Failed, Loading } from "../../parts/states";
import { usePainted } from "../../state/painted";
import { know, readAhead, useRead, useWrite } from "../../state/read";
import { useWords } from "../../words/use";
import { ClockBand } from "./clock";
import { ForgotPin } from "./forgot";
import styles from "./signin.module.css";

/** Counts a lock-out down; the station counts on its own, this only shows it. */
function useCountdown(error: AppError | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (error?.code !== "locked_out") {
      setLeft(0);
      return undefined;
    }
    const until = performance.now() + error.wait_seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}

function People({
  status,
  chosen,
  onChoose,
}: {
  status: StationStatus;
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const words = useWords();
  const people = status.operators.filter((one) => one.has_pin);
  return (
    <Radios className={styles["people"] ?? ""} label={words.t("signin-who")} value={chosen} onChange={onChoose}>
      {people.map((one) => (
        <OneOf key={one.id} value={one.id} className={styles["person"] ?? ""}>
          <Avatar name={one.name} size={52} />
          <span className="col sp">
            <b className={styles["name"]} title={one.name}>
              {one.name}
            </b>
            <span className="meta">{words.word("role", one.role)}</span>
          </span>
          {chosen === one.id ? <Icon of={CheckIcon} /> : null}
        </OneOf>
      ))}
    </Radios>
  );
}

/** No longer than this does the door wait for the first screen's answers. */
const READ_MS = 250;

/** The first screen stands there whole instead of in parts: what it shows is read before the door opens. */
async function enterWhole(who: SessionRow): Promise<void> {
  const all = [
    readAhead("day.show", { day: "" }),
    readAhead("product.list", { find: "", state: "", limit: 0 }),
    readAhead("sync.watch", {}),
    readAhead("task.list", {}),
  ];
  await Promise.race([Promise.all(all), new Promise((done) => setTimeout(done, READ_MS))]);
  know("session.show", {}, { session: who });
}

function Door({ status }: { status: StationStatus }) {
  const words = useWords();
  usePainted("sign-in");
  const [chosen, setChosen] = useState(() => status.operators.find((one) => one.has_pin)?.id ?? "");
  const [pin, setPin] = useState("");
  const [error, setError] = useState<AppError | null>(null);
  const [isForgot, setForgot] = useState(false);
  const enter = useWrite("session.sign_in", enterWhole);
  const left = useCountdown(error);
  const isLocked = error?.code === "locked_out" && left > 0;
  const go = async () => {
    if (pin === "" || isLocked || enter.isRunning) return;
    setError(null);
    try {
      await enter.run({ operator: chosen, pin });
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    setPin("");
  };
  const problem = (() => {
    if (!error) return undefined;
    if (error.code !== "locked_out") return words.error(error);
    return left > 0 ? words.error({ code: "locked_out", wait_seconds: left }) : undefined;
  })();
  return (
    <div className={styles["door"]}>
      <People
        status={status}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(id);
          setError(null);
          setPin("");
        }}
      />
      <section className={`card ${styles["pin"] ?? ""}`}>
        <PinField
          key={chosen}
          label={words.t("signin-pin")}
          pin={pin}
          onPin={setPin}
          problem={problem}
          onEnter={() => void go()}
          isDisabled={isLocked}
          autoFocus
          withPad
        />
        <div className={styles["acts"]}>
          <Btn
            look="main"
            big
            label={words.t("signin-enter")}
            icon={CheckIcon}
            onPress={() => void go()}
            isDisabled={pin === "" || isLocked || enter.isRunning}
          />
          <Btn look="quiet" label={words.t("signin-forgot")} onPress={() => setForgot(true)} />
        </div>
        {status.operators.every((one) => !one.has_pin) ? (
          <p className="small">
            <Icon of={AlertIcon} size="s" /> {words.t("signin-nobody")}
          </p>
        ) : null}
      </section>
      {isForgot ? <ForgotPin operators={status.operators} chosen={chosen} onClose={() => setForgot(false)} /> : null}
    </div>
  );
}

/** Who is at the PC: a name and a PIN. */
export function SignIn() {
  const words = useWords();
  const status = useRead("station.status", {});
  if (status.error) {
    return (
      <Gate title={words.t("signin-title")}>
        <Failed error={status.error} onAgain={status.again} />
      </Gate>
    );
  }
  if (!status.data) {
    return (
      <Gate title={words.t("signin-title")}>
        <Loading />
      </Gate>
    );
  }
  return (
    <Gate
      title={status.data.name}
      sub={words.date(status.data.now_ms)}
      band={status.data.is_clock_doubted ? <ClockBand nowMs={status.data.now_ms} /> : null}
    >
      <Door status={status.data} />
    </Gate>
  );
}

import { useState } from "react";
import type { PlaceView, Refusal, StationAdded } from "../../bindings/desk";
import { Btn } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import { CheckIcon, PlaceIcon, ShopIcon } from "../parts/icons";
import { useWords } from "../words/use";
import { refusalOf, useAsk, useDo } from "./api";
import { OneTimeCode } from "./code";
import styles from "./desk.module.css";
import { useRefusal } from "./words";

function Places({ chosen, onChoose }: { chosen: PlaceView | null; onChoose: (place: PlaceView) => void }) {
  const words = useWords();
  const [find, setFind] = useState("");
  const read = useAsk("desk.places", {}, { find }, 600_000);
  const found = find.trim() === "" ? [] : (read.data ?? []);
  return (
    <>
      <Field
        label={words.t("first-station-place")}
        icon={PlaceIcon}
        value={find}
        onChange={setFind}
        placeholder={words.t("place-hint")}
      />
      {chosen ? (
        <b lang="zh-CN">{chosen.path.join(" ")}</b>
      ) : (
        <ul className={styles["places"]}>
          {found.slice(0, 8).map((place) => (
            <li key={place.code}>
              <button type="button" lang="zh-CN" onClick={() => onChoose(place)}>
                <b>{place.path.at(-1)}</b> <span className="meta">{place.path.slice(0, -1).join(" ")}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A new station: its name, its place, and the code that its first PC is enrolled with. */
export function AddStation({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const say = useRefusal();
  const add = useDo("stations.add");
  const [name, setName] = useState("");
  const [place, setPlace] = useState<PlaceView | null>(null);
  const [done, setDone] = useState<StationAdded | null>(null);
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const go = async () => {
    if (!place) return;
    setWrong(null);
    try {
      setDone(await add.run({}, { name: name.trim(), place: place.code }));
    } catch (thrown) {
      setWrong(refusalOf(thrown));
    }
  };
  if (done) {
    return (
      <Dialog
        title={words.t("desk-added", { name: name.trim() })}
        onClose={onClose}
        actions={<Btn look="main" label={words.t("screen-done")} icon={CheckIcon} onPress={onClose} autoFocus />}
      >
        <OneTimeCode code={done.code} expiresMs={done.expires_ms} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.t("desk-add")}
      onClose={onClose}
      actions={
        <Btn
          look="main"
          label={words.t("screen-add")}
          icon={CheckIcon}
          onPress={() => void go()}
          isDisabled={name.trim() === "" || !place || add.isRunning}
        />
      }
    >
      <Field
        label={words.t("first-station-name")}
        icon={ShopIcon}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        problem={wrong?.code === "bad_name" ? say(wrong) : undefined}
      />
      <Places chosen={place} onChoose={setPlace} />
      {place ? <Btn look="quiet" label={words.t("desk-other-place")} onPress={() => setPlace(null)} /> : null}
      {wrong && wrong.code !== "bad_name" ? (
        <p role="alert" className="c-fire">
          {say(wrong)}
        </p>
      ) : null}
    </Dialog>
  );
}

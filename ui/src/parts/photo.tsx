import { type ReactNode, useRef, useState } from "react";
import type { AppError, PhotoRow } from "../../bindings/commands";
import { errorOf } from "../bridge";
import { useWrite } from "../state/read";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { CameraIcon } from "./icons";
import styles from "./photo.module.css";
import { Picture } from "./picture";
import { Problem } from "./states";

/** The most that is read of a picture file; the station reduces it to 200 kB. */
const LARGEST_BYTES = 40_000_000;

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("not read"));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(",") + 1);
}

/** Takes a photo from a file, a camera that the system offers, or a drop; shows what was taken. */
export function PhotoPick(props: {
  label: string;
  photo: string;
  file?: string | undefined;
  /** What stands for it while there is none, where no drawing does. */
  blank?: ReactNode;
  onTaken: (photo: PhotoRow) => void;
}) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const put = useWrite("photo.put");
  const [error, setError] = useState<AppError | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    if (file.size === 0) {
      setError({ code: "not_a_photo" });
      return;
    }
    if (file.size > LARGEST_BYTES) {
      setError({ code: "photo_too_large" });
      return;
    }
    try {
      props.onTaken(await put.run({ path: "", base64: await base64Of(file) }));
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop has no keyboard; the button beside it has
    <div
      className={styles["pick"]}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      {props.photo === "" && props.blank ? (
        props.blank
      ) : (
        <Picture photo={props.photo || undefined} file={props.file} width={96} height={72} />
      )}
      <span className="col sp">
        <Btn
          label={put.isRunning ? t("photo-taking") : props.label}
          icon={CameraIcon}
          look="soft"
          isDisabled={put.isRunning}
          onPress={() => input.current?.click()}
        />
        <Problem error={error} />
      </span>
      <input
        ref={input}
        className={styles["file"]}
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

import { useEffect, useState } from "react";
import { errorOf } from "../bridge";
import { useWrite } from "../state/read";
import { useSession } from "../state/session";
import { useWords } from "../words/use";
import { Btn } from "./button";
import { Icon } from "./icon";
import { HiddenIcon, PhoneIcon, RevealIcon } from "./icons";
import { maskPhone } from "./phone";
import styles from "./phone.module.css";
import { useSay } from "./toast";

/** A revealed number is hidden again after this long. */
const SHOWN_MS = 60_000;

/** A phone, masked, and the key that shows it whole for a minute. The station notes who looked. */
export function PhoneShown({
  id,
  phone,
  keys,
}: {
  /** Of whom: a buyer, or an order and so its buyer. */
  id: string;
  phone: string;
  keys: string;
}) {
  const words = useWords();
  const say = useSay();
  const { may } = useSession();
  const reveal = useWrite("person.reveal");
  const [whole, setWhole] = useState<string | null>(null);
  useEffect(() => {
    if (whole === null) return undefined;
    const timer = setTimeout(() => setWhole(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [whole]);
  const show = () =>
    void reveal
      .run({ id, why: "screen" })
      .then((revealed) => setWhole(revealed.phone))
      .catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
  if (phone === "") return null;
  return (
    <span className={styles["phone"]}>
      <Icon of={PhoneIcon} size="s" />
      <span className="tn">{whole ?? maskPhone(phone)}</span>
      {may("person.reveal") ? (
        <Btn
          look="quiet"
          className={styles["eye"] ?? ""}
          iconOnly
          icon={whole === null ? RevealIcon : HiddenIcon}
          label={words.t(whole === null ? "phone-reveal" : "phone-hide")}
          keys={keys}
          onPress={() => (whole === null ? show() : setWhole(null))}
        />
      ) : null}
    </span>
  );
}

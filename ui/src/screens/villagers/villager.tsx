import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { LotRow, VillagerChange, VillagerRow } from "../../../bindings/commands";
import { errorOf } from "../../bridge";
import { Avatar } from "../../parts/avatar";
import { Btn } from "../../parts/button";
import { Contested } from "../../parts/contested";
import { Icon } from "../../parts/icon";
import {
  EditIcon,
  IntakeIcon,
  JoinIcon,
  MoneyIcon,
  PayIcon,
  PhoneIcon,
  PlaceIcon,
  VillagersIcon,
} from "../../parts/icons";
import { Money, Quantity, useQuantityText } from "../../parts/number";
import { maskPhone } from "../../parts/phone";
import { Picture } from "../../parts/picture";
import { SomebodyDialog } from "../../parts/somebody";
import { Empty, Failed, Loading } from "../../parts/states";
import { useSay } from "../../parts/toast";
import { TwinsBand, useJoining } from "../../parts/twins";
import { Written } from "../../parts/written";
import { useProducts } from "../../state/products";
import { client, useRead, useWrite } from "../../state/read";
import { useSession } from "../../state/session";
import { useWords } from "../../words/use";
import { Erase } from "./erase";
import { FloorsDialog } from "./floors";
import { namesOf } from "./names";
import styles from "./villagers.module.css";

function Lot({ lot }: { lot: LotRow }) {
  const words = useWords();
  const products = useProducts();
  const quantity = useQuantityText();
  return (
    <li>
      <Link to="/stock" search={{ villager: lot.villager, lot: lot.id }} className={styles["lot"]}>
        <Picture photo={lot.thumbnail} file={products.picture(lot.product)} width={64} height={48} />
        <span className="col sp">
          <b className="ell">{products.name(lot.product)}</b>
          <span className="small ell">
            {products.grade(lot.product, lot.grade)} · {lot.number}
          </span>
        </span>
        <span className="col">
          <span className={styles["right"]}>
            <Quantity value={lot.left} measure={lot.measure} size="s" />
          </span>
          <span className="meta">{words.t("villagers-of", { quantity: quantity(lot.taken_in, lot.measure) })}</span>
        </span>
        <span className={`meta ${styles["day"] ?? ""}`}>{words.shortDate(lot.harvested_ms)}</span>
      </Link>
    </li>
  );
}

function Lots({ villager }: { villager: VillagerRow }) {
  const words = useWords();
  const lots = useRead("lot.list", { find: "", product: "", villager: villager.id, with_empty: true, limit: 60 });
  if (lots.error) return <Failed error={lots.error} onAgain={lots.again} />;
  if (!lots.data) return <Loading rows={4} />;
  if (lots.data.length === 0) return <Empty picture="empty-stock.svg" title={words.t("villagers-no-lots")} />;
  return (
    <ul className={styles["lots"]}>
      {lots.data.map((lot) => (
        <Lot key={lot.id} lot={lot} />
      ))}
    </ul>
  );
}

/** What a villager's field shows, as a change that writes it again. */
export function shownOf(villager: VillagerRow, field: string): Omit<VillagerChange, "id"> | undefined {
  const { name, name_bo, phone, payout, account, place, photo, thumbnail, is_active, heir } = villager;
  const shown: Record<string, Omit<VillagerChange, "id">> = {
    contact: { name, name_bo, phone },
    payout: { payout },
    account: { account },
    place: { place },
    photo: { photo, thumbnail },
    active: { is_active },
    heir: { heir },
  };
  return shown[field];
}

/** One villager: names, where they live, how they are paid, what is owed, what they brought. */
export function VillagerCard({ villager, onChange }: { villager: VillagerRow; onChange: () => void }) {
  const words = useWords();
  const { may } = useSession();
  const navigate = useNavigate();
  const change = useWrite("villager.change");
  const say = useSay();
  const [isChoosing, setChoosing] = useState(false);
  const [isFloors, setFloors] = useState(false);
  const goTo = (id: string) => void navigate({ to: "/villagers", search: { id } });
  const joining = useJoining(goTo);
  const [isJoining, setJoining] = useState(false);
  const [first, second] = namesOf(villager, words.language);
  return (
    <section className={`card ${styles["card"] ?? ""}`}>
      <header className={styles["head"]}>
        <Avatar name={villager.name} nameBo={villager.name_bo} photo={villager.thumbnail || villager.photo} size={72} />
        <div className="col sp">
          <h2 className={styles["names"]}>
            <Written text={first} className={styles["name"]} /> <Written text={second} className={styles["second"]} />
          </h2>
          <span className={`small ${styles["facts"] ?? ""}`}>
            {villager.phone ? (
              <span>
                <Icon of={PhoneIcon} size="s" /> <span className="tn">{maskPhone(villager.phone)}</span>
              </span>
            ) : null}
            {villager.place_name ? (
              <span>
                <Icon of={PlaceIcon} size="s" /> <Written text={villager.place_name} />
              </span>
            ) : null}
            <span>
              <Icon of={PayIcon} size="s" /> {words.word("way", villager.payout || "cash")}
            </span>
            {villager.is_active ? null : <b className="c-cloud">{words.t("villagers-gone")}</b>}
            {villager.heir_name === "" ? null : <b>{words.t("villagers-heir-is", { name: villager.heir_name })}</b>}
          </span>
        </div>
        <div className={styles["owed"]}>
          <span className="meta">{words.t("villagers-owed")}</span>
          <Money fen={villager.owed_fen} size="m" />
        </div>
      </header>
      <div className={styles["contested"]}>
        <Contested
          id={villager.id}
          fields={villager.contested}
          mayChoose={may("villager.change")}
          undoOf={(field) => {
            const shown = shownOf(villager, field);
            return shown ? () => change.run({ id: villager.id, ...shown }) : undefined;
          }}
        />
        <TwinsBand id={villager.id} twins={villager.twins} mayJoin={may("person.join")} onJoined={goTo} />
      </div>
      <div className={styles["body"]}>
        <h3>{words.t("villagers-lots")}</h3>
        <Lots villager={villager} />
      </div>
      <footer className={styles["foot"]}>
        {may("person.erase") ? <Erase villager={villager} /> : null}
        <span className="sp" />
        {may("villager.change") ? (
          <Btn label={words.t("screen-edit")} icon={EditIcon} keys="F7" onPress={onChange} />
        ) : null}
        {may("person.join") ? (
          <Btn
            look="quiet"
            icon={JoinIcon}
            label={words.t("twins-choose")}
            keys="Alt+J"
            iconOnly
            onPress={() => setJoining(true)}
          />
        ) : null}
        {isJoining ? (
          <SomebodyDialog
            title={words.t("twins-choose-title", { name: villager.name })}
            except={villager.id}
            onChosen={(other) => {
              setJoining(false);
              void joining.join(villager.id, other);
            }}
            onClose={() => setJoining(false)}
          />
        ) : null}
        {may("floor.set") && villager.is_active ? (
          <Btn label={words.t("villagers-floors")} icon={MoneyIcon} keys="F8" onPress={() => setFloors(true)} />
        ) : null}
        {isFloors ? <FloorsDialog villager={villager} onClose={() => setFloors(false)} /> : null}
        {may("villager.change") && !villager.is_active ? (
          <Btn label={words.t("villagers-heir")} icon={VillagersIcon} keys="F8" onPress={() => setChoosing(true)} />
        ) : null}
        {isChoosing ? (
          <SomebodyDialog
            title={words.t("villagers-heir")}
            except={villager.id}
            onChosen={(heir) => {
              setChoosing(false);
              void change
                .run({ id: villager.id, heir })
                .then(() => client.invalidateQueries())
                .catch((thrown: unknown) => say({ text: words.error(errorOf(thrown)), flag: "fire" }));
            }}
            onClose={() => setChoosing(false)}
          />
        ) : null}
        {may("lot.take_in") && villager.is_active ? (
          <Btn
            look="main"
            big
            label={words.t("villagers-take-in")}
            icon={IntakeIcon}
            keys="F12"
            onPress={() => void navigate({ to: "/intake", search: { villager: villager.id } })}
          />
        ) : null}
      </footer>
    </section>
  );
}

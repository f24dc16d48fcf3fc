import { useRef, useState } from "react";
import type { ListingRow } from "../../../bindings/commands";
import { Dialog } from "../../parts/dialog";
import { useQuantityText } from "../../parts/number";
import { Picture } from "../../parts/picture";
import { Rows, type RowsHandle } from "../../parts/rows";
import { Search } from "../../parts/search";
import { Empty, Failed, Loading } from "../../parts/states";
import { Named, OtherNames } from "../../parts/written";
import { useRead } from "../../state/read";
import { useWords } from "../../words/use";
import { type Offer, offersOf } from "./content";
import styles from "./listings.module.css";

/** What is to be offered: goods that lie here and are not listed yet stand first. */
export function NewListing(props: {
  listings: readonly ListingRow[];
  onTake: (offer: Offer) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const rows = useRef<RowsHandle>(null);
  const [find, setFind] = useState("");
  const [chosen, setChosen] = useState(0);
  const products = useRead("product.list", { find, state: "", limit: 0 }, { keeps: true });
  const lots = useRead("lot.list", { find: "", product: "", villager: "", with_empty: false, limit: 0 });
  const offers = offersOf(products.data ?? [], lots.data ?? [], props.listings);
  const at = Math.min(chosen, offers.length - 1);
  const take = (index: number) => {
    const offer = offers[index];
    if (offer) props.onTake(offer);
  };
  const error = products.error ?? lots.error;
  return (
    <Dialog title={t("listings-new")} onClose={props.onClose} wide>
      <Search
        label={t("listings-find-product")}
        value={find}
        onChange={(text) => {
          setFind(text);
          setChosen(0);
        }}
        restMs={0}
        onEnter={(text) => {
          if (text === find && !products.isLoading) take(at);
        }}
        onDown={() => rows.current?.focus()}
        autoFocus
      />
      <div className={styles["offers"]}>
        {error ? (
          <Failed error={error} onAgain={products.error ? products.again : lots.again} />
        ) : products.isLoading || lots.isLoading ? (
          <Loading rows={6} />
        ) : offers.length === 0 ? (
          <Empty picture="empty-search.svg" title={t("screen-nothing-found")} hint={t("screen-nothing-found-hint")} />
        ) : (
          <Rows
            ref={rows}
            label={t("listings-new")}
            count={offers.length}
            rowHeight={68}
            chosen={at}
            onChoose={setChosen}
            onOpen={take}
            row={(index, isChosen) => {
              const offer = offers[index];
              return offer ? <OfferRow offer={offer} isOn={isChosen} onTake={() => take(index)} /> : null;
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function OfferRow({ offer, isOn, onTake }: { offer: Offer; isOn: boolean; onTake: () => void }) {
  const { t } = useWords();
  const say = useQuantityText();
  const { product } = offer;
  const grade = product.grades.find((one) => one.key === offer.grade);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list has the keys; a press takes at once
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys; a press takes at once
    <div className={`${styles["offer"]} ${isOn ? styles["on"] : ""}`} onClick={onTake}>
      <Picture file={product.picture} width={64} height={50} />
      <span className={styles["what"]}>
        <Named names={product.names} className={styles["name"]} />
        <span className={styles["also"]}>
          {grade ? (
            <>
              <Named names={grade.names} /> <OtherNames names={grade.names} />
            </>
          ) : (
            t("listings-all-grades")
          )}
        </span>
      </span>
      {offer.here > 0 ? <b className="tn">{say(offer.here, product.measure)}</b> : null}
      {offer.isListed ? <span className="meta">{t("listings-listed")}</span> : null}
    </div>
  );
}

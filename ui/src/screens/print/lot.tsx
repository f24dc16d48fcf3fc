import type { LotRow, ProductRow } from "../../../bindings/commands";
import { dayOf, formats, jin, kilograms } from "../../words/formats";
import { Fact, Label, type Letterhead, Names, Sheet } from "./paper";
import styles from "./print.module.css";

const time = formats("zh-CN").time;

/** What a villager takes home when goods were taken in. */
export function LotReceipt({
  lot,
  villagerBo,
  place,
  product,
  head,
}: {
  lot: LotRow;
  /** The villager's name in Tibetan, where there is one. */
  villagerBo: string;
  /** The name of the place where it was gathered. */
  place: string;
  product: ProductRow | undefined;
  head: Letterhead;
}) {
  const grade = product?.grades.find((one) => one.key === lot.grade);
  const isPiece = lot.measure === "piece";
  return (
    <Sheet head={head} title="print-lot" number={lot.number}>
      <div className={styles["to"]}>
        <Label of="print-villager" languages={head.languages} />
        <b className={styles["who"]}>
          {villagerBo === "" || villagerBo === lot.villager_name ? null : (
            <>
              <span lang="bo">{villagerBo}</span>{" "}
            </>
          )}
          <span lang="zh-CN">{lot.villager_name}</span>
        </b>
      </div>
      <div className={styles["what"]}>
        <b>{product ? <Names names={product.names} languages={head.languages} /> : lot.product}</b>
        {grade ? (
          <span className={styles["grade"]}>
            <Names names={grade.names} languages={head.languages} />
          </span>
        ) : (
          <span className={styles["grade"]}>{lot.grade}</span>
        )}
      </div>
      <div className={styles["sums"]}>
        <div className={styles["total"]}>
          <Label of="print-taken-in" languages={head.languages} />
          <b>{isPiece ? `× ${lot.taken_in}` : `${kilograms(lot.taken_in, 3)} kg`}</b>
        </div>
        {isPiece ? null : (
          <div className={styles["sum"]}>
            <Label of="unit-jin" languages={head.languages} />
            <b>{jin(lot.taken_in)}</b>
          </div>
        )}
      </div>
      <footer className={styles["foot"]}>
        <Fact of="print-date" head={head}>
          <span className={styles["digits"]}>
            {dayOf(lot.brought_ms)} {time(lot.brought_ms)}
          </span>
        </Fact>
        <Fact of="print-gathered" head={head}>
          <span className={styles["digits"]}>{dayOf(lot.harvested_ms)}</span>
        </Fact>
        {place === "" ? null : (
          <Fact of="print-place" head={head}>
            <span lang="zh-CN">{place}</span>
          </Fact>
        )}
        {lot.permit === "" ? null : (
          <Fact of="print-permit" head={head}>
            {lot.permit}
          </Fact>
        )}
        {lot.shelf === "" ? null : (
          <Fact of="print-shelf" head={head}>
            {lot.shelf}
          </Fact>
        )}
        <p className={styles["rule"]}>
          <Label of="print-not-paid-yet" languages={head.languages} />
        </p>
      </footer>
    </Sheet>
  );
}

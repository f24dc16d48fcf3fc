import type { OrderShown, ProductRow } from "../../../bindings/commands";
import { dayOf, formats, kilograms, money, price } from "../../words/formats";
import { Fact, Label, type Letterhead, Names, Sheet } from "./paper";
import styles from "./print.module.css";
import { packedBy, slipSums } from "./slip";

/** Who the parcel goes to, whole: a carrier needs every digit. */
export interface Receiver {
  name: string;
  phone: string;
  address: string;
}

const time = formats("zh-CN").time;

function Line({
  line,
  product,
  head,
}: {
  line: OrderShown["filled"][number];
  product: ProductRow | undefined;
  head: Letterhead;
}) {
  const grade = product?.grades.find((one) => one.key === line.grade);
  return (
    <tr>
      <td>
        {product ? (
          <Names names={product.names} languages={head.languages} />
        ) : (
          <span>{line.title || line.product}</span>
        )}
        {grade ? (
          <span className={styles["grade"]}>
            <Names names={grade.names} languages={head.languages} />
          </span>
        ) : (
          <span className={styles["grade"]}>{line.grade}</span>
        )}
      </td>
      <td className={styles["right"]}>{line.measure === "piece" ? line.quantity : `${kilograms(line.quantity)} kg`}</td>
      <td className={styles["right"]}>{price(line.price_fen)}</td>
      <td className={styles["right"]}>{money(line.amount_fen)}</td>
    </tr>
  );
}

function Sum({
  of,
  fen,
  head,
  isBig = false,
}: {
  of: "print-sum-goods" | "print-freight" | "print-total" | "print-paid" | "print-due";
  fen: number;
  head: Letterhead;
  isBig?: boolean;
}) {
  return (
    <div className={isBig ? styles["total"] : styles["sum"]}>
      <Label of={of} languages={head.languages} />
      <b>¥{money(fen)}</b>
    </div>
  );
}

function To({ order, receiver, head }: { order: OrderShown; receiver: Receiver; head: Letterhead }) {
  const isNobody = receiver.name === "" && receiver.phone === "" && receiver.address === "";
  return (
    <div className={styles["to"]}>
      <Label of="print-to" languages={head.languages} />
      {isNobody ? (
        <Label of={order.is_erased ? "print-erased" : "print-counter"} languages={head.languages} />
      ) : (
        <>
          <b className={styles["who"]}>
            {receiver.name} <span className={styles["digits"]}>{receiver.phone}</span>
          </b>
          <span lang="zh-CN">{receiver.address}</span>
        </>
      )}
    </div>
  );
}

/** An order slip. */
export function OrderSlip({
  order,
  receiver,
  products,
  head,
}: {
  order: OrderShown;
  receiver: Receiver;
  products: ReadonlyMap<string, ProductRow>;
  head: Letterhead;
}) {
  const sums = slipSums(order);
  const packed = packedBy(order);
  return (
    <Sheet head={head} title="print-order" number={order.number}>
      <To order={order} receiver={receiver} head={head} />
      <table className={styles["lines"]}>
        <thead>
          <tr>
            <th>
              <Label of="print-goods" languages={head.languages} />
              {/* The head of the table stands on every page: a page that fell down says whose it is. */}
              <span className={styles["again"]}>{order.number}</span>
            </th>
            <th className={styles["right"]}>
              <Label of="print-quantity" languages={head.languages} />
            </th>
            <th className={styles["right"]}>
              <Label of="print-price" languages={head.languages} />
            </th>
            <th className={styles["right"]}>
              <Label of="print-amount" languages={head.languages} />
            </th>
          </tr>
        </thead>
        <tbody>
          {order.filled.map((line) => (
            <Line key={line.line} line={line} product={products.get(line.product)} head={head} />
          ))}
        </tbody>
      </table>
      <div className={styles["sums"]}>
        <Sum of="print-sum-goods" fen={sums.goodsFen} head={head} />
        <Sum of="print-freight" fen={sums.freightFen} head={head} />
        <Sum of="print-total" fen={sums.totalFen} head={head} isBig />
        <Sum of="print-paid" fen={sums.paidFen} head={head} />
        {sums.dueFen > 0 ? <Sum of="print-due" fen={sums.dueFen} head={head} /> : null}
      </div>
      <footer className={styles["foot"]}>
        {order.note === "" ? null : (
          <Fact of="print-note" head={head} isLong>
            {order.note}
          </Fact>
        )}
        <Fact of="print-date" head={head}>
          <span className={styles["digits"]}>
            {dayOf(order.created_at)} {time(order.created_at)}
          </span>
        </Fact>
        {packed === "" ? null : (
          <Fact of="print-packed-by" head={head}>
            {packed}
          </Fact>
        )}
        <p className={styles["rule"]}>
          <Label of="print-rounding" languages={head.languages} />
        </p>
      </footer>
    </Sheet>
  );
}

import type { CallList, ProductRow } from "../../../bindings/commands";
import { jin, kilograms } from "../../words/formats";
import { Label, type Letterhead, Names, Sheet } from "./paper";
import styles from "./print.module.css";

/** The morning's call list on paper: what is wanted and of whom, and what was promised and brought. */
export function CallSheet({
  list,
  products,
  head,
}: {
  list: CallList;
  products: ReadonlyMap<string, ProductRow>;
  head: Letterhead;
}) {
  const much = (value: number, measure: string) =>
    measure === "piece" ? `× ${value}` : `${kilograms(value, 3)} kg / ${jin(value)}`;
  const goods = (key: string, grade: string) => {
    const product = products.get(key);
    const found = product?.grades.find((one) => one.key === grade);
    return (
      <>
        {product ? <Names names={product.names} languages={head.languages} /> : key}{" "}
        {found ? <Names names={found.names} languages={head.languages} /> : grade}
      </>
    );
  };
  return (
    <Sheet head={head} title="print-calls" number={list.day}>
      {list.needs
        .filter((need) => need.open > 0)
        .map((need) => (
          <section key={`${need.product} ${need.grade}`} className={styles["calls"]}>
            <b>{goods(need.product, need.grade)}</b>
            <span className={styles["digits"]}>{much(need.open, need.measure)}</span>
            <ul>
              {need.candidates.map((one) => (
                <li key={one.villager}>
                  <span>
                    {one.name} {one.name_bo}
                  </span>
                  <span className={styles["digits"]}>{much(one.offer, need.measure)}</span>
                  <i />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {list.villagers.length === 0 ? null : (
        <table className={styles["called"]}>
          <thead>
            <tr>
              <th>
                <Label of="print-villager" languages={head.languages} />
              </th>
              <th>
                <Label of="morning-promised" languages={head.languages} />
              </th>
              <th>
                <Label of="morning-brought" languages={head.languages} />
              </th>
            </tr>
          </thead>
          <tbody>
            {list.villagers.flatMap((villager) =>
              villager.rows.map((row) => (
                <tr key={`${villager.villager} ${row.product} ${row.grade}`}>
                  <td>
                    {villager.name} {villager.name_bo} · {goods(row.product, row.grade)}
                  </td>
                  <td>{row.promised === undefined ? "" : much(row.promised, row.measure)}</td>
                  <td>{row.brought === 0 ? "" : much(row.brought, row.measure)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

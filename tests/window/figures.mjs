// The window's figures: `cargo xtask bench --window` builds what is measured and runs this. A missed bound is printed, not failed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureOrders } from "./figures/orders.mjs";
import { measureSizes } from "./figures/sizes.mjs";
import { measureStarts } from "./figures/starts.mjs";
import { Table } from "./figures/table.mjs";
import { measureTill } from "./figures/till.mjs";
import { programs, tsong } from "./lib/programs.mjs";

const ORDERS = 100_000;
const LISTINGS = 10_000;

/** What a test gives its parts: a place for what has to be ended. */
class Run {
  #ends = [];

  after(end) {
    this.#ends.push(end);
  }

  async ends() {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}

async function makeStation(folder) {
  console.log(`making a station of ${ORDERS} orders and ${LISTINGS} listings`);
  const words = [folder, "--orders", String(ORDERS), "--listings", String(LISTINGS)];
  const made = JSON.parse(execFileSync(programs.sample, words, { encoding: "utf8" }));
  await tsong(folder, made, "call", "settings.save", '{"language":"en","is_sync_automatic":false}');
  return { folder, ...made };
}

const place = mkdtempSync(join(tmpdir(), "tsong-figures-"));
const run = new Run();
const table = new Table();
try {
  measureSizes(table);
  const station = await makeStation(join(place, "station"));
  await measureStarts(run, table, station, place);
  await measureTill(run, table, station);
  await measureOrders(run, table, station);
  console.log(`\n${table}`);
} finally {
  await run.ends();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
}

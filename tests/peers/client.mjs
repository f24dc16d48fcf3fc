// A peer's client: reads one JSON object a line (`put`: a file of orders to save, `push` or `sync`: to replicate with a
// server), answers one a line. Times are of the replication alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const PouchDB = require("pouchdb");

const BATCH = 1000;
const local = new PouchDB(process.argv[2]);

async function put(file) {
  const orders = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const known = await local.allDocs({ keys: orders.map((order) => order.id) });
  const revisions = new Map(known.rows.filter((row) => row.value).map((row) => [row.id, row.value.rev]));
  const docs = orders.map(({ id, ...rest }) => ({ _id: id, ...(revisions.has(id) && { _rev: revisions.get(id) }), ...rest }));
  for (let at = 0; at < docs.length; at += BATCH) {
    const failed = (await local.bulkDocs(docs.slice(at, at + BATCH))).find((saved) => saved.error);
    if (failed) throw new Error(`${failed.id}: ${failed.message}`);
  }
  return { saved: docs.length };
}

async function replicate(url, isBothWays) {
  const used = process.cpuUsage();
  const begun = performance.now();
  const done = isBothWays
    ? (await local.sync(url, { batch_size: BATCH })).push
    : await local.replicate.to(url, { batch_size: BATCH });
  const wall_s = (performance.now() - begun) / 1000;
  const cpu = process.cpuUsage(used);
  return { written: done.docs_written, wall_s, cpu_s: (cpu.user + cpu.system) / 1e6 };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const answer = asked.put ? await put(asked.put) : await replicate(asked.push ?? asked.sync, Boolean(asked.sync));
  console.log(JSON.stringify(answer));
}
await local.close();

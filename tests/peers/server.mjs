// A peer's server: express-pouchdb over LevelDB in a folder. Prints its address once it listens.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const express = require("express");
const PouchDB = require("pouchdb");
const expressPouchDB = require("express-pouchdb");

const folder = process.argv[2];
const Kept = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
app.use("/", expressPouchDB(Kept, { logPath: `${folder}/log.txt`, configPath: `${folder}/config.json` }));
const listener = app.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ address: `http://127.0.0.1:${listener.address().port}` }));
});

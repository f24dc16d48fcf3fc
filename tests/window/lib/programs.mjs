// The programs under test, started and ended.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

function named(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} says where the program is; cargo xtask test sets it`);
  return path;
}

export const programs = {
  get desktop() {
    return named("TSONG_DESKTOP_BIN");
  },
  get tsong() {
    return named("TSONG_BIN");
  },
  get hub() {
    return named("TSONG_HUB_BIN");
  },
  get sample() {
    return named("TSONG_SAMPLE_BIN");
  },
};

/** A folder of a test's own, gone afterwards. */
export function scratch(t) {
  const path = mkdtempSync(join(tmpdir(), "tsong-window-"));
  t.after(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}

/** A port that nobody has. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program that says in one line of JSON that it is ready. */
export async function serve(program, args, env = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`${program} is not ready: ${text}`)), 60_000);
    child.stdout.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) {
        clearTimeout(timer);
        resolve(text.slice(0, text.indexOf("\n")));
      }
    });
    child.on("exit", (code) => reject(new Error(`${program} ended with ${code}: ${text}`)));
  });
  return {
    ready: JSON.parse(line),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.on("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

/** A hub on loopback, with a station and its one-time code, and a staff token. */
export async function startHub(folder, listen = "127.0.0.1:0") {
  const data = join(folder, "hub");
  const list = async (...args) => {
    const { stdout } = await run(programs.hub, ["--data", data, "--json", ...args]);
    return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  };
  const call = async (...args) => (await list(...args))[0];
  let server = await serve(programs.hub, ["--data", data, "--json", "serve", "--listen", listen]);
  const address = server.ready.address;
  return {
    data,
    address,
    call,
    list,
    addStation: (name) => call("station", "add", "--name", name, "--place", "540421102"),
    stop: () => server.stop(),
    again: async () => {
      server = await serve(programs.hub, ["--data", data, "--json", "serve", "--listen", address.replace("http://", "")]);
    },
  };
}

/** Runs `tsong` on a station's folder, beside the window; a refusal is thrown with what it said. */
export async function tsong(data, { operator, pin }, ...args) {
  const { stdout } = await run(programs.tsong, ["--data", data, "--keyring", "off", "--json", ...args], {
    env: { ...process.env, TSONG_OPERATOR: operator, TSONG_PIN: pin },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error) => {
    throw new Error(`tsong ${args[0]}: ${error.stderr}`);
  });
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

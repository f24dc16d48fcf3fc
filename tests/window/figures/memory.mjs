// The memory of a program and all that it started, as the kernel shares it out.
import { readdirSync, readFileSync } from "node:fs";

function read(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return ""; // It ended meanwhile.
  }
}

/** A program on a folder and everything below it. */
export function treeOf(program, folder) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/u.test(name)).map(Number);
  const parents = new Map(all.map((pid) => [pid, Number(read(pid, "stat").split(") ").at(-1)?.split(" ")[1] ?? 0)]));
  const isRoot = (pid) => {
    const words = read(pid, "cmdline").split("\0");
    return words[0] === program && words.includes(folder);
  };
  const tree = new Set(all.filter(isRoot));
  for (let size = -1; size !== tree.size; ) {
    size = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

/** What they hold together: a page that two share counts half in each. */
export function memoryBytes(pids) {
  return pids.reduce((sum, pid) => sum + 1024 * Number(/^Pss:\s+(\d+) kB/mu.exec(read(pid, "smaps_rollup"))?.[1] ?? 0), 0);
}

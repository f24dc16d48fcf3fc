// The table that a run ends with, and what its numbers are made of.

export const median = (numbers) => at(numbers, 0.5);
export const p95 = (numbers) => at(numbers, 0.95);

function at(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const WIDTHS = [52, 12, 12, 7, 12];
const line = (words) => words.map((word, at) => word.padEnd(WIDTHS[at] ?? 0)).join(" ").trimEnd();

export class Table {
  #rows = [];

  #add(row) {
    console.log(line(row));
    this.#rows.push(row);
  }

  /** So many times the peer's, at most `bound` times. */
  ratio(name, unit, ours, peer, bound) {
    const ratio = ours / peer;
    const told = [`${Math.round(ours)} ${unit}`, `${Math.round(peer)} ${unit}`, ratio.toFixed(2)];
    this.#add([name, ...told, `≤ ${bound} ×`, ratio <= bound ? "ok" : "MISSED"]);
  }

  /** A number of its own, at most `bound`. */
  most(name, unit, ours, bound, digits = 0) {
    this.#add([name, `${ours.toFixed(digits)} ${unit}`, "", "", `≤ ${bound} ${unit}`, ours <= bound ? "ok" : "MISSED"]);
  }

  /** Beside what the machine does at best, at least `bound`. */
  least(name, unit, ours, peer, bound) {
    const told = [`${ours.toFixed(0)} ${unit}`, `${peer.toFixed(0)} ${unit}`, (ours / peer).toFixed(2)];
    this.#add([name, ...told, `≥ ${bound} ${unit}`, ours >= bound ? "ok" : "MISSED"]);
  }

  toString() {
    return [["figure", "ours", "peer", "ratio", "bound", ""], ...this.#rows].map(line).join("\n");
  }
}

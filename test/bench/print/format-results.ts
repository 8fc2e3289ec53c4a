// What was measured as lines to read: a table of the prints and a list of the targets.
import { BARE, OWN, STOCK } from "./engines.ts";
import { findResult, type PrintResult, type State } from "./print-result.ts";
import type { Judged } from "./targets.ts";

const STATES: Readonly<Record<State, string>> = {
  cold: "",
  word: ", a word changed",
  page: ", a page more in one part",
};

/** A table in Markdown, one row for each print; the ratios are of the time and of the file. */
export function formatTable(results: readonly PrintResult[]): readonly string[] {
  const rows = results.map((result) => {
    const cold = (engine: string) => findResult(results, result.size, engine);
    const [stock, bare, own] = [cold(STOCK.name), cold(BARE.name), cold(OWN.name)];
    const cells = [
      String(result.size),
      `${result.engine}${STATES[result.state]}`,
      `${result.seconds.toFixed(1)} s`,
      `${((result.seconds * 1000) / result.pages).toFixed(1)} ms`,
      `${result.megabytes.toFixed(0)} MB (${result.largest})`,
      `${result.kilobytes.toFixed(0)} kB`,
      String(result.pages),
      times(result.seconds, stock?.seconds),
      times(result.seconds, bare?.seconds),
      times(result.seconds, own?.seconds),
      times(result.kilobytes, stock?.kilobytes),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| size | engine | time | per page | largest process | file | pages | time to pagedjs-cli | to bare print | to this engine, cold | file to pagedjs-cli |",
    `| ---: | :--- |${" ---: |".repeat(9)}`,
    ...rows,
  ];
}

/** One line for each target. */
export function formatTargets(judged: readonly Judged[]): readonly string[] {
  return judged.map(({ target, figure, reached }) => {
    const verdict = reached === undefined ? "–" : reached ? "reached" : "NOT reached";
    return `${verdict.padEnd(12)} ${target}: ${figure}`;
  });
}

/** What the stages of this engine took, one line for each print that tells. */
export function formatTimings(results: readonly PrintResult[]): readonly string[] {
  return results.flatMap(({ size, state, timings }) => {
    if (!timings) return [];
    const stages = Object.entries(timings).map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(2)} s`);
    return [`${size} pages${STATES[state]}: ${stages.join(", ")}`];
  });
}

function times(value: number, base: number | undefined): string {
  return base === undefined ? "" : `${(value / base).toFixed(2)} ×`;
}

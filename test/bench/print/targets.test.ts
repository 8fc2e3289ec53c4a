// The targets are judged by what was measured, and by nothing that was not.
import { expect, it } from "vitest";
import { formatTable, formatTargets, formatTimings } from "./format-results.ts";
import { median, type PrintResult } from "./print-result.ts";
import { judgeTargets } from "./targets.ts";

function result(engine: string, size: number, seconds: number, more: Partial<PrintResult> = {}): PrintResult {
  const file = { kilobytes: size * 10, pages: size };
  return { size, engine, state: "cold", seconds, megabytes: 300, largest: "renderer", ...file, ...more };
}

const REACHED = [
  result("bare print", 600, 8),
  result("pagedjs-cli", 600, 40),
  result("this engine", 600, 10),
  result("this engine", 600, 3, { state: "word" }),
  result("this engine", 600, 3, { state: "page" }),
  result("bare print", 1500, 20),
  result("pagedjs-cli", 1500, 240),
  result("this engine", 1500, 26),
  result("this engine", 1500, 8, { state: "word" }),
  result("this engine", 1500, 8, { state: "page" }),
];

it("finds every target reached where it is", () => {
  const judged = judgeTargets(REACHED, { build: 6, bare: 2.5 });
  expect(judged.filter(({ reached }) => reached !== true)).toEqual([]);
  expect(judged).toHaveLength(13);
});

it("finds every target missed where it is", () => {
  const slow = REACHED.map((row) =>
    row.engine === "this engine"
      ? { ...row, seconds: row.size === 600 ? 12 : 40, megabytes: 701, kilobytes: row.kilobytes * 1.4 }
      : row,
  );
  expect(formatTargets(judgeTargets(slow, { build: 7.1, bare: 2.5 }))).toMatchInlineSnapshot(`
    [
      "NOT reached  600 pages: as fast as pagedjs-cli, at least 4 ×: 3.33 ×",
      "NOT reached  600 pages: time of the bare print, at most 1.3 ×: 1.50 ×",
      "NOT reached  1500 pages: as fast as pagedjs-cli, at least 8 ×: 6.00 ×",
      "NOT reached  1500 pages: time of the bare print, at most 1.5 ×: 2.00 ×",
      "NOT reached  time of a page at 1500 pages, to 600, at most 1.15 ×: 1.33 ×",
      "NOT reached  no process over 700 MB: 701 MB (renderer, 600 pages)",
      "NOT reached  600 pages: size of the file of pagedjs-cli, at most 1.3 ×: 1.40 ×",
      "NOT reached  1500 pages: size of the file of pagedjs-cli, at most 1.3 ×: 1.40 ×",
      "NOT reached  600 pages, a word of one part changed: of the cold time, at most 0.33 ×: 1.00 ×",
      "NOT reached  600 pages, one part a page longer: of the cold time, at most 0.33 ×: 1.00 ×",
      "NOT reached  1500 pages, a word of one part changed: of the cold time, at most 0.33 ×: 1.00 ×",
      "NOT reached  1500 pages, one part a page longer: of the cold time, at most 0.33 ×: 1.00 ×",
      "NOT reached  the repository’s pack: built within 2 × its bare print + 2 s: 7.1 s, of 7.0 s",
    ]
  `);
});

it("says of what was not measured that it was not", () => {
  const judged = judgeTargets([result("this engine", 16, 2)], undefined);
  expect(judged.filter(({ figure }) => figure !== "not measured").map(({ target }) => target)).toEqual([
    "no process over 700 MB",
  ]);
  expect(judged.filter(({ reached }) => reached === false)).toEqual([]);
});

it("sets each print beside pagedjs-cli, the bare print and this engine’s own cold print", () => {
  const rows = formatTable(REACHED.slice(0, 4));
  expect(rows[2]).toBe(
    "| 600 | bare print | 8.0 s | 13.3 ms | 300 MB (renderer) | 6000 kB | 600 | 0.20 × | 1.00 × | 0.80 × | 1.00 × |",
  );
  expect(rows[5]).toContain("| this engine, a word changed | 3.0 s | 5.0 ms |");
  expect(rows[5]).toContain("| 0.07 × | 0.38 × | 0.30 × | 1.00 × |");
});

it("tells what the stages took, where the engine does", () => {
  const timed = result("this engine", 16, 2, { timings: { layout: 900, "proof of the text": 120 } });
  expect(formatTimings([timed, ...REACHED])).toEqual(["16 pages: layout 0.90 s, proof of the text 0.12 s"]);
});

it("takes the middle run", () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([9, 4])).toBe(4);
});

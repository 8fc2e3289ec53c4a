// The layers of the program: which folder may import which, and which may not touch the world.
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const SOURCE = fileURLToPath(new URL("../src", import.meta.url));

/** Each layer with those below it, which it may import; `errors.ts` is open to all. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  model: [],
  markdown: ["model"],
  evidence: ["model"],
  files: ["model"],
  pack: ["model", "markdown", "evidence", "files"],
  site: ["model", "markdown", "evidence", "files", "pack"],
  print: ["model", "markdown", "evidence", "files", "pack", "site"],
  cli: ["model", "markdown", "evidence", "files", "pack", "site", "print"],
};

/** The layers that are pure functions of plain data. */
const PURE = ["model", "markdown", "evidence"];

/** What reaches beyond a function's arguments. */
const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a module of Node", /from\s+["']node:(?!(?:path|assert|url|crypto)\b)[^"']+["']|import\(\s*["']node:/],
  ["the process", /\bprocess\s*[.[]/],
  ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\s*\./],
  ["chance", /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/],
  ["the network", /\bfetch\(|\bWebSocket\b/],
  ["the console", /\bconsole\s*\./],
];

const DRAWERS = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.ts$)/;

/** What is wrong with a file, by its path below `src` and its text. */
function findFaults(file: string, text: string): string[] {
  const layer = file.includes("/") ? (file.split("/")[0] ?? "") : undefined;
  const code = text.replace(/^\s*\/?\*.*$|(^|\s)\/\/.*$/gm, "");
  const faults = DRAWERS.test(file) ? [`${file} is a drawer for anything`] : [];
  if (layer !== undefined && BELOW[layer] === undefined) faults.push(`${file} stands in no layer`);
  for (const [, target] of code.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/g)) {
    const imported = posix.join(posix.dirname(file), target ?? "");
    const other = imported.includes("/") ? imported.split("/")[0] : undefined;
    if (imported === "errors.ts" || (layer !== undefined && other === layer)) continue;
    if (imported.startsWith("..") || other === undefined || !(BELOW[layer ?? ""] ?? []).includes(other)) {
      faults.push(`${file} imports ${imported}`);
    }
  }
  if (layer === undefined || !PURE.includes(layer)) return faults;
  const impure = IMPURE.filter(([, pattern]) => pattern.test(code));
  return [...faults, ...impure.map(([what]) => `${file} uses ${what}`)];
}

test("the program keeps to its layers", async () => {
  const files = (await readdir(SOURCE, { recursive: true }))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(ts|js)$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(SOURCE, file), "utf8")));
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((file, index) => findFaults(file, texts[index] ?? ""))).toEqual([]);
});

describe("the check notices", () => {
  test.each([
    ["model/pack.ts", 'import { run } from "../cli/run.ts";', "model/pack.ts imports cli/run.ts"],
    ["markdown/a.ts", 'import type { B } from "../evidence/b.ts";', "markdown/a.ts imports evidence/b.ts"],
    ["files/a.ts", 'export * from "../markdown/b.ts";', "files/a.ts imports markdown/b.ts"],
    ["pack/deep/a.ts", 'const b = await import("../../site/b.ts");', "pack/deep/a.ts imports site/b.ts"],
    ["site/a.ts", 'import "../print/b.ts";', "site/a.ts imports print/b.ts"],
    ["site/a.ts", 'import {\n  b,\n} from "../print/b.ts";', "site/a.ts imports print/b.ts"],
    ["cli/a.ts", 'import x from "../../test/x.ts";', "cli/a.ts imports ../test/x.ts"],
    ["errors.ts", 'import { a } from "./model/a.ts";', "errors.ts imports model/a.ts"],
    ["model/a.ts", 'import { readFile } from "node:fs/promises";', "model/a.ts uses a module of Node"],
    ["model/a.ts", "const home = process.env.HOME;", "model/a.ts uses the process"],
    ["markdown/a.ts", "const now = Date.now();", "markdown/a.ts uses the clock"],
    ["markdown/a.ts", "const now = new Date();", "markdown/a.ts uses the clock"],
    ["evidence/a.ts", "const id = Math.random();", "evidence/a.ts uses chance"],
    ["evidence/a.ts", 'import { randomBytes } from "node:crypto";', "evidence/a.ts uses chance"],
    ["evidence/a.ts", 'const page = fetch("https://example.org");', "evidence/a.ts uses the network"],
    ["cli/utils/a.ts", "", "cli/utils/a.ts is a drawer for anything"],
    ["site/helpers.ts", "", "site/helpers.ts is a drawer for anything"],
    ["other/a.ts", "", "other/a.ts stands in no layer"],
  ])("%s: %s", (file, text, fault) => {
    expect(findFaults(file, text)).toEqual([fault]);
  });

  test.each([
    ["cli/run.ts", 'import { a } from "../model/a.ts"; import "../print/b.ts"; import "./c.ts";'],
    ["pack/a.ts", 'import { BriefingError } from "../errors.ts"; import "../files/b.ts"; import "zod";'],
    ["model/a.ts", "const day = new Date(Date.UTC(2025, 1, 1)); // not Date.now()"],
    ["model/deep/a.ts", 'import { b } from "../b.ts"; import { E } from "../../errors.ts";'],
  ])("nothing in %s: %s", (file, text) => {
    expect(findFaults(file, text)).toEqual([]);
  });
});

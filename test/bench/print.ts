// Measures printing against other engines: npx tsx test/bench/print.ts [--sizes 16,150] [--runs 3] [--no-edits] [--no-pack]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildOwnPack, OTHERS, printBare } from "./print/engines.ts";
import { formatTable, formatTargets, formatTimings } from "./print/format-results.ts";
import { makeCache } from "./print/make-cache.ts";
import { measureCommand } from "./print/measure-command.ts";
import { measurePrints, type Prints } from "./print/measure-prints.ts";
import { judgeTargets, type PackTimes } from "./print/targets.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "16,150,600,1500" },
    runs: { type: "string", default: "1" },
    edits: { type: "boolean", default: true },
    pack: { type: "boolean", default: true },
  },
  allowNegative: true,
});

const folder = await mkdtemp(join(tmpdir(), "briefing-bench-"));
try {
  const sizes = values.sizes.split(",").map(readNumber);
  const all: Prints[] = [];
  const states = values.edits ? (["cold", "word", "page"] as const) : (["cold"] as const);
  const options = { runs: readNumber(values.runs), states, onRun: tell };
  for (const size of sizes) all.push(await measurePrints(folder, size, options));
  const pack = values.pack ? await measurePack(folder) : undefined;
  const results = all.flatMap((prints) => prints.results);
  const faults = all.flatMap((prints) => prints.faults);
  const absent = OTHERS.filter(({ command }) => command === undefined);
  write(formatTable(results));
  write(absent.map(({ name }) => `${name}: not installed`));
  write(formatTimings(results));
  write(formatTargets(judgeTargets(results, pack)));
  write(faults.map((fault) => `FAULT ${fault}`));
  // Time never fails: machines differ, and are busy with other things.
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Builds the repository's own pack with nothing kept, and prints its print document without Paged.js. */
async function measurePack(parent: string): Promise<PackTimes> {
  const [output, cache] = [join(parent, "pack"), join(parent, "cache")];
  await makeCache(cache);
  tell("the repository’s pack");
  const build = await measureCommand(buildOwnPack(output, cache));
  const bare = await measureCommand(printBare(output, "print/index.html", join(parent, "bare.pdf")));
  const failure = build.failure ?? bare.failure;
  if (failure !== undefined) throw new Error(`The repository’s pack was not printed: ${failure}`);
  return { build: build.seconds, bare: bare.seconds };
}

function readNumber(word: string): number {
  const number = Number(word);
  if (!Number.isInteger(number) || number < 1) throw new Error(`“${word}” is no number of pages or runs.`);
  return number;
}

function tell(step: string): void {
  process.stderr.write(`${step} …\n`);
}

function write(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n\n`);
}

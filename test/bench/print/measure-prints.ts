// Prints one document with every engine, as often as is asked, and again after an edit of one part.
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { findDifference, findMissing, readTexts } from "./check-output.ts";
import { BARE, type Engine, OTHERS, OWN, STOCK } from "./engines.ts";
import { type DocumentSize, generateDocument } from "./generate-document.ts";
import { makeCache } from "./make-cache.ts";
import { measureCommand } from "./measure-command.ts";
import { median, type PrintResult, type State } from "./print-result.ts";

/** What came of the prints of one size. */
export interface Prints {
  readonly results: readonly PrintResult[];
  /** What makes the bench fail: a print that broke off, is not whole, or has other pages than pagedjs-cli's. */
  readonly faults: readonly string[];
}

/** How to measure. */
export interface MeasureOptions {
  readonly runs: number;
  /** What this engine prints, in this order, with what it keeps from one to the next. */
  readonly states: readonly State[];
  /** Told before each print what is printed. */
  readonly onRun: (name: string) => void;
}

interface Run extends Omit<PrintResult, "pages"> {
  readonly texts: readonly string[];
}

/**
 * Prints a document of about `size` pages in a folder of its own. The engines take turns, so that what else the machine does
 * weighs on all alike; of several runs the medians count.
 */
export async function measurePrints(
  parent: string,
  size: number,
  { runs, states, onRun }: MeasureOptions,
): Promise<Prints> {
  const collected: Run[] = [];
  const faults: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = join(parent, `${size}-${run}`);
    const job = { folder, output: join(folder, "out.pdf"), cache: join(folder, "cache") };
    await mkdir(folder, { recursive: true });
    await makeCache(job.cache);
    const print = async (engine: Engine, state: State) => {
      if (!engine.command) return;
      const document = await generateDocument(folder, sizeIn(size, state));
      onRun(`${size} pages, ${engine.name}, ${state}`);
      const { failure, said, ...measure } = await measureCommand(engine.command(job));
      const name = `${size} pages, ${engine.name} (${state})`;
      if (failure !== undefined) faults.push(`${name}: ${failure}`);
      else {
        const texts = await readTexts(job.output);
        faults.push(...findMissing(texts, document.openings).map((fault) => `${name}: ${fault}`));
        const kilobytes = (await stat(job.output)).size / 1000;
        collected.push({
          size,
          engine: engine.name,
          state,
          ...measure,
          kilobytes,
          texts,
          ...readTimings(said),
        });
      }
      await rm(job.output, { force: true });
    };
    for (const engine of [BARE, STOCK, ...OTHERS]) await print(engine, "cold");
    for (const state of states) await print(OWN, state);
    await rm(folder, { recursive: true });
  }
  faults.push(...compareWithStock(collected));
  return { results: gather(collected), faults };
}

function sizeIn(pages: number, state: State): DocumentSize {
  return state === "cold" ? { pages } : { pages, edit: state };
}

function compareWithStock(runs: readonly Run[]): readonly string[] {
  const cold = (engine: Engine) =>
    runs.find(({ engine: name, state }) => name === engine.name && state === "cold");
  const [own, stock] = [cold(OWN), cold(STOCK)];
  if (!own || !stock) return [];
  return findDifference(own.texts, stock.texts).map((fault) => `${own.size} pages, ${OWN.name}: ${fault}`);
}

function gather(runs: readonly Run[]): readonly PrintResult[] {
  const isSame = (a: Run, b: Run) => a.engine === b.engine && a.state === b.state;
  const firsts = runs.filter((run, index) => runs.findIndex((other) => isSame(run, other)) === index);
  return firsts.map(({ texts, ...first }) => {
    const group = runs.filter((run) => isSame(run, { ...first, texts }));
    return { ...first, pages: texts.length, seconds: median(group.map(({ seconds }) => seconds)) };
  });
}

/** What this engine tells of its stages with `--timings`: `Timings: layout 120 ms, print 80 ms; …`. */
function readTimings(said: string): Pick<PrintResult, "timings"> {
  const [, line] = /^Timings: ([^;\n]*)/m.exec(said) ?? [];
  if (line === undefined) return {};
  const stages = [...line.matchAll(/([a-z ]+?) (\d+) ms/g)];
  return { timings: Object.fromEntries(stages.map(([, stage = "", ms]) => [stage.trim(), Number(ms)])) };
}

// Prints with progress on stderr: what `build` and `print` have in common.
import { join } from "node:path";
import { BriefingError } from "../errors.ts";
import type { PrintedDocument, PrintResult, PrintStage } from "../print/print-document.ts";
import { count } from "./count.ts";
import type { Engine } from "./engine.ts";
import type { Io } from "./io.ts";
import type { PrinterOptions } from "./options.ts";
import type { Progress } from "./progress.ts";
import { seenFrom } from "./report.ts";

const STAGES: Readonly<Record<PrintStage, string>> = {
  browser: "Starting the browser",
  pages: "Laying out pages",
  print: "Printing",
  finish: "Finishing the PDF",
};

/** What is printed at a time: documents of one folder. */
export interface PrintOrder {
  readonly folder: string;
  readonly documents: readonly PrintedDocument[];
  /** The folder of the files that their problems name, absolute. */
  readonly sources: string;
  /** Ends when the documents are there; they are, if it is left out. */
  readonly ready?: Promise<unknown> | undefined;
}

/**
 * Prints documents and tells how far it is; the results stand in their order. Raises what `printDocuments` raises, with places as the
 * working folder sees them.
 */
export async function printWithProgress(
  { folder, documents, sources, ready }: PrintOrder,
  { browser, sandbox, timeoutMs, timings }: PrinterOptions,
  { io, engine, progress }: { readonly io: Io; readonly engine: Engine; readonly progress: Progress },
): Promise<readonly PrintResult[]> {
  let current: PrintStage | undefined;
  const settings = {
    folder,
    browser,
    sandbox,
    timeoutMs,
    signal: io.signal,
    ready,
    onProgress: ({ stage, pages }: { readonly stage: PrintStage; readonly pages: number }) => {
      if (stage !== current) progress.start(STAGES[stage]);
      current = stage;
      if (stage === "pages") progress.count(pages);
    },
    onNotice: (notice: string) => {
      progress.clear();
      io.stderr.write(`${notice}\n`);
    },
  };
  const printing = engine.printDocuments(settings, documents);
  const results = await printing.catch((error: unknown) => {
    throw error instanceof BriefingError ? placeFrom(io.cwd, sources, error) : error;
  });
  progress.clear();
  if (timings) for (const result of results) io.stderr.write(`${describeTimings(result)}\n`);
  return results;
}

function describeTimings({ timings, reused }: PrintResult): string {
  const stages = Object.entries(timings).map(([stage, ms]) => `${stage} ${ms} ms`);
  const { parts, ofParts, stretches, ofStretches } = reused;
  const kept = `${parts} of ${ofParts} parts and ${stretches} of ${ofStretches} stretches from the cache`;
  return `Timings: ${stages.join(", ")}; ${kept}.`;
}

/** What was proved, in one line. */
export function describeProof({ source, text, links, bookmarks }: PrintResult["proof"]): string {
  const counted = [
    [source.blocks, "block"],
    [source.footnotes, "footnote"],
    [source.figures, "figure"],
    [links.within + links.outside, "link"],
    [bookmarks, "bookmark"],
  ] as const;
  const named = counted.filter(([number]) => number > 0).map(([number, name]) => count(number, name));
  const whole = `Proof: ${joinWords(named)} of the document are in the PDF, whole and in order.`;
  if (text.unordered === 0) return whole;
  const lines = text.unordered === 1 ? "1 line" : `${text.unordered} lines`;
  return `${whole} But ${lines} of text from right to left may be read out backwards: their font does not say what letters it draws.`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "all") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function placeFrom(cwd: string, sources: string, error: BriefingError): BriefingError {
  const problems = error.problems.map((problem) =>
    problem.place === undefined
      ? problem
      : { ...problem, place: { ...problem.place, file: seenFrom(cwd, join(sources, problem.place.file)) } },
  );
  return new BriefingError(error.message, { exitCode: error.exitCode, problems, cause: error.cause });
}

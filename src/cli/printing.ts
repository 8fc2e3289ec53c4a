// Prints with progress on stderr: what `build` and `print` have in common.
import { join } from "node:path";
import { BriefingError } from "../errors.ts";
import type { PrintOptions, PrintResult, PrintStage } from "../print/print-document.ts";
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

/**
 * Prints a document and tells how far it is. Raises what `printDocument` raises, with places as the working folder sees them.
 * @param document `sources` is the folder of the files that its problems name, absolute
 */
export async function printWithProgress(
  {
    sources,
    ...document
  }: Pick<PrintOptions, "folder" | "document" | "output" | "metadata" | "trim"> & {
    readonly sources: string;
  },
  { browser, sandbox, timeoutMs, timings }: PrinterOptions,
  { io, engine, progress }: { readonly io: Io; readonly engine: Engine; readonly progress: Progress },
): Promise<PrintResult> {
  let current: PrintStage | undefined;
  const printing = engine.printDocument({
    ...document,
    browser,
    sandbox,
    timeoutMs,
    signal: io.signal,
    onProgress: ({ stage, pages }) => {
      if (stage !== current) progress.start(STAGES[stage]);
      current = stage;
      if (stage === "pages") progress.count(pages);
    },
    onNotice: (notice) => {
      progress.clear();
      io.stderr.write(`${notice}\n`);
    },
  });
  const result = await printing.catch((error: unknown) => {
    throw error instanceof BriefingError ? placeFrom(io.cwd, sources, error) : error;
  });
  if (timings) {
    progress.clear();
    const stages = Object.entries(result.timings).map(([stage, ms]) => `${stage} ${ms} ms`);
    const { parts, ofParts, stretches, ofStretches } = result.reused;
    const reused = `${parts} of ${ofParts} parts and ${stretches} of ${ofStretches} stretches from the cache`;
    io.stderr.write(`Timings: ${stages.join(", ")}; ${reused}.\n`);
  }
  return result;
}

/** What was proved, in one line. */
export function describeProof({ source, links, bookmarks }: PrintResult["proof"]): string {
  const counted = [
    [source.blocks, "block"],
    [source.footnotes, "footnote"],
    [source.figures, "figure"],
    [links.within + links.outside, "link"],
    [bookmarks, "bookmark"],
  ] as const;
  const named = counted.filter(([number]) => number > 0).map(([number, name]) => count(number, name));
  return `Proof: ${joinWords(named)} of the document are in the PDF, whole and in order.`;
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

// Prints with progress on stderr: what `build` and `print` have in common.
import { join } from "node:path";
import { BriefingError } from "../errors.ts";
import type { PrintOptions, PrintResult, PrintStage } from "../print/print-document.ts";
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
  }: Pick<PrintOptions, "folder" | "document" | "output" | "metadata"> & {
    readonly sources: string;
  },
  { browser, sandbox, timeoutMs }: PrinterOptions,
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
  return printing.catch((error: unknown) => {
    throw error instanceof BriefingError ? placeFrom(io.cwd, sources, error) : error;
  });
}

function placeFrom(cwd: string, sources: string, error: BriefingError): BriefingError {
  const problems = error.problems.map((problem) =>
    problem.place === undefined
      ? problem
      : { ...problem, place: { ...problem.place, file: seenFrom(cwd, join(sources, problem.place.file)) } },
  );
  return new BriefingError(error.message, { exitCode: error.exitCode, problems, cause: error.cause });
}

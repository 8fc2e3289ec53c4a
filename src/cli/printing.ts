// Prints with progress on stderr: what `build` and `print` have in common.
import type { PrintOptions, PrintResult, PrintStage } from "../print/print-document.ts";
import type { Engine } from "./engine.ts";
import type { Io } from "./io.ts";
import type { PrinterOptions } from "./options.ts";
import type { Progress } from "./progress.ts";

const STAGES: Readonly<Record<PrintStage, string>> = {
  browser: "Starting the browser",
  pages: "Laying out pages",
  print: "Printing",
  finish: "Finishing the PDF",
};

/** Prints a document and tells how far it is. Raises what `printDocument` raises. */
export async function printWithProgress(
  document: Pick<PrintOptions, "folder" | "document" | "output" | "metadata">,
  { browser, sandbox, timeoutMs }: PrinterOptions,
  { io, engine, progress }: { readonly io: Io; readonly engine: Engine; readonly progress: Progress },
): Promise<PrintResult> {
  let current: PrintStage | undefined;
  return engine.printDocument({
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
}

// The one way in: prints HTML documents of a folder to PDF files.
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { BriefingError } from "../errors.ts";
import { programName } from "../files/program-name.ts";
import { writeFilesAtomically } from "../files/write-file-atomically.ts";
import { findBrowser } from "./browser/find.ts";
import { withBrowser } from "./browser/launch.ts";
import { systemProbes } from "./browser/system-probes.ts";
import { digestEngine } from "./cache/fingerprint.ts";
import { createDeadlines } from "./deadline.ts";
import { joinProgress } from "./join-progress.ts";
import { readPagedJs } from "./layout/open-source.ts";
import { printInBrowser } from "./print-in-browser.ts";
import type { PrintedDocument, PrintOptions, PrintResult, PrintSettings } from "./print-options.ts";
import { renderProof } from "./proof/proof-report.ts";
import { withServer } from "./server/server.ts";
import { withStretchWorkers } from "./stretches/pool.ts";

export type {
  PrintedDocument,
  PrintOptions,
  PrintResult,
  PrintSettings,
  PrintStage,
} from "./print-options.ts";

const LAUNCH_MS = 60_000;

/**
 * Prints a document. The PDF is in its place only if nothing was lost; else what was there before stays.
 * @throws BriefingError (print) for what keeps the document from paper, (usage) where the PDF can't be written; the signal's reason when it is aborted.
 */
export async function printDocument(options: PrintOptions): Promise<PrintResult> {
  const [result] = await printDocuments(options, [options]);
  if (result === undefined) throw new Error("A document was printed and gave no result.");
  return result;
}

/**
 * Prints several documents of a folder at once, in one browser. Their PDFs take their places together, once nothing of any
 * was lost. The results stand in the order of the documents.
 * @throws as `printDocument`
 */
export async function printDocuments(
  settings: PrintSettings,
  documents: readonly PrintedDocument[],
): Promise<readonly PrintResult[]> {
  const { signal, ready } = settings;
  // It may fail before anything waits for it.
  ready?.catch(() => undefined);
  const printed = await printAll(settings, documents).catch(async (error: unknown) => {
    // Whatever becomes of the print, nothing is under way in the folder any more, and what went wrong before is what is told.
    await ready;
    throw error;
  });
  signal?.throwIfAborted();
  await writeFilesAtomically(
    printed.flatMap(({ output, content, proof }) => [
      { path: output, content },
      { path: proofPath(output), content: renderProof(proof) },
    ]),
  );
  return printed.map(({ content, output: _place, ...result }) => ({ ...result, bytes: content.length }));
}

/**
 * Prints documents and writes none.
 * @throws as `printDocument`, and what `ready` is rejected with
 */
async function printAll(settings: PrintSettings, documents: readonly PrintedDocument[]) {
  const { folder, signal, timeoutMs = 120_000, onProgress, ready } = settings;
  if (ready === undefined) onProgress?.({ stage: "browser", pages: 0 });
  const choice = await findBrowser(settings.browser, systemProbes());
  const engine = await digestEngine(choice.executablePath, programName(), await readPagedJs());
  const listeners = onProgress === undefined ? [] : joinProgress(onProgress, documents.length);
  return withServer(folder, (server) =>
    withBrowser(
      {
        choice,
        sandbox: settings.sandbox,
        signal,
        launchTimeoutMs: Math.min(timeoutMs, LAUNCH_MS),
        onNotice: settings.onNotice,
      },
      async (browser) => {
        await ready;
        const startDeadline = createDeadlines(timeoutMs);
        const sizes = await Promise.all(documents.map(({ document }) => sizeOf(join(folder, document))));
        return withStretchWorkers(countWorkers(Math.max(...sizes)), (workers) =>
          allOrEveryFailure(
            documents.map(async (document, index) => {
              const sourceBytes = sizes[index] ?? 0;
              const means = { browser, server, workers, engine, sourceBytes, startDeadline };
              const options = { ...settings, ...document, timeoutMs, onProgress: listeners[index] };
              const { bytes, ...result } = await printInBrowser(means, options);
              return { ...result, content: bytes, output: document.output };
            }),
          ),
        );
      },
    ),
  );
}

/**
 * What all come to, once none is under way any more: the browser that they share is closed then.
 * @throws what the first of them threw; where several are to blame, a BriefingError with the problems of all, each once
 */
async function allOrEveryFailure<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(work);
  const failures = settled.flatMap((one): unknown[] => (one.status === "rejected" ? [one.reason] : []));
  const [first] = failures;
  const told = failures.filter((failure) => failure instanceof BriefingError);
  if (first instanceof BriefingError && told.length === failures.length && told.length > 1) {
    const problems = new Map(
      told.flatMap((one) => one.problems).map((problem) => [JSON.stringify(problem), problem]),
    );
    const messages = new Set(told.map(({ message }) => message));
    const { exitCode } = first;
    throw new BriefingError([...messages].join(" "), {
      exitCode,
      problems: [...problems.values()],
      cause: first,
    });
  }
  return Promise.all(work);
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

/** Where the proof of a PDF is kept: beside it, as `briefing.proof.json` beside `briefing.pdf`. */
export function proofPath(output: string): string {
  return `${output.replace(/\.pdf$/i, "")}.proof.json`;
}

/**
 * How many processes take stretches: the browser prints on all cores meanwhile, and one keeps up with two tabs. A short document is
 * taken out of its PDF sooner than a process is started.
 */
function countWorkers(sourceBytes: number): number {
  if (sourceBytes < BYTES_WORTH_WORKERS) return 0;
  return Math.max(1, Math.min(Math.floor(availableParallelism() / 2), MOST_WORKERS));
}

const BYTES_WORTH_WORKERS = 400_000;
const MOST_WORKERS = 4;

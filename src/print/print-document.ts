// The one way in: prints an HTML document of a folder to a PDF file.
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { programName } from "../files/program-name.ts";
import { writeFilesAtomically } from "../files/write-file-atomically.ts";
import { findBrowser } from "./browser/find.ts";
import { withBrowser } from "./browser/launch.ts";
import { systemProbes } from "./browser/system-probes.ts";
import { digestEngine } from "./cache/fingerprint.ts";
import { readPagedJs } from "./layout/open-source.ts";
import { printInBrowser } from "./print-in-browser.ts";
import type { PrintOptions, PrintResult } from "./print-options.ts";
import { renderProof } from "./proof/proof-report.ts";
import { withServer } from "./server/server.ts";
import { withStretchWorkers } from "./stretches/pool.ts";

export type { PrintOptions, PrintResult, PrintStage } from "./print-options.ts";

const LAUNCH_MS = 60_000;

/**
 * Prints a document. The PDF is in its place only if nothing was lost; else what was there before stays.
 * @throws BriefingError (print) for what keeps the document from paper, (usage) where the PDF can't be written; the signal's reason when it is aborted.
 */
export async function printDocument(options: PrintOptions): Promise<PrintResult> {
  const { signal, timeoutMs = 120_000, onProgress } = options;
  onProgress?.({ stage: "browser", pages: 0 });
  const choice = await findBrowser(options.browser, systemProbes());
  const engine = await digestEngine(choice.executablePath, programName(), await readPagedJs());
  const sourceBytes = (await stat(join(options.folder, options.document)).catch(() => undefined))?.size ?? 0;
  const { bytes, ...document } = await withServer(options.folder, (server) =>
    withBrowser(
      {
        choice,
        sandbox: options.sandbox,
        signal,
        launchTimeoutMs: Math.min(timeoutMs, LAUNCH_MS),
        onNotice: options.onNotice,
      },
      (browser) =>
        withStretchWorkers(countWorkers(sourceBytes), (workers) =>
          printInBrowser({ browser, server, workers, engine, sourceBytes }, { ...options, timeoutMs }),
        ),
    ),
  );
  signal?.throwIfAborted();
  await writeFilesAtomically([
    { path: options.output, content: bytes },
    { path: proofPath(options.output), content: renderProof(document.proof) },
  ]);
  return { ...document, bytes: bytes.length };
}

/** Where the proof of a PDF is kept: beside it, as `briefing.proof.json` beside `briefing.pdf`. */
export function proofPath(output: string): string {
  return `${output.replace(/\.pdf$/i, "")}.proof.json`;
}

/** A short document is taken out of its PDF sooner than a process is started. */
function countWorkers(sourceBytes: number): number {
  return sourceBytes < BYTES_WORTH_WORKERS ? 0 : Math.min(availableParallelism(), MOST_WORKERS);
}

const BYTES_WORTH_WORKERS = 400_000;
const MOST_WORKERS = 8;

// The one way in: prints an HTML document of a folder to a PDF file.
import { readFileSync } from "node:fs";
import { writeFileAtomically } from "../files/write-file-atomically.ts";
import { findBrowser } from "./browser/find.ts";
import { type Browser, withBrowser } from "./browser/launch.ts";
import { systemProbes } from "./browser/system-probes.ts";
import type { Tab } from "./browser/tab.ts";
import { startDeadline } from "./deadline.ts";
import { explainFaults } from "./explain-faults.ts";
import { paginate } from "./paginate.ts";
import { finishPdf } from "./pdf/finish-pdf.ts";
import type { PdfMetadata } from "./pdf/pdf-metadata.ts";
import { printPages } from "./print-pages.ts";
import { printError } from "./print-problem.ts";
import { checkPages } from "./proof/check-pages.ts";
import { checkPdfText } from "./proof/check-pdf-text.ts";
import { readPdfText } from "./proof/pdf-text.ts";
import { withServer } from "./server/server.ts";

/** What a print is doing: starting the browser, cutting pages, printing them, finishing the file, reading it back. */
export type PrintStage = "browser" | "pages" | "print" | "finish" | "proof";

/** What to print, and how. */
export interface PrintOptions {
  /** The folder that holds the document and all it loads. */
  readonly folder: string;
  /** The document's path in the folder, with forward slashes. */
  readonly document: string;
  /** The absolute path of the PDF. */
  readonly output: string;
  /** A path, or `bundled`; left out, the browser is found. */
  readonly browser?: string | undefined;
  /** What the PDF says of itself; what is left out is taken from the document. */
  readonly metadata?: PdfMetadata | undefined;
  /** How long nothing may happen, in milliseconds; 120 s if left out. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called when a stage begins and for every page that is laid out. */
  readonly onProgress?: ((progress: { stage: PrintStage; pages: number }) => void) | undefined;
  /** Told what a person should know although the print goes on, as one sentence. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/** What was printed. */
export interface PrintResult {
  readonly pages: number;
  readonly bytes: number;
  /** The page each id of the document is on, counted from 1. */
  readonly pageOfId: Readonly<Record<string, number>>;
}

const LAUNCH_MS = 60_000;

/**
 * Prints a document. The PDF is in its place only if nothing was lost; else what was there before stays.
 * @throws BriefingError (print) for what keeps the document from paper, (usage) where the PDF can't be written; the signal's reason when it is aborted.
 */
export async function printDocument(options: PrintOptions): Promise<PrintResult> {
  const { signal, timeoutMs = 120_000, onProgress } = options;
  onProgress?.({ stage: "browser", pages: 0 });
  const choice = await findBrowser(options.browser, systemProbes());
  const { bytes, ...document } = await withServer(options.folder, ({ origin }) =>
    withBrowser(
      { choice, signal, launchTimeoutMs: Math.min(timeoutMs, LAUNCH_MS), onNotice: options.onNotice },
      async (browser) => {
        const tab = await openWithin(timeoutMs, browser, origin);
        return printInTab(tab, `${origin}/${encodePath(options.document)}`, { ...options, timeoutMs });
      },
    ),
  );
  signal?.throwIfAborted();
  await writeFileAtomically(options.output, bytes);
  return { ...document, bytes: bytes.length };
}

async function openWithin(ms: number, browser: Browser, origin: string): Promise<Tab> {
  const deadline = startDeadline(ms, () =>
    printError(`The browser opened no tab within ${ms / 1000} s. Try again, or another browser.`),
  );
  try {
    return await Promise.race([browser.openTab(origin), deadline.passed]);
  } finally {
    deadline.stop();
  }
}

async function printInTab(
  tab: Tab,
  url: string,
  { timeoutMs, metadata, onProgress }: PrintOptions & { timeoutMs: number },
) {
  const {
    sizes,
    headings,
    pageOfId,
    texts,
    metadata: own,
  } = await paginate(tab, url, {
    timeoutMs,
    onPage: (done) => onProgress?.({ stage: "pages", pages: done }),
  });
  const pages = sizes.length;
  onProgress?.({ stage: "print", pages });
  const printed = await printPages(tab, pages, timeoutMs);
  // A document can run scripts when it is printed; what went wrong before has ended the print before.
  const faults = explainFaults(tab.readFaults());
  if (faults.length > 0) throw printError("The document went wrong while it was printed.", faults);
  onProgress?.({ stage: "finish", pages });
  const finished = await finishPdf(printed, {
    metadata: { ...own, ...metadata },
    headings,
    program: programName(),
  });
  onProgress?.({ stage: "proof", pages });
  const problems = [
    ...checkPages(sizes, finished.sizes),
    ...checkPdfText(texts, await readPdfText(finished.bytes)),
  ];
  if (problems.length > 0) throw printError("The PDF is not what was laid out.", problems);
  return { pages, pageOfId, bytes: finished.bytes };
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function programName(): string {
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return `${manifest.name} ${manifest.version}`;
}

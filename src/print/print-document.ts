// The one way in: prints an HTML document of a folder to a PDF file.
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { writeFileAtomically } from "../files/write-file-atomically.ts";
import { cacheFolder } from "./browser/cache-folder.ts";
import { findBrowser } from "./browser/find.ts";
import { type Browser, withBrowser } from "./browser/launch.ts";
import type { SandboxMode } from "./browser/sandbox.ts";
import { systemProbes } from "./browser/system-probes.ts";
import { createFileDigests, digestEngine } from "./cache/fingerprint.ts";
import { openStore } from "./cache/store.ts";
import { startDeadline } from "./deadline.ts";
import { type LaidOutDocument, layOutDocument } from "./layout/lay-out-document.ts";
import { readPagedJs } from "./layout/open-source.ts";
import type { Place } from "./pdf/facts.ts";
import { joinStretches } from "./pdf/join-stretches.ts";
import type { PdfMetadata } from "./pdf/pdf-metadata.ts";
import { printError, printProblem } from "./print-problem.ts";
import { programName } from "./program-name.ts";
import { checkLinks } from "./proof/check-links.ts";
import { checkPages } from "./proof/check-pages.ts";
import { checkPictures } from "./proof/check-visibility.ts";
import { checkCompleteness } from "./proof/completeness.ts";
import { markSource } from "./proof/mark-source.ts";
import { nameDocument } from "./proof/place-of.ts";
import type { PagedText, SourceText } from "./proof/printed-text.ts";
import { makeProof, type ProofReport, renderProof } from "./proof/proof-report.ts";
import { type PrintServer, withServer } from "./server/server.ts";
import { type StretchWorkers, withStretchWorkers } from "./stretches/pool.ts";
import type { PrintedStretch } from "./stretches/print-stretch.ts";
import { printStretches } from "./stretches/print-stretches.ts";
import type { Stretch } from "./stretches/stretch.ts";
import type { StretchPart } from "./stretches/take-stretch.ts";

/** What a print is doing: starting the browser, cutting pages, printing them, joining the file. */
export type PrintStage = "browser" | "pages" | "print" | "finish";

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
  /** What to do about the browser's sandbox; `auto` if left out. */
  readonly sandbox?: SandboxMode | undefined;
  /** What the PDF says of itself; what is left out is taken from the document. */
  readonly metadata?: PdfMetadata | undefined;
  /** How long nothing may happen, in milliseconds; 120 s if left out. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The folder of the cache; left out, what BRIEFING_CACHE says, or that of the project. */
  readonly cache?: string | undefined;
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
  /** What was proved of it. */
  readonly proof: ProofReport;
  /** How long each stage took, in milliseconds; what is done at the same time is counted together. */
  readonly timings: Readonly<Record<string, number>>;
  /** How many parts and stretches there are, and how many of them came from the cache. */
  readonly reused: {
    readonly parts: number;
    readonly ofParts: number;
    readonly stretches: number;
    readonly ofStretches: number;
  };
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
          printInBrowser(browser, server, workers, { ...options, timeoutMs, engine, sourceBytes }),
        ),
    ),
  );
  signal?.throwIfAborted();
  await writeFileAtomically(options.output, bytes);
  await writeFileAtomically(proofPath(options.output), Buffer.from(renderProof(document.proof)));
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

async function printInBrowser(
  browser: Browser,
  server: PrintServer,
  workers: StretchWorkers,
  options: PrintOptions & { timeoutMs: number; engine: string; sourceBytes: number },
) {
  let reached: { stage: PrintStage; pages: number } = { stage: "browser", pages: 0 };
  const deadline = startDeadline(options.timeoutMs, () => explainHang(options.timeoutMs, reached));
  const progress = (stage: PrintStage, pages = reached.pages) => {
    deadline.putOff();
    if (stage !== reached.stage || pages !== reached.pages) options.onProgress?.({ stage, pages });
    reached = { stage, pages };
  };
  try {
    return await Promise.race([work(), deadline.passed]);
  } finally {
    deadline.stop();
  }

  async function work() {
    const { folder, document, engine, sourceBytes } = options;
    const timings: Record<string, number> = {};
    let began = performance.now();
    const endStage = (name: string) => {
      const now = performance.now();
      timings[name] = Math.round(now - began);
      began = now;
    };
    const store = openStore(join(cacheFolder(options.cache ?? process.env.BRIEFING_CACHE), "print"));
    const files = createFileDigests(folder, document, server.origin);
    const laidOut = await layOutDocument({
      browser,
      origin: server.origin,
      document,
      store,
      files,
      engine,
      sourceBytes,
      onPages: (pages) => progress(pages > 0 ? "pages" : reached.stage, pages),
    });
    endStage("layout");
    progress("print");
    const source = markSource(laidOut.source, laidOut.plan, laidOut.parts);
    const taken = await printStretches(laidOut, {
      server,
      document,
      store,
      files,
      take: (printed, stretch) => takePrinted(printed, stretch, source, workers),
      onProgress: () => progress("print"),
    });
    endStage("print");
    timings["proof of the text"] = Math.round(
      taken.reduce((sum, one) => sum + (one.kept ? 0 : one.taken.proofMs), 0),
    );
    progress("finish");
    const whole = gather(laidOut, taken);
    const problems = [
      ...checkPictures(laidOut.source, laidOut.broken),
      ...checkCompleteness(source, whole.paged),
      ...checkLinks(
        taken.map((one) => one.taken.marked.elements),
        whole.places,
      ),
    ];
    if (problems.length > 0) {
      throw printError("The document cannot be printed without loss.", nameDocument(problems, document));
    }
    const lacking = taken.flatMap((one) => one.taken.problems);
    if (lacking.length > 0) {
      throw printError("The PDF is not what was laid out.", nameDocument(lacking, document));
    }
    const metadata = { ...laidOut.metadata, ...options.metadata };
    const finished = joinStretches(
      taken.map(({ taken: { fragment } }) => fragment),
      {
        metadata,
        program: programName(),
        headings: whole.headings,
        destinations: { ...TOP, ...whole.places },
      },
    );
    const faults = checkPages(whole.sizes, finished.sizes);
    if (faults.length > 0) throw printError("The PDF is not what was laid out.", faults);
    endStage("finish");
    await store.trim();
    const program = programName();
    const proof = makeProof({
      program,
      browser: {
        version: browser.version,
        sandbox: browser.sandbox,
        ...(browser.reason === undefined ? {} : { reason: browser.reason }),
      },
      pdf: finished.bytes,
      pages: whole.sizes.length,
      source,
      paged: whole.paged,
      elements: taken.map((one) => one.taken.marked.elements),
      headings: whole.headings.length,
      pageReferences: new Set(laidOut.plan.parts.flatMap(({ references }) => references)).size,
    });
    const reused = {
      parts: laidOut.kept,
      ofParts: laidOut.parts.length,
      stretches: taken.filter(({ kept }) => kept).length,
      ofStretches: taken.length,
    };
    const pageOfId = Object.fromEntries(Object.entries(whole.places).map(([id, { page }]) => [id, page + 1]));
    return { pages: whole.sizes.length, pageOfId, proof, timings, reused, bytes: finished.bytes };
  }
}

/** What is kept of a stretch: its part of the PDF and what was seen of its pages. */
interface TakenStretch extends Omit<PrintedStretch, "pdf">, StretchPart {}

/** Has a printed stretch taken out of its PDF, and tells of references to pages that lead nowhere. */
async function takePrinted(
  { pdf, ...seen }: PrintedStretch,
  { before, pages }: Stretch,
  source: SourceText,
  workers: StretchWorkers,
): Promise<TakenStretch> {
  const { elements, texts: marked } = seen.marked;
  const job = { pdf, pages, before, elements, marked, texts: seen.paged.texts, places: source.places };
  const part = await workers.take(job);
  const missing = seen.missing.map((id) =>
    printProblem(
      "page-reference",
      `The document names the page of “${id}”, and nothing in it bears that id`,
      "Correct the address of the link, or give the id to what it should lead to.",
    ),
  );
  return { ...seen, ...part, problems: [...part.problems, ...missing] };
}

/** What every document has: its top, by either name. */
const TOP: Readonly<Record<string, Place>> = { "": { page: 0, x: 0, y: 0 }, top: { page: 0, x: 0, y: 0 } };

/** All stretches as one. */
function gather(
  { source }: LaidOutDocument,
  taken: readonly { readonly stretch: Stretch; readonly taken: TakenStretch }[],
) {
  const paged: PagedText = {
    texts: taken.flatMap((one) => one.taken.paged.texts),
    margins: taken.flatMap((one) => one.taken.paged.margins),
    figures: taken.flatMap((one) => one.taken.paged.figures),
    notes: taken.flatMap((one) => one.taken.paged.notes),
  };
  const places: Record<string, Place> = {};
  const shift = (place: Place, { before }: Stretch): Place => ({ ...place, page: place.page + before });
  for (const { stretch, taken: one } of taken) {
    for (const [id, place] of Object.entries(one.marked.places)) places[id] ??= shift(place, stretch);
  }
  const headings = taken.flatMap(({ stretch, taken: one }) =>
    one.marked.headings.map((heading) => ({ ...heading, place: shift(heading.place, stretch) })),
  );
  return {
    paged,
    places,
    // A heading that runs over a page has its whole text in the source.
    headings: headings.map((heading, index) => ({
      ...heading,
      text: source.headings[index] ?? heading.text,
    })),
    sizes: taken.flatMap((one) => one.taken.sizes),
  };
}

function explainHang(timeoutMs: number, { stage, pages }: { stage: PrintStage; pages: number }): Error {
  const seconds = timeoutMs / 1000;
  if (stage === "print") {
    return printError(`The browser printed nothing for ${seconds} s. Try again, or another browser.`);
  }
  const place = pages === 0 ? "before the first page" : `after page ${pages}`;
  return printError(
    `The layout made no progress for ${seconds} s, ${place}. A script of the document may not come to an end, or a block on the next page cannot be laid out.`,
  );
}

// Prints a document in a browser that is running: laid out, printed in stretches, joined, and proved.
import { join } from "node:path";
import { programName } from "../files/program-name.ts";
import { cacheFolder } from "./browser/cache-folder.ts";
import type { Browser } from "./browser/launch.ts";
import { createFileDigests } from "./cache/fingerprint.ts";
import { openStore } from "./cache/store.ts";
import type { StartDeadline } from "./deadline.ts";
import { type LaidOutDocument, layOutDocument } from "./layout/lay-out-document.ts";
import type { Place } from "./pdf/facts.ts";
import { type FinishedPdf, joinStretches } from "./pdf/join-stretches.ts";
import type { PrintOptions, PrintResult, PrintStage } from "./print-options.ts";
import { printError } from "./print-problem.ts";
import { checkAlternatives } from "./proof/check-alternatives.ts";
import { checkLinks } from "./proof/check-links.ts";
import { checkPages } from "./proof/check-pages.ts";
import { checkPictures } from "./proof/check-visibility.ts";
import { checkCompleteness } from "./proof/completeness.ts";
import { markSource } from "./proof/mark-source.ts";
import { nameDocument } from "./proof/place-of.ts";
import type { SourceText } from "./proof/printed-text.ts";
import { makeProof, type ProofReport } from "./proof/proof-report.ts";
import type { PrintServer } from "./server/server.ts";
import { gatherStretches, type TakenStretch, type WholeDocument } from "./stretches/gather-stretches.ts";
import type { StretchWorkers } from "./stretches/pool.ts";
import type { PrintedStretch } from "./stretches/print-stretch.ts";
import { printStretches } from "./stretches/print-stretches.ts";
import type { Stretch } from "./stretches/stretch.ts";

/** What a print works with. */
export interface PrintMeans {
  readonly browser: Browser;
  readonly server: PrintServer;
  readonly workers: StretchWorkers;
  /** Starts its deadline, one for all that is printed with the same means. */
  readonly startDeadline: StartDeadline;
  /** The digest of engine, browser and fonts. */
  readonly engine: string;
  /** How long the document is, in bytes. */
  readonly sourceBytes: number;
}

/** Tells how far a print is. */
type TellProgress = (stage: PrintStage, pages?: number) => void;

/**
 * Prints a document; writes nothing.
 * @throws BriefingError (print) with all that is lost, or if nothing happens, here or in what is printed beside it, for `timeoutMs`
 */
export async function printInBrowser(
  means: PrintMeans,
  options: PrintOptions & { readonly timeoutMs: number },
): Promise<Omit<PrintResult, "bytes"> & { readonly bytes: Uint8Array }> {
  let reached: { stage: PrintStage; pages: number } = { stage: "browser", pages: 0 };
  const deadline = means.startDeadline(() => explainHang(options.timeoutMs, reached));
  const tell: TellProgress = (stage, pages = reached.pages) => {
    deadline.putOff();
    if (stage !== reached.stage || pages !== reached.pages) options.onProgress?.({ stage, pages });
    reached = { stage, pages };
  };
  try {
    return await Promise.race([printAll(means, options, tell), deadline.passed]);
  } finally {
    deadline.stop();
  }
}

async function printAll(
  { browser, server, workers, engine, sourceBytes }: PrintMeans,
  { folder, document, metadata, trim, cache }: PrintOptions,
  tell: TellProgress,
) {
  const { timings, endStage } = startTimings();
  const store = openStore(join(cacheFolder(cache ?? process.env.BRIEFING_CACHE), "print"));
  const files = createFileDigests(folder, document, server.origin);
  const laidOut = await layOutDocument({
    browser,
    origin: server.origin,
    document,
    store,
    files,
    engine,
    sourceBytes,
    onPages: (pages) => (pages > 0 ? tell("pages", pages) : tell("browser", 0)),
  });
  endStage("layout");
  tell("print");
  const source = markSource(laidOut.source, laidOut.plan, laidOut.parts);
  const stretches = await printStretches(laidOut, {
    server,
    document,
    store,
    files,
    openTab: () => browser.openTab(server.origin),
    take: (printed, stretch) => takePrinted(printed, stretch, source, workers),
    onProgress: () => tell("print"),
  });
  endStage("print");
  tell("finish");
  const taken = stretches.map((one) => one.taken);
  const whole = gatherStretches(laidOut.source, stretches);
  refuseLosses(laidOut, source, taken, whole, document);
  const finished = joinStretches(
    taken.map(({ fragment }) => fragment),
    {
      metadata: { ...laidOut.metadata, ...metadata },
      program: programName(),
      headings: whole.headings,
      destinations: { ...TOP, ...whole.places },
      trim,
    },
  );
  const faults = checkPages(whole.sizes, finished.sizes);
  if (faults.length > 0) throw printError("The PDF is not what was laid out.", faults);
  endStage("finish");
  await store.trim();
  const proofMs = stretches.reduce((sum, { kept, taken: { proofMs: ms } }) => sum + (kept ? 0 : ms), 0);
  return {
    pages: whole.sizes.length,
    bytes: finished.bytes,
    pageOfId: Object.fromEntries(Object.entries(whole.places).map(([id, { page }]) => [id, page + 1])),
    proof: prove(browser, laidOut, source, taken, whole, finished),
    timings: { ...timings, "proof of the text": Math.round(proofMs) },
    reused: {
      parts: laidOut.kept,
      ofParts: laidOut.parts.length,
      stretches: stretches.filter(({ kept }) => kept).length,
      ofStretches: stretches.length,
    },
  };
}

/** What every document has: its top, by either name (HTML, 7.4.6.4). */
const TOP: Readonly<Record<string, Place>> = { "": { page: 0, x: 0, y: 0 }, top: { page: 0, x: 0, y: 0 } };

function startTimings() {
  const timings: Record<string, number> = {};
  let began = performance.now();
  const endStage = (name: string) => {
    const now = performance.now();
    timings[name] = Math.round(now - began);
    began = now;
  };
  return { timings, endStage };
}

/** Has a printed stretch taken out of its PDF. */
async function takePrinted(
  { pdf, texts: marked, ...seen }: PrintedStretch,
  { before, pages }: Stretch,
  { places }: SourceText,
  workers: StretchWorkers,
): Promise<TakenStretch> {
  const { missing, paged } = seen;
  const part = await workers.take({
    pdf,
    pages,
    before,
    elements: seen.marked.elements,
    marked,
    missing,
    texts: paged.texts,
    places: pickPlaces(places, paged.texts),
  });
  return { ...seen, ...part };
}

/** The places of what stands on some pages: those of a long document are not worth sending with each stretch. */
function pickPlaces(
  places: SourceText["places"],
  texts: readonly { readonly unit: string }[],
): SourceText["places"] {
  const picked: SourceText["places"] = {};
  for (const { unit } of texts) {
    const place = places[unit];
    if (place) picked[unit] = place;
  }
  return picked;
}

/** @throws BriefingError (print) with all that the pages or the PDF lack */
function refuseLosses(
  { source: unmarked, broken }: LaidOutDocument,
  source: SourceText,
  taken: readonly TakenStretch[],
  { paged, places }: WholeDocument,
  document: string,
): void {
  const elements = taken.map(({ marked }) => marked.elements);
  const lost = [
    ...checkPictures(unmarked, broken),
    ...checkAlternatives(unmarked),
    ...checkCompleteness(source, paged),
    ...checkLinks(elements, places),
  ];
  if (lost.length > 0) {
    throw printError("The document cannot be printed without loss.", nameDocument(lost, document));
  }
  const lacking = taken.flatMap(({ problems }) => problems);
  if (lacking.length > 0) {
    throw printError("The PDF is not what was laid out.", nameDocument(lacking, document));
  }
}

function prove(
  { version, sandbox, reason }: Browser,
  { plan }: LaidOutDocument,
  source: SourceText,
  taken: readonly TakenStretch[],
  { paged, headings, sizes }: WholeDocument,
  { bytes }: FinishedPdf,
): ProofReport {
  return makeProof({
    program: programName(),
    browser: { version, sandbox, ...(reason === undefined ? {} : { reason }) },
    pdf: bytes,
    pages: sizes.length,
    source,
    paged,
    elements: taken.map(({ marked }) => marked.elements),
    headings: headings.length,
    unordered: taken.reduce((sum, { fragment }) => sum + fragment.unordered, 0),
    pageReferences: new Set(plan.parts.flatMap(({ references }) => references)).size,
  });
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

// Cuts one HTML page into printed pages with Paged.js, and makes sure that it came to an end with nothing lost.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { BriefingError, type Problem } from "../errors.ts";
import type { Tab } from "./browser/tab.ts";
import { startDeadline } from "./deadline.ts";
import { explainFaults } from "./explain-faults.ts";
import { findBrokenPictures } from "./in-page/find-broken-pictures.ts";
import { finishPages } from "./in-page/finish-pages.ts";
import { keepTogether } from "./in-page/keep-together.ts";
import { prepareSource } from "./in-page/prepare-source.ts";
import { readPages } from "./in-page/read-pages.ts";
import { repeatTableHeads } from "./in-page/repeat-table-heads.ts";
import { runPagedJs } from "./in-page/run-paged-js.ts";
import { sizePages } from "./in-page/size-pages.ts";
import { watchConsole } from "./in-page/watch-console.ts";
import { type OwnMetadata, readMetadata } from "./pdf/pdf-metadata.ts";
import { printError, printProblem } from "./print-problem.ts";
import { checkPictures } from "./proof/check-visibility.ts";
import { checkCompleteness } from "./proof/completeness.ts";
import type { PagedText } from "./proof/printed-text.ts";

const MAX_PAGES = 20_000;
const MAX_EMPTY_PAGES = 100;

/** How to paginate. */
export interface PaginateOptions {
  /** How long nothing may happen, in milliseconds. */
  readonly timeoutMs: number;
  /** Called with the number of pages so far. */
  readonly onPage?: ((pages: number) => void) | undefined;
}

/** A document that stands in a tab, cut into pages. */
export interface PagedDocument {
  /** Width and height of each page, in CSS pixels. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
  /** The text of each heading, in order. */
  readonly headings: readonly string[];
  /** The page each id of the document is on, counted from 1. */
  readonly pageOfId: Readonly<Record<string, number>>;
  /** Every piece of text on the pages. */
  readonly texts: PagedText["texts"];
  /** What the document says of itself. */
  readonly metadata: OwnMetadata;
}

/**
 * Opens the document and paginates it. When it returns, the tab is ready to be printed.
 * @throws BriefingError (print) with all problems: lost text, failed requests, script errors, warnings; or with
 * none of them if the page hangs.
 */
export async function paginate(tab: Tab, url: string, options: PaginateOptions): Promise<PagedDocument> {
  let reached = 0;
  const deadline = startDeadline(options.timeoutMs, () => explainHang(options.timeoutMs, reached, tab));
  const run = async () => {
    await tab.expose("briefingProgress", (pages) => {
      reached = pages;
      deadline.putOff();
      options.onPage?.(pages);
    });
    await tab.open(url);
    const source = await tab.call(prepareSource);
    deadline.putOff();
    const broken = await tab.call(
      findBrokenPictures,
      source.figures.map(({ ref }) => ref),
    );
    deadline.putOff();
    await tab.call(watchConsole);
    await tab.runScript(await readPagedJs());
    await tab.call(repeatTableHeads);
    await tab.call(keepTogether);
    const failure = await tab.call(runPagedJs, MAX_PAGES, MAX_EMPTY_PAGES).then(
      () => undefined,
      (error: unknown) => error,
    );
    deadline.putOff();
    if (failure instanceof BriefingError) throw failure;
    if (failure) throw explainFailure(failure, tab);
    const sizes = await tab.call(sizePages);
    const paged = await tab.call(readPages, Object.keys(source.blocks));
    refuseIfAny([
      ...explainFaults(tab.readFaults()),
      ...checkPictures(source, broken),
      ...checkCompleteness(source, paged),
    ]);
    await tab.call(finishPages);
    const metadata = await tab.call(readMetadata);
    return { sizes, headings: source.headings, pageOfId: paged.pageOfId, texts: paged.texts, metadata };
  };
  try {
    return await Promise.race([run(), deadline.passed]);
  } finally {
    deadline.stop();
  }
}

function refuseIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw printError("The document cannot be printed without loss.", problems);
}

function explainFailure(failure: unknown, tab: Tab): Error {
  const text = (failure instanceof Error ? failure.message : String(failure)).split("\n", 1)[0] ?? "";
  const problem = printProblem(
    "layout-failed",
    `The layout failed: ${text.replace(/\.$/, "")}`,
    "Look at the text it names: the block is mostly larger than a page, or cannot be broken.",
  );
  return printError(
    "The document cannot be laid out.",
    [problem, ...explainFaults(tab.readFaults())],
    failure,
  );
}

function explainHang(timeoutMs: number, reached: number, tab: Tab): Error {
  const place = reached === 0 ? "before the first page" : `after page ${reached}`;
  return printError(
    `The layout made no progress for ${timeoutMs / 1000} s, ${place}. A script of the document may not come to an end, or a block on the next page cannot be laid out.`,
    explainFaults(tab.readFaults()),
  );
}

/** The build that pagedjs-cli runs in the browser; its package tells of no such file, so it is found from its entry. */
async function readPagedJs(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs-cli");
  return readFile(join(dirname(entry), "../dist/browser.js"), "utf8");
}

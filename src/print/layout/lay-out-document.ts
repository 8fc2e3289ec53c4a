// Lays out a document in several tabs at once; parts that did not change come from the cache.
import { availableParallelism } from "node:os";
import { BriefingError } from "../../errors.ts";
import type { Browser } from "../browser/launch.ts";
import type { Tab } from "../browser/tab.ts";
import { digestOf, type FileDigests, listSheetAddresses } from "../cache/fingerprint.ts";
import type { Store } from "../cache/store.ts";
import { explainFaults } from "../explain-faults.ts";
import { handOverPages } from "../in-page/hand-over-pages.ts";
import { layOutPart, type PartOrder } from "../in-page/lay-out-part.ts";
import { SIGNS } from "../pdf/signs.ts";
import { printError, printProblem } from "../print-problem.ts";
import { nameDocument, placeOf } from "../proof/place-of.ts";
import type { SourceText } from "../proof/printed-text.ts";
import { addressOf } from "../server/server.ts";
import { createSweeper } from "./free-memory.ts";
import type { PartOutcome } from "./laid-out-part.ts";
import { layOutParts, PartFailure, type PlacedPart } from "./lay-out-parts.ts";
import type { LayoutPlan } from "./layout-plan.ts";
import { type OpenedSource, openAgain, openSource } from "./open-source.ts";
import { createTabPool, type TabPool } from "./tab-pool.ts";

/** What laying out needs of its surroundings. */
export interface LayoutMeans {
  readonly browser: Browser;
  readonly origin: string;
  /** The document's path on the server. */
  readonly document: string;
  readonly store: Store;
  readonly files: FileDigests;
  /** The digest of engine, browser and fonts. */
  readonly engine: string;
  /** How long the source is, in bytes: a short one is not worth a second tab. */
  readonly sourceBytes: number;
  readonly onPages: (pages: number) => void;
}

/** A document that is laid out. */
export interface LaidOutDocument extends OpenedSource {
  readonly parts: readonly PlacedPart[];
  /** The digest of what all parts share: engine, styles, fonts. */
  readonly shared: string;
  /** The tabs that are there to print it; those that laid out a long document are closed. */
  readonly tabs: TabPool<Tab>;
  /** How many tabs are to work at the same time at the most. */
  readonly mostTabs: number;
  /** How many parts came from the cache. */
  readonly kept: number;
}

const BYTES_WORTH_A_TAB = 150_000;
const MOST_TABS = 8;
/** What a tab holds of a longer document takes more memory than is to be had beside what it prints. */
const BYTES_WORTH_NEW_TABS = 3_000_000;
/** So much of what is to be laid out is worth another tab, of which each reads the whole document first. */
const [LETTERS_WORTH_A_TAB, SHARE_WORTH_A_TAB] = [100_000, 0.2];
const PAGES_KEPT = 80;

/**
 * Lays out the document.
 * @throws BriefingError (print) with all that went wrong in the page
 */
export async function layOutDocument(means: LayoutMeans): Promise<LaidOutDocument> {
  const { browser, origin } = means;
  const mostTabs = Math.max(
    1,
    Math.min(availableParallelism(), MOST_TABS, Math.floor(means.sourceBytes / BYTES_WORTH_A_TAB)),
  );
  const tabs = createTabPool<Tab>();
  const opening: Promise<Tab>[] = [];
  const done = new Map<number, number>();
  const progressOf = (index: number) => (pages: number) => {
    done.set(index, pages);
    means.onPages(sum([...done.values()]));
  };
  const openAs = async <R>(
    index: number,
    read: (tab: Tab, url: string, tell: (pages: number) => void) => Promise<R>,
  ) => {
    const asked = browser.openTab(origin);
    opening.push(asked);
    const tab = await asked;
    const opened = await read(tab, addressOf(origin, means.document), progressOf(index)).catch(
      (error: unknown) => {
        throw error instanceof BriefingError ? error : explainUnreadable(error, tab);
      },
    );
    return { tab, opened };
  };
  const { tab, opened } = await openAs(0, openSource);
  refuseFaults(tab);
  tabs.add(tab);
  const letters = opened.plan.parts.map((part) => part.letters);
  const worthATab = LETTERS_WORTH_A_TAB + SHARE_WORTH_A_TAB * sum(letters);
  let waiting = 0;
  const growWhereWorthIt = () => {
    while (tabs.size < mostTabs && waiting > tabs.size * worthATab) {
      const index = tabs.size;
      tabs.grow(async () => (await openAs(index, openAgain)).tab);
    }
  };

  const shared = await digestShared(opened.plan, means);
  const fresh = new Set<number>();
  let failed = tab;
  const sweep = createSweeper(PAGES_KEPT);
  const lay = async (order: PartOrder): Promise<PartOutcome> => {
    const key = await digestOrder(opened.plan, order, shared, means.files);
    const known = (await means.store.read(key)) as PartOutcome | undefined;
    if (known) return known;
    fresh.add(order.first);
    const size = sum(letters.slice(order.first, order.end));
    waiting += size;
    growWhereWorthIt();
    const outcome = await tabs.run(async (free): Promise<PartOutcome> => {
      waiting -= size;
      const result = await free.call(layOutPart, order);
      // What the page said of a part that cannot be laid out is told with what it is about.
      if (result.kind === "failed") failed = free;
      else refuseFaults(free);
      if (result.kind !== "stands") return result;
      const part = await free.call(handOverPages, order, SIGNS);
      await sweep(free, part.pages.length);
      return { kind: "laid-out", part };
    });
    if (outcome.kind !== "failed") await means.store.write(key, outcome);
    return outcome;
  };
  const parts = await layOutParts(opened.plan, lay).catch((error: unknown) => {
    throw error instanceof PartFailure ? explainFailure(error, failed, opened.source, means.document) : error;
  });
  means.onPages(sum(parts.map(({ laidOut }) => laidOut.pages.length)));
  const isLong = means.sourceBytes > BYTES_WORTH_NEW_TABS;
  if (isLong) closeAll(opening);
  return {
    ...opened,
    parts,
    shared,
    tabs: isLong ? createTabPool() : tabs,
    mostTabs,
    kept: parts.filter(({ first }) => !fresh.has(first)).length,
  };
}

/** Closes tabs, also those that are still to come. No one waits for it: the browser closes what is left. */
function closeAll(tabs: readonly Promise<Tab>[]): void {
  for (const opened of tabs) opened.then((tab) => tab.close()).catch(() => undefined);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The key of what all parts share. */
async function digestShared(plan: LayoutPlan, { engine, files, origin }: LayoutMeans): Promise<string> {
  const addresses = listSheetAddresses(plan.sheets);
  const digests = await Promise.all(addresses.map(files));
  const sheets = plan.sheets.map((sheet) => sheet.replaceAll(origin, ""));
  return digestOf(engine, sheets, digests, plan.root, plan.body, plan.fixed);
}

async function digestOrder(
  plan: LayoutPlan,
  { first, end, before, numbers }: PartOrder,
  shared: string,
  files: FileDigests,
): Promise<string> {
  const parts = plan.parts.slice(first, end);
  const pictures = await Promise.all(parts.flatMap((part) => part.pictures).map(files));
  return digestOf(
    shared,
    before,
    first === 0,
    parts.map(({ digest }) => digest),
    pictures,
    numbers,
  );
}

function refuseFaults(tab: Tab): void {
  const problems = explainFaults(tab.readFaults());
  if (problems.length > 0) throw printError("The document cannot be printed without loss.", problems);
}

/** Why the document could not even be read; what went wrong in the page says more than what Paged.js makes of it. */
function explainUnreadable(error: unknown, tab: Tab): Error {
  const faults = explainFaults(tab.readFaults());
  if (faults.length > 0) return printError("The document cannot be printed without loss.", faults, error);
  const [text = ""] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
  const problem = printProblem(
    "layout-failed",
    `The layout failed before the first page: ${text.replace(/\.$/, "")}`,
    "Look at the styles of the document: Paged.js cannot read one of them.",
  );
  return printError("The document cannot be laid out.", [problem], error);
}

function explainFailure(
  { message, page }: PartFailure,
  tab: Tab,
  source: SourceText,
  document: string,
): Error {
  const [, ref = ""] = /^data-ref (\d+)/m.exec(message) ?? [];
  const [text = ""] = message.split("\n", 1);
  // Before what follows it, be it the part or the words.
  const placed = page > 0 ? text.replace(/(?=( in the part [^:]*)?(: “|$))/, ` on page ${page}`) : text;
  const problem = printProblem(
    "layout-failed",
    `The layout failed: ${placed.replace(/\.$/, "")}`,
    "Look at the text it names: the block is mostly larger than a page, or cannot be broken.",
    placeOf(source, ref),
  );
  return printError(
    "The document cannot be laid out.",
    [...nameDocument([problem], document), ...explainFaults(tab.readFaults())],
    message,
  );
}

// Opens a document in a tab and makes it ready to be laid out part by part.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Tab } from "../browser/tab.ts";
import { describeParts } from "../in-page/describe-parts.ts";
import { findBrokenPictures } from "../in-page/find-broken-pictures.ts";
import { findParts } from "../in-page/find-parts.ts";
import { FITTING_HANDLERS } from "../in-page/fit-to-page.ts";
import { fixChance } from "../in-page/fix-chance.ts";
import { guardLayout } from "../in-page/guard-layout.ts";
import { keepTogether } from "../in-page/keep-together.ts";
import { prepareSource } from "../in-page/prepare-source.ts";
import { repeatTableHeads } from "../in-page/repeat-table-heads.ts";
import { spareFirstLetters } from "../in-page/spare-first-letters.ts";
import { startPagedJs } from "../in-page/start-paged-js.ts";
import { watchConsole } from "../in-page/watch-console.ts";
import { type OwnMetadata, readMetadata } from "../pdf/pdf-metadata.ts";
import type { SourceText } from "../proof/printed-text.ts";
import type { LayoutPlan } from "./layout-plan.ts";

const MAX_PAGES = 20_000;
const MAX_EMPTY_PAGES = 100;

/** A document as it is before it is cut into pages. */
export interface OpenedSource {
  readonly source: SourceText;
  /** The addresses of pictures that cannot be drawn, by their number in the document. */
  readonly broken: Readonly<Record<string, string>>;
  readonly plan: LayoutPlan;
  readonly metadata: OwnMetadata;
}

/**
 * Loads the document, lets Paged.js read it, and tells of it. After that, parts can be laid out in the tab.
 * @param onProgress called with the pages laid out so far in this tab, and whenever something is done
 */
export async function openSource(
  tab: Tab,
  url: string,
  onProgress: (pages: number) => void,
): Promise<OpenedSource> {
  await tab.expose("briefingProgress", onProgress);
  await tab.open(url);
  const metadata = await tab.call(readMetadata);
  const source = await tab.call(prepareSource);
  onProgress(0);
  const broken = await tab.call(
    findBrokenPictures,
    source.figures.map(({ ref }) => ref),
  );
  onProgress(0);
  await readParts(tab);
  onProgress(0);
  const plan = await tab.call(describeParts);
  onProgress(0);
  return { source, broken, plan, metadata };
}

/** Makes another tab ready to lay out parts of a document of which all is told by the first. */
export async function openAgain(tab: Tab, url: string, onProgress: (pages: number) => void): Promise<void> {
  await tab.expose("briefingProgress", onProgress);
  await tab.open(url);
  await tab.call(prepareSource);
  onProgress(0);
  await readParts(tab);
  onProgress(0);
}

async function readParts(tab: Tab): Promise<void> {
  await tab.call(watchConsole);
  await tab.call(fixChance);
  await tab.runScript(await readPagedJs());
  for (const register of FITTING_HANDLERS) await tab.call(register);
  await tab.call(repeatTableHeads);
  await tab.call(keepTogether);
  await tab.call(spareFirstLetters);
  await tab.call(guardLayout, MAX_PAGES, MAX_EMPTY_PAGES);
  await tab.call(startPagedJs);
  await tab.call(findParts);
}

/** The build that pagedjs-cli runs in the browser; its package tells of no such file, so it is found from its entry. */
export async function readPagedJs(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs-cli");
  return readFile(join(dirname(entry), "../dist/browser.js"), "utf8");
}

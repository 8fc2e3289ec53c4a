// Opens a document in a tab and makes it ready to be laid out part by part.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Tab } from "../browser/tab.ts";
import { describeParts } from "../in-page/describe-parts.ts";
import { findBrokenPictures } from "../in-page/find-broken-pictures.ts";
import { prepareSource } from "../in-page/prepare-source.ts";
import { type OwnMetadata, readMetadata } from "../pdf/pdf-metadata.ts";
import type { SourceText } from "../proof/printed-text.ts";
import type { LayoutPlan } from "./layout-plan.ts";
import { GUARD, LAYOUT_LIMITS, STEPS_BEFORE, STEPS_TO_FIT, STEPS_TO_START } from "./reading-steps.ts";

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
  for (const step of STEPS_BEFORE) await tab.call(step);
  await tab.runScript(await readPagedJs());
  for (const step of STEPS_TO_FIT) await tab.call(step);
  await tab.call(GUARD, ...LAYOUT_LIMITS);
  for (const step of STEPS_TO_START) await tab.call(step);
}

/** The build that pagedjs-cli runs in the browser; its package tells of no such file, so it is found from its entry. */
export async function readPagedJs(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs-cli");
  return readFile(join(dirname(entry), "../dist/browser.js"), "utf8");
}

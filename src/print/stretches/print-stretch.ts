// Prints one stretch in a tab: its pages filled in, looked at, marked and turned into a PDF.
import type { Tab } from "../browser/tab.ts";
import { exposeElements } from "../in-page/expose-elements.ts";
import { fillStretch, type StretchFilling } from "../in-page/fill-stretch.ts";
import { type MarkedPages, readElements } from "../in-page/read-elements.ts";
import { readPages } from "../in-page/read-pages.ts";
import { SIGNS } from "../pdf/signs.ts";
import type { PagedText } from "../proof/printed-text.ts";
import { READ_ATTRIBUTES, readTexts, type StretchTexts } from "./read-texts.ts";

/** A stretch that is printed, and what was seen of its pages before. */
export interface PrintedStretch {
  readonly pdf: Uint8Array;
  readonly paged: PagedText;
  readonly marked: MarkedPages;
  readonly texts: StretchTexts;
  /** Ids whose pages are named and that no page bears. */
  readonly missing: readonly string[];
}

/** Prints the stretch that a tab has opened, as `renderStretch` made it. */
export async function printStretch(
  tab: Tab,
  filling: StretchFilling,
  onProgress: () => void,
): Promise<PrintedStretch> {
  const missing = await tab.call(fillStretch, filling);
  onProgress();
  const marked = await tab.call(readElements, SIGNS);
  const paged = await tab.call(readPages, filling.before);
  onProgress();
  const texts = readTexts(await tab.takeSnapshot(READ_ATTRIBUTES));
  const owners = texts.generated.flatMap(({ spoken, owners: [owner] }) => (spoken && owner ? [owner] : []));
  await tab.call(exposeElements, [...new Set(owners)]);
  const pdf = await tab.printPdf();
  onProgress();
  return { pdf, paged, marked, texts, missing };
}

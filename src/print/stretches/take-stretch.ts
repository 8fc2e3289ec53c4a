// Makes of a printed stretch its part of the PDF, and proves that all text that was laid out is in it.
import type { Problem } from "../../errors.ts";
import type { ElementFacts } from "../pdf/facts.ts";
import type { Fragment } from "../pdf/fragment.ts";
import { readStretch } from "../pdf/read-stretch.ts";
import { checkFonts } from "../proof/check-fonts.ts";
import { checkPageReferences } from "../proof/check-links.ts";
import { checkPdfText } from "../proof/check-pdf-text.ts";
import { checkGenerated, checkSilent } from "../proof/check-spoken.ts";
import type { PagedText, SourceText } from "../proof/printed-text.ts";
import type { StretchTexts } from "./read-texts.ts";

/** A printed stretch, with what was seen of its pages; plain data. */
export interface StretchJob {
  readonly pdf: Uint8Array;
  /** How many pages it has, and how many come before it. */
  readonly pages: number;
  readonly before: number;
  readonly elements: Readonly<Record<string, ElementFacts>>;
  readonly marked: StretchTexts;
  readonly texts: PagedText["texts"];
  readonly places: SourceText["places"];
  /** Ids whose pages are named and that no page bears. */
  readonly missing: readonly string[];
}

/** What a stretch adds to the PDF. */
export interface StretchPart {
  readonly fragment: Fragment;
  /** What the PDF lacks of what was laid out. */
  readonly problems: readonly Problem[];
  /** How long the text of the PDF was compared, in milliseconds. */
  readonly proofMs: number;
}

/** Takes a stretch out of its PDF. */
export function takeStretch(job: StretchJob): StretchPart {
  const { pdf, pages, before, elements, marked, texts, places, missing } = job;
  const fragment = readStretch(pdf, { pages, elements, ...marked });
  const start = performance.now();
  const problems = [
    ...checkPdfText(texts, fragment.pageTexts, places, before),
    ...checkFonts(fragment.fonts, before),
    ...checkGenerated(fragment.untagged, places, before),
    ...checkSilent(fragment.silent, places, before),
    ...checkPageReferences(missing),
  ];
  return { fragment, problems, proofMs: performance.now() - start };
}

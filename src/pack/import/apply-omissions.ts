// Takes the declared omissions out of a document and numbers what is left.
import { foldDocument } from "./find-words.ts";
import { locateOmission, type OmissionPhrases } from "./locate-omission.ts";
import { hasWords, type Paragraph } from "./supplied-document.ts";

/** What an omission takes out. */
export interface OmittedStretch extends OmissionPhrases {
  readonly paragraphs: readonly Paragraph[];
}

/** An omission that is not one certain stretch of the document. */
export interface OmissionFault {
  /** Its position in the record, counted from 0. */
  readonly index: number;
  readonly what: string;
  readonly end: "starts" | "ends";
  /** The words of that end. */
  readonly phrase: string;
  /** The lines of the paragraphs that the words fit: none, or more than one. */
  readonly lines: readonly number[];
}

/** A document after its omissions: each paragraph is a passage, omitted or without words. */
export interface AppliedOmissions {
  /** The passages; ¶1 is the first. */
  readonly passages: readonly Paragraph[];
  /** What each omission takes out, in their order; one that is not found takes nothing. */
  readonly stretches: readonly OmittedStretch[];
  /** Paragraphs without a letter or a digit that no omission takes out. */
  readonly wordless: readonly Paragraph[];
  /** What is wrong with the omissions. */
  readonly faults: readonly OmissionFault[];
}

/**
 * Applies omissions. A stretch runs from the paragraph that begins with the first words to the paragraph that ends with the
 * last words, both included; compared after folding.
 */
export function applyOmissions(
  paragraphs: readonly Paragraph[],
  omissions: readonly OmissionPhrases[],
): AppliedOmissions {
  const document = foldDocument(paragraphs.map(({ text }) => text));
  const covered = new Set<number>();
  const stretches: OmittedStretch[] = [];
  const faults: OmissionFault[] = [];
  for (const [index, omission] of omissions.entries()) {
    const { what, starts, ends } = omission;
    const { stretch, uncertain } = locateOmission(document, omissions, index, covered);
    for (const { end, fits } of uncertain) {
      const lines = fits.flatMap((position) => paragraphs[position]?.line ?? []);
      faults.push({ index, what, end, phrase: omission[end], lines });
    }
    if (stretch === undefined) continue;
    const { from, to } = stretch;
    const taken = paragraphs.slice(from, to + 1).filter((_, offset) => !covered.has(from + offset));
    stretches.push({ what, starts, ends, paragraphs: taken });
    for (let position = from; position <= to; position += 1) covered.add(position);
  }
  const left = paragraphs.filter((_, position) => !covered.has(position));
  return {
    passages: left.filter(({ text }) => hasWords(text)),
    stretches,
    wordless: left.filter(({ text }) => !hasWords(text)),
    faults,
  };
}

// Takes the declared omissions out of a document and numbers what is left.
import { foldText } from "../../evidence/fold-text.ts";
import type { Paragraph } from "./supplied-document.ts";

/** An omission as a record declares it: the first and the last words of a stretch. */
export interface OmissionPhrases {
  readonly what: string;
  readonly starts: string;
  readonly ends: string;
}

/** A document after its omissions. */
export interface AppliedOmissions {
  /** The passages; ¶1 is the first. */
  readonly passages: readonly Paragraph[];
  /** The paragraphs that an omission covers, with the omission's name. */
  readonly omitted: readonly { readonly what: string; readonly paragraph: Paragraph }[];
  /** Omissions whose words do not stand in the document, in this order; each says which end was not found. */
  readonly unmatched: readonly { readonly what: string; readonly phrase: string }[];
}

/**
 * Applies omissions. A stretch runs from the paragraph that begins with the first words to the paragraph that ends with the
 * last words, both included; compared after folding.
 */
export function applyOmissions(
  paragraphs: readonly Paragraph[],
  omissions: readonly OmissionPhrases[],
): AppliedOmissions {
  const folded = paragraphs.map(({ text }) => foldText(text));
  const covered = new Map<number, string>();
  const unmatched: { what: string; phrase: string }[] = [];
  for (const { what, starts, ends } of omissions) {
    const start = folded.findIndex(
      (text, index) => !covered.has(index) && beginsWith(text, foldText(starts)),
    );
    if (start < 0) {
      unmatched.push({ what, phrase: starts });
      continue;
    }
    const end = folded.findIndex((text, index) => index >= start && endsWith(text, foldText(ends)));
    if (end < 0) {
      unmatched.push({ what, phrase: ends });
      continue;
    }
    for (let index = start; index <= end; index += 1) covered.set(index, what);
  }
  return {
    passages: paragraphs.filter((_, index) => !covered.has(index)),
    omitted: paragraphs.flatMap((paragraph, index) => {
      const what = covered.get(index);
      return what === undefined ? [] : [{ what, paragraph }];
    }),
    unmatched,
  };
}

/** Whole words only: “US” is not how “USA” begins. */
function beginsWith(text: string, words: string): boolean {
  return text.startsWith(words) && !isWithinWord(text, words.length);
}

function endsWith(text: string, words: string): boolean {
  return text.endsWith(words) && !isWithinWord(text, text.length - words.length);
}

function isWithinWord(text: string, position: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(position - 1)) && letter.test(text.charAt(position));
}

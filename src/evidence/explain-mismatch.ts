// Why a quotation does not stand where it is cited: where it does, or what the nearest passage says instead.
import { diffArrays } from "diff";
import type { SourcePart } from "../model/pack.ts";
import { quotedWords } from "./editors-marks.ts";
import { foldText, wordsOf } from "./fold-text.ts";
import { type FoldedText, matchQuotation } from "./match-quotation.ts";

/** A source with its folded passages. */
export interface ComparableSource {
  readonly source: SourcePart;
  readonly text: FoldedText;
}

/** The first place in any source where the quotation stands. */
export function findElsewhere(
  quotation: string,
  sources: readonly ComparableSource[],
): { readonly source: SourcePart; readonly from: number; readonly to: number } | undefined {
  for (const { source, text } of sources) {
    const match = matchQuotation(quotation, text, 1, text.passages.length);
    if (match !== undefined && match.to - match.from <= 1) return { source, from: match.from, to: match.to };
  }
  return undefined;
}

/** The passage that shares most words with a quotation, and the difference word by word. */
export interface NearestPassage {
  readonly source: SourcePart;
  readonly passage: number;
  /** The stretch of the passage beside the quotation: `{+added+}` stands only in the quotation, `[-missing-]` only in the passage. */
  readonly difference: string;
}

/** Differences of more words than this are not worth reading. */
const MOST_COMPARED_WORDS = 150;

/** Finds the nearest passage among those given, by the share of the quotation's words that it has in the same neighbourhood. */
export function findNearest(
  quotation: string,
  sources: readonly ComparableSource[],
): NearestPassage | undefined {
  const wanted = wordsOf(foldText(quotedWords(quotation)));
  const bag = new Set(wanted.map(bareWord));
  let best: { score: number; source: SourcePart; passage: number; window: string } | undefined;
  for (const { source, text } of sources) {
    for (const [index, passage] of text.passages.entries()) {
      const { score, window } = bestWindow(wanted.length, bag, passage);
      if (score > (best?.score ?? 0)) best = { score, source, passage: index + 1, window };
    }
  }
  if (best === undefined || best.score * 2 < wanted.length) return undefined;
  return {
    source: best.source,
    passage: best.passage,
    difference: showDifference(best.window, wanted.slice(0, MOST_COMPARED_WORDS)),
  };
}

/** The difference word by word; what the stretch of the document has more at its two ends is no difference. */
function showDifference(document: string, quotation: readonly string[]): string {
  const words = document.split(" ").slice(0, MOST_COMPARED_WORDS + 1);
  const bare = diffArrays(words, [...quotation], {
    comparator: (left, right) => stripPunctuation(left) === stripPunctuation(right),
  });
  // Where the words are the same, their punctuation is the difference.
  const parts = bare.some(({ added, removed }, index) => added || (removed && isBetween(bare, index)))
    ? bare
    : diffArrays(words, [...quotation]);
  return parts
    .filter(({ removed }, index) => {
      const between = isBetween(parts, index);
      const replaced = parts[index - 1]?.added || parts[index + 1]?.added;
      return !removed || between || replaced;
    })
    .map(({ value, added, removed }) => {
      const text = value.join(" ");
      return added ? `{+${text}+}` : removed ? `[-${text}-]` : text;
    })
    .join(" ");
}

function isBetween(parts: readonly unknown[], index: number): boolean {
  return index > 0 && index < parts.length - 1;
}

/** A word without the marks around it; case counts. */
function stripPunctuation(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** The run of a passage, as long as the quotation, that shares most words with it. */
function bestWindow(
  length: number,
  bag: ReadonlySet<string>,
  passage: string,
): { readonly score: number; readonly window: string } {
  const words = wordsOf(passage);
  const known = words.map((word) => (bag.has(bareWord(word)) ? 1 : 0));
  const size = Math.min(words.length, length + 1);
  let best = { score: 0, at: 0, begins: false };
  let score = 0;
  for (const [index, hit] of known.entries()) {
    score += hit - (index >= size ? (known[index - size] ?? 0) : 0);
    const at = Math.max(0, index - size + 1);
    // Of equal stretches a later one shows best what comes after, until one begins with a word of the quotation.
    const begins = known[at] === 1;
    if (score > best.score || (score === best.score && !best.begins)) best = { score, at, begins };
  }
  return { score: best.score, window: words.slice(best.at, best.at + size).join(" ") };
}

/** A word without the punctuation around it. */
function bareWord(word: string): string {
  return stripPunctuation(word).toLowerCase();
}

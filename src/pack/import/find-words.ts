// Where the first or the last words of a stretch stand in a document, whole words only, after folding.
import { foldText } from "../../evidence/words/fold-text.ts";

/** A document in which words are looked for. */
export interface FoldedDocument {
  /** Its paragraphs after folding, joined by spaces: words may run on from one into the next. */
  readonly text: string;
  /** Each paragraph by the offsets of its first character and of the one after its last. */
  readonly paragraphs: readonly { readonly from: number; readonly to: number }[];
}

/** Folds the paragraphs of a document. */
export function foldDocument(texts: readonly string[]): FoldedDocument {
  const folded = texts.map(foldText);
  let to = -1;
  const paragraphs = folded.map((text) => {
    const from = to + 1;
    to = from + text.length;
    return { from, to };
  });
  return { text: folded.join(" "), paragraphs };
}

/** The positions of the paragraphs that begin with the words, which may run on into the paragraphs after. */
export function findStarts({ text, paragraphs }: FoldedDocument, words: string): readonly number[] {
  const folded = foldText(words);
  return paragraphs.flatMap(({ from, to }, index) =>
    to > from && text.startsWith(folded, from) && !isWithinWord(text, from + folded.length) ? [index] : [],
  );
}

/** The positions of the paragraphs that end with the words, which may begin in the paragraphs before. */
export function findEnds({ text, paragraphs }: FoldedDocument, words: string): readonly number[] {
  const folded = foldText(words);
  return paragraphs.flatMap(({ from, to }, index) => {
    const start = to - folded.length;
    const fits = to > from && start >= 0 && text.startsWith(folded, start) && !isWithinWord(text, start);
    return fits ? [index] : [];
  });
}

/** The positions of the paragraphs that are these words and no more. */
export function findWhole({ text, paragraphs }: FoldedDocument, words: string): readonly number[] {
  const folded = foldText(words);
  return paragraphs.flatMap(({ from, to }, index) =>
    to - from === folded.length && text.startsWith(folded, from) ? [index] : [],
  );
}

/** “US” is not how “USA” begins. */
function isWithinWord(text: string, position: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(position - 1)) && letter.test(text.charAt(position));
}

// What a stretch of a document and a quotation differ in, word by word.
import { diffArrays } from "diff";

/** Differences of more words than this are not worth reading. */
const MOST_COMPARED_WORDS = 150;

/** The difference word by word: `{+added+}` stands only in the quotation, `[-missing-]` only in the document; what the stretch of the document has more at its two ends is no difference. */
export function showDifference(document: string, quoted: readonly string[]): string {
  const quotation = quoted.slice(0, MOST_COMPARED_WORDS);
  const words = document.split(" ").slice(0, MOST_COMPARED_WORDS + 1);
  const bare = diffArrays(words, quotation, {
    comparator: (left, right) => stripPunctuation(left) === stripPunctuation(right),
  });
  // Where the words are the same, their punctuation is the difference.
  const parts = bare.some(({ added, removed }, index) => added || (removed && isBetween(bare, index)))
    ? bare
    : diffArrays(words, quotation);
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

/** A word without the punctuation around it, in lower case. */
export function bareWord(word: string): string {
  return stripPunctuation(word).toLowerCase();
}

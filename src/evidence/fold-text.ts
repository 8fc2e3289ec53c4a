// Text made comparable: what two copies of the same words may differ in without being different words.

const SINGLE = /[‘’‚‛′`´ʼ＇]/gu;
const DOUBLE = /[“”„‟«»″＂"]/gu;
const DASHES = /[‐‑‒–—―−]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * Folds a text for comparison: NFC; every kind of white space to one space; quotation marks and apostrophes of every shape to one
 * sign (an inner quotation changes from double to single when it is quoted); dashes to hyphens; invisible characters away. Case,
 * words and all other punctuation stay.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/''/g, "'")
    .replace(DOUBLE, "'")
    .replace(SINGLE, "'")
    .replace(/'{2,}/g, "'")
    .replace(DASHES, "-")
    .replace(/\s+/gu, " ")
    .replace(/ ?(?:- ?){2,}/g, " - ")
    .trim();
}

/** The words of a text: runs between white space that hold a letter or a digit. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

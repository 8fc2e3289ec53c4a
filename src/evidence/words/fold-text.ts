// Text made comparable: what two copies of the same words may differ in without being different words.

const SINGLE = /[‘’‚‛′`´ʼ＇]/gu;
const DOUBLE = /[“”„‟«»″＂"]/gu;
const DASHES = /[‐‑‒–—―−]/gu;
/**
 * What a reader never sees: soft hyphens, spaces and joiners of no width, marks of direction, variation selectors. The property is
 * that of the Unicode Standard (UAX #44, DerivedCoreProperties).
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** U+0085, the line end of some mainframes, is white space to Unicode but not to JavaScript. */
const SPACES = /[\s\u0085]+/gu;

/**
 * Folds a text for comparison: NFC; every kind of white space to one space; quotation marks and apostrophes of every shape to one
 * sign (an inner quotation changes from double to single when it is quoted); dashes to hyphens; invisible characters away. Case,
 * words and all other punctuation stay.
 */
export function foldText(text: string): string {
  return normalizeText(text)
    .replace(/''/g, "'")
    .replace(DOUBLE, "'")
    .replace(SINGLE, "'")
    .replace(/'{2,}/g, "'")
    .replace(DASHES, "-")
    .replace(SPACES, " ")
    .replace(/ ?(?:- ?){2,}/g, " - ")
    .trim();
}

/** A text in NFC without invisible characters, its signs and spaces as they are. */
export function normalizeText(text: string): string {
  return text.replace(INVISIBLE, "").normalize("NFC");
}

/** The words of a text: runs between white space that hold a letter or a digit. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

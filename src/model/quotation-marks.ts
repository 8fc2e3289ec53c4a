// Quotation marks: those whose words are compared with a source, and signs by which words would only look quoted.

/** What may close a quotation, by the mark that opens it. */
export const CLOSERS: Readonly<Record<string, string>> = { "“": "”", "«": "»", "„": "“”" };

/** A mark of a quotation that is compared. A straight one becomes typographic where it has a partner. */
export const MARK = /[“”«»„"]/u;

/**
 * Signs that quote wherever they stand: those of Unicode's quotation marks (PropList, `Quotation_Mark`) that open, but for the ones
 * above and the single ones below, and ornaments in their shape.
 */
const FOREIGN = /[‹‚‛‟⹂「『〝﹁﹃＂｢❛❝🙶🙸]/gu;

/**
 * Signs that quote only where they open a word: after a letter or a number they are accents, minutes and inches, or close what one
 * of the others has opened.
 */
const AT_OPENING = /(?<![\p{L}\p{N}])(?:[›」』〞〟﹂﹄｣❜❞🙷′″‵‶ʺ˝״`´＇≪⟪]+|,,|<<|’’)(?=[\p{L}\p{N}[(])/gu;

/** A single mark that opens: one behind a letter or a number is an apostrophe of the wrong shape. */
const SINGLE = /(?<![\p{L}\p{N}‘])(?<sign>‘+|')(?<word>[^\s’]*)/gu;
const SINGLE_CLOSING = /['’](?![\p{L}\p{N}])/gu;

/** A sign in a text. */
export interface FoundSign {
  readonly index: number;
  readonly sign: string;
  /** The sign and the word that it opens. */
  readonly shown: string;
}

/** Signs of a text that look like quotation marks and are none of those that are compared. */
export function findUnknownMarks(text: string): readonly FoundSign[] {
  return [...text.matchAll(FOREIGN), ...text.matchAll(AT_OPENING)]
    .map(({ index, 0: sign }) => ({ index, sign, shown: sign }))
    .sort((left, right) => left.index - right.index);
}

/** Single marks of a text that open quoted words; a straight one only where another may close them, for it may be an apostrophe. */
export function findSingleMarks(text: string): readonly FoundSign[] {
  const lastClosing = [...text.matchAll(SINGLE_CLOSING)].at(-1)?.index ?? -1;
  return [...text.matchAll(SINGLE)].flatMap(({ index, groups }) => {
    const [sign, word] = [groups?.sign ?? "", groups?.word ?? ""];
    const opens = sign !== "'" || (/^\S/u.test(word) && index + 1 < lastClosing);
    return opens ? [{ index, sign, shown: `${sign}${word}` }] : [];
  });
}

/** Whether a text that is printed as it stands quotes words by marks of any kind; a straight mark behind a number is inches. */
export function quotesWords(text: string): boolean {
  return (
    /[“”«»„]|(?<!\p{N})"/u.test(text) || [...findUnknownMarks(text), ...findSingleMarks(text)].length > 0
  );
}

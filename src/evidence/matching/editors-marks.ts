// The marks by which an editor shows what was changed in a quotation, and the pattern they leave.

/** One stretch of a quotation between editors' marks. */
export type QuotationPiece =
  /** Words that must stand in the document as they are. */
  | { readonly kind: "words"; readonly text: string }
  /** `…` or `[…]`: any words may lie between. */
  | { readonly kind: "elision" }
  /** `[words]`: a replacement of some words, or an insertion. `joined` where it stands within a word: `guarantee[s]`, not `[the ]pilot`. */
  | { readonly kind: "change"; readonly text: string; readonly joined: boolean }
  /** `[T]he`: one letter whose capital was altered. */
  | { readonly kind: "capital"; readonly letter: string };

/**
 * Three points or more, close or spaced, and the full stop that follows an ellipsis; after `?` and `!` the Markdown parser leaves two.
 * Brackets with nothing in them are no mark: they would take letters away and show nothing in their place (`with[]` for “without”).
 */
const MARK =
  /\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…\.?|\.{3,}|\.(?: \.){2,}|(?<=[?!])\.\.(?!\.)|\[(?!\s*\])[^\][]*\]/gu;
const REMARK =
  /^\[\s*(?:sic|emphasis (?:added|in (?:the )?original|removed|mine|ours)|citations? omitted)\.?\s*\]$/iu;

/**
 * Takes a quotation apart at its editors' marks. Remarks such as `[sic]` and `[emphasis added]` fall away. Marks that `isLiteral`
 * says are the document's own stay with the words.
 */
export function splitAtMarks(
  quotation: string,
  isLiteral: (mark: string) => boolean = () => false,
): readonly QuotationPiece[] {
  const pieces: QuotationPiece[] = [];
  let from = 0;
  for (const match of quotation.matchAll(MARK)) {
    const [mark] = match;
    if (isLiteral(mark)) continue;
    const to = match.index + mark.length;
    pushWords(pieces, quotation.slice(from, match.index));
    const piece = readMark(mark, quotation.charAt(match.index - 1), quotation.charAt(to));
    if (piece !== undefined) pieces.push(piece);
    from = to;
  }
  pushWords(pieces, quotation.slice(from));
  return pieces;
}

/** The words that the quotation takes from the document, without what the editor put in. */
export function quotedWords(quotation: string): string {
  return splitAtMarks(quotation)
    .map((piece) => {
      if (piece.kind === "words") return piece.text;
      return piece.kind === "capital" ? piece.letter : piece.kind === "change" && piece.joined ? "" : " ";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function pushWords(pieces: QuotationPiece[], text: string): void {
  if (text !== "") pieces.push({ kind: "words", text });
}

function readMark(mark: string, before: string, after: string): QuotationPiece | undefined {
  if (REMARK.test(mark)) return undefined;
  if (!mark.startsWith("[") || /^\[\s*(?:…|\.)/u.test(mark)) return { kind: "elision" };
  const inner = mark.slice(1, -1);
  const letter = /\p{L}/u;
  if ([...inner].length === 1 && letter.test(inner) && letter.test(after) && !letter.test(before)) {
    return { kind: "capital", letter: inner };
  }
  const joined = (letter.test(before) && /^\S/u.test(inner)) || (letter.test(after) && /\S$/u.test(inner));
  return { kind: "change", text: inner, joined };
}

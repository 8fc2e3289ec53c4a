// How much of a quotation is its editor's: square brackets may mend a quotation, and may not make one.
import type { Problem } from "../../errors.ts";
import type { QuotationUse } from "../gate/quotation-uses.ts";
import { quotationProblem, showQuotation } from "../gate/verdict.ts";
import type { QuotationPiece } from "./editors-marks.ts";

/** The words of a quotation by whose they are. */
interface WordShares {
  readonly kept: number;
  readonly added: number;
}

/**
 * The fewest words of the document that a quotation with words of its editor's must keep. One or two could stand anywhere, and the
 * brackets would say the rest; words of one's own can always be set before or after the quotation marks. The style guides know
 * brackets for what a reader needs to follow the quoted words, not for a statement (Chicago Manual of Style, ch. 13).
 */
const FEWEST_KEPT_WORDS = 3;

/** Stands for a letter of the editor's. */
const EDITORS = "\ufdd0";
const LETTER = /[\p{L}\p{N}]/gu;

/**
 * Counts the words of the document and those of the editor. A word of both, such as `guarantee[s]`, is his who has more letters in
 * it; an altered capital is the document's, and a remark such as `[sic]` is nobody's.
 */
export function countShares(pieces: readonly QuotationPiece[]): WordShares {
  const text = pieces.map(showOwners).join("");
  const words = text.split(/\s+/u).map((word) => {
    const all = word.match(/[\p{L}\p{N}\ufdd0]/gu)?.length ?? 0;
    const added = word.split(EDITORS).length - 1;
    return all === 0 ? undefined : added > all - added;
  });
  return {
    kept: words.filter((added) => added === false).length,
    added: words.filter((added) => added === true).length,
  };
}

function showOwners(piece: QuotationPiece): string {
  if (piece.kind === "words") return piece.text;
  if (piece.kind === "capital") return piece.letter;
  return piece.kind === "change" ? piece.text.replace(LETTER, EDITORS) : " ";
}

/**
 * The problem of a quotation that has more words of its editor's than of the document, or words of its editor's beside almost none of
 * the document.
 */
export function checkChanges(use: QuotationUse, pieces: readonly QuotationPiece[]): Problem | undefined {
  const { kept, added } = countShares(pieces);
  if (added === 0 || (added <= kept && kept >= FEWEST_KEPT_WORDS)) return undefined;
  const message = `${showQuotation(use)} has ${added} ${added === 1 ? "word" : "words"} in brackets beside ${kept} of the document's own; a quotation keeps ${FEWEST_KEPT_WORDS} or more, and no fewer than stand in brackets`;
  const fix = "Set the words in brackets outside the quotation marks, or quote more of the document.";
  return quotationProblem(use, "quotation-mostly-changed", message, fix);
}

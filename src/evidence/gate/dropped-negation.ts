// A quotation that drops a negation, or begins or ends right beside one, may say the contrary of its document.
import type { Problem } from "../../errors.ts";
import type { QuotationMatch } from "../matching/match-quotation.ts";
import { hasNegation, isNegatingAffix } from "../words/negation.ts";
import type { QuotationUse } from "./quotation-uses.ts";
import { quotationProblem, showQuotation } from "./verdict.ts";

/** How many words before a quotation are taken to bear on its first: “does not oblige | any captain”. */
const WORDS_BEFORE = 2;

/** Warns of a negation among the words that a quotation leaves out or changes, or right before or after it. */
export function warnOfNegation(
  use: QuotationUse,
  match: QuotationMatch,
  language: string | undefined,
): readonly Problem[] {
  const warn = (message: string, fix: string): readonly Problem[] => [
    quotationProblem(use, "negation-dropped", `${showQuotation(use)} ${message}`, fix, "warning"),
  ];
  const dropped = findDropped(match, language);
  if (dropped !== undefined) {
    const shown = dropped.length > 120 ? `${dropped.slice(0, 117)}…` : dropped;
    const fix = "Check that the sense is kept, or quote those words too.";
    return warn(`leaves out a negation: “${shown}”`, fix);
  }
  const { before, after, pieces } = match;
  // A negation in the sentence before, or in the next, is another matter.
  const clause = before.split(/[.!?;:](?:'|\s|$)/u).at(-1) ?? "";
  // Words of the editor's own at its head stand for more of the document.
  const near = pieces[0]?.kind === "change" ? clause : clause.split(" ").slice(-WORDS_BEFORE).join(" ");
  if (hasNegation(near, language)) {
    const fix = "Check that the sense is kept, or begin the quotation earlier.";
    return warn(`begins right after a negation: “… ${before}”`, fix);
  }
  const next = after.split(" ", 1).join("");
  if (/^\p{L}/u.test(after) && hasNegation(next, language)) {
    const fix = "Check that the sense is kept, or end the quotation later.";
    return warn(`ends right before a negation: “${after} …”`, fix);
  }
  return [];
}

/** The first words left out, or the first word left out in part, with a negation in it. */
function findDropped({ left, changed }: QuotationMatch, language: string | undefined): string | undefined {
  const gap = left.find((words) => hasNegation(words, language));
  if (gap !== undefined) return gap;
  return changed.find(({ word, letters }) => hasNegation(word, language) || isNegatingAffix(letters))?.word;
}

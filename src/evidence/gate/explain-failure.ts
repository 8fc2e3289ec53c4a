// What to tell of a quotation that does not stand where it is cited.
import type { Problem } from "../../errors.ts";
import { formatPassages } from "../../model/passages.ts";
import { findCutWord } from "../matching/match-quotation.ts";
import { readQuotation } from "../matching/read-segments.ts";
import { type ComparableSource, indexSources, type WordIndex } from "../words/word-index.ts";
import { findElsewhere, findNearest } from "./explain-mismatch.ts";
import type { QuotationUse } from "./quotation-uses.ts";
import { quotationProblem, showQuotation } from "./verdict.ts";

/**
 * Explains it: it stands elsewhere in a source that it cites; or where it is cited, but for a word that it cuts; or in another source;
 * or nowhere, and the nearest passage says something else. `held` must be one and the same list for all quotations, which are
 * looked up in its index.
 */
export function explainFailure(use: QuotationUse, held: readonly ComparableSource[]): Problem {
  const index = indexSources(held);
  const own = new Set(use.pinpoints.map(({ source }) => source.id));
  return (
    tellElsewhere(use, index, own) ??
    tellCutWord(use, index) ??
    tellElsewhere(use, index, undefined) ??
    tellNowhere(use, index, own)
  );
}

function tellElsewhere(
  use: QuotationUse,
  index: WordIndex,
  among: ReadonlySet<string> | undefined,
): Problem | undefined {
  const elsewhere = findElsewhere(use.quotation.text, index, among);
  if (elsewhere === undefined) return undefined;
  const { source, from, to } = elsewhere;
  const cited = use.pinpoints.map((one) => `${one.source.id} ${formatPassages(one.passages)}`).join(" or ");
  const passages = formatPassages([{ from, to }]);
  const message = `${showQuotation(use)} does not stand in ${cited}; it stands in ${source.id} ${passages}`;
  return quotationProblem(use, "wrong-pinpoint", message, `Cite [@${source.key}, ${passages}].`);
}

function tellCutWord(use: QuotationUse, { byId }: WordIndex): Problem | undefined {
  const quotation = readQuotation(use.quotation.text);
  for (const { source, passages } of use.pinpoints) {
    const text = byId.get(source.id)?.text;
    const cut = text === undefined ? undefined : findCutWord(quotation, text, passages);
    if (cut === undefined) continue;
    const message = `${showQuotation(use)} ${cut.side} inside a word of ${source.id} ¶${cut.passage}: “${cut.word}”`;
    return quotationProblem(use, "cut-word", message, `Quote all of “${cut.word}”, or nothing of it.`);
  }
  return undefined;
}

function tellNowhere(use: QuotationUse, index: WordIndex, own: ReadonlySet<string>): Problem {
  const { text } = use.quotation;
  const nearest = findNearest(text, index, own) ?? findNearest(text, index);
  const message = `${showQuotation(use)} stands in no source`;
  if (nearest === undefined) {
    const fix = "Quote the document's own words, or leave out the quotation marks; no passage is near it.";
    return quotationProblem(use, "quotation-not-found", message, fix);
  }
  const near = `nearest is ${nearest.source.id} ¶${nearest.passage}: ${nearest.difference}`;
  const fix =
    "Restore the document's words: [-these-] are missing from the quotation, {+these+} are not in the document.";
  return quotationProblem(use, "quotation-not-found", `${message}; ${near}`, fix);
}

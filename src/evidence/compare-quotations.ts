// The quotation gate with full texts at hand: each quotation against the passages that it cites.
import type { Problem } from "../errors.ts";
import type { FullText } from "../model/full-text.ts";
import { formatPassages } from "../model/passages.ts";
import { type ComparableSource, findElsewhere, findNearest } from "./explain-mismatch.ts";
import { foldPassages, matchQuotation, type QuotationMatch } from "./match-quotation.ts";
import { isOfficial, type Pinpoint, type QuotationUse } from "./quotation-uses.ts";
import { standsInSpeech } from "./spoken.ts";
import { quotationProblem, showQuotation, type Verdict } from "./verdict.ts";

/** A source with its full text, prepared once for all its quotations. */
export interface HeldSource extends ComparableSource {
  readonly fullText: FullText;
}

/** Prepares a source for comparison. */
export function holdSource(source: HeldSource["source"], fullText: FullText): HeldSource {
  return { source, fullText, text: foldPassages(fullText.passages) };
}

const NEGATION =
  /(?:^|[^\p{L}])(?:not?|non|never|none|nor|neither|without|cannot|nothing|nobody|nowhere|hardly|scarcely|barely|\p{L}+n't)(?!\p{L})/iu;

/** Compares one quotation. Call it only where the texts of all the sources that it cites are held. */
export function compareQuotation(use: QuotationUse, held: readonly HeldSource[]): Verdict {
  for (const pinpoint of use.pinpoints) {
    const source = held.find((candidate) => candidate.source.id === pinpoint.source.id);
    if (source === undefined) continue;
    for (const { from, to } of pinpoint.passages) {
      const match = matchQuotation(use.quotation.text, source.text, from, to);
      if (match !== undefined) return found(use, pinpoint, source, match);
    }
  }
  return { use, state: "failed", site: undefined, problems: [explain(use, held)] };
}

function found(use: QuotationUse, pinpoint: Pinpoint, held: HeldSource, match: QuotationMatch): Verdict {
  const { source, fullText } = held;
  const cited = fullText.passages.slice(match.from - 1, match.to);
  const spoken = cited.some((passage) => standsInSpeech(passage, use.quotation.text));
  const site = {
    source,
    from: match.from,
    to: match.to,
    official: isOfficial(source, match.from, match.to),
    spoken,
  };
  const warnings = [...warnOfNegation(use, match), ...warnOfDistance(use, match)];
  return {
    use,
    state: "comparison",
    site,
    problems: [...warnings, ...askForSpeaker(use, pinpoint, spoken, site.official)],
  };
}

/** A quotation of a person whom the source quotes names that person. */
export function askForSpeaker(
  use: QuotationUse,
  pinpoint: Pinpoint,
  spoken: boolean,
  official: boolean,
): readonly Problem[] {
  if (!spoken || official || pinpoint.speaker !== undefined) return [];
  const message = `${showQuotation(use)} is quoted by ${pinpoint.source.id} itself, and the citation does not say whose words they are`;
  const fix = `Name the speaker: [@${pinpoint.source.key}, ${formatPassages(pinpoint.passages)}, quoting …].`;
  return [quotationProblem(use, "speaker-not-named", message, fix)];
}

function warnOfNegation(use: QuotationUse, { left, before, after }: QuotationMatch): readonly Problem[] {
  const warn = (message: string, fix: string): readonly Problem[] => [
    quotationProblem(use, "negation-dropped", `${showQuotation(use)} ${message}`, fix, "warning"),
  ];
  const dropped = left.find((gap) => NEGATION.test(gap));
  if (dropped !== undefined) {
    const shown = dropped.length > 120 ? `${dropped.slice(0, 117)}…` : dropped;
    const fix = "Check that the sense is kept, or quote those words too.";
    return warn(`leaves out a negation: “${shown}”`, fix);
  }
  // A negation in the sentence before, or in the next, is another matter.
  const clause = before.split(/[.!?;:](?:'|\s|$)/u).at(-1) ?? "";
  if (NEGATION.test(clause.split(" ").slice(-2).join(" "))) {
    const fix = "Check that the sense is kept, or begin the quotation earlier.";
    return warn(`begins right after a negation: “… ${before}”`, fix);
  }
  if (/^\p{L}/u.test(after) && NEGATION.test(after.split(" ", 1).join(""))) {
    const fix = "Check that the sense is kept, or end the quotation later.";
    return warn(`ends right before a negation: “${after} …”`, fix);
  }
  return [];
}

function warnOfDistance(use: QuotationUse, { from, to }: QuotationMatch): readonly Problem[] {
  if (to - from <= 1) return [];
  const message = `${showQuotation(use)} joins words of ¶${from} and ¶${to}`;
  return [
    quotationProblem(
      use,
      "distant-segments",
      message,
      "Quote the two apart, each with its passage.",
      "warning",
    ),
  ];
}

function explain(use: QuotationUse, held: readonly HeldSource[]): Problem {
  const cited = use.pinpoints
    .map(({ source, passages }) => `${source.id} ${formatPassages(passages)}`)
    .join(" or ");
  const elsewhere = findElsewhere(use.quotation.text, held);
  if (elsewhere !== undefined) {
    const { source, from, to } = elsewhere;
    const passages = formatPassages([{ from, to }]);
    const message = `${showQuotation(use)} does not stand in ${cited}; it stands in ${source.id} ${passages}`;
    return quotationProblem(use, "wrong-pinpoint", message, `Cite [@${source.key}, ${passages}].`);
  }
  const own = held.filter(({ source }) => use.pinpoints.some((pinpoint) => pinpoint.source.id === source.id));
  const nearest = findNearest(use.quotation.text, own) ?? findNearest(use.quotation.text, held);
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

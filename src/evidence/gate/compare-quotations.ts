// The quotation gate with full texts at hand: each quotation against the passages that it cites.
import type { Problem } from "../../errors.ts";
import type { FullText } from "../../model/full-text.ts";
import { formatPassages, type PassageRange } from "../../model/passages.ts";
import { checkChanges } from "../matching/changed-words.ts";
import { matchQuotation, type QuotationMatch } from "../matching/match-quotation.ts";
import { readQuotation } from "../matching/read-segments.ts";
import { warnOfSpeaker } from "../speakers/named-speaker.ts";
import { standsInSpeech } from "../speakers/spoken.ts";
import { foldPassages } from "../words/folded-text.ts";
import type { ComparableSource } from "../words/word-index.ts";
import { warnOfNegation } from "./dropped-negation.ts";
import { explainFailure } from "./explain-failure.ts";
import { isOfficial, type Pinpoint, type QuotationUse } from "./quotation-uses.ts";
import { quotationProblem, showQuotation, type Verdict } from "./verdict.ts";

/** A source with its full text, prepared once for all its quotations. */
export interface HeldSource extends ComparableSource {
  readonly fullText: FullText;
}

/** Prepares a source for comparison. */
export function holdSource(source: HeldSource["source"], fullText: FullText): HeldSource {
  return { source, fullText, text: foldPassages(fullText.passages) };
}

/** Compares one quotation. Call it only where the texts of all the sources that it cites are held. */
export function compareQuotation(use: QuotationUse, held: readonly HeldSource[]): Verdict {
  const quotation = readQuotation(use.quotation.text);
  for (const { pinpoints, source, ranges } of listStretches(use, held)) {
    const match = matchQuotation(quotation, source.text, ranges);
    if (match !== undefined) return judge(use, pinpoints, source, match);
  }
  return fail(use, explainFailure(use, held));
}

/** Passages of one source to look in together. */
interface CitedStretch {
  readonly pinpoints: readonly Pinpoint[];
  readonly source: HeldSource;
  readonly ranges: readonly PassageRange[];
}

/**
 * Where a quotation may stand, in the order in which it is looked for: in each run of passages as cited, then in all that the
 * citation names of one source, for one whose words stand partly in ¶1 and partly in ¶4.
 */
function listStretches(use: QuotationUse, held: readonly HeldSource[]): readonly CitedStretch[] {
  const cited = use.pinpoints.flatMap((pinpoint) => {
    const source = held.find((candidate) => candidate.source.id === pinpoint.source.id);
    return source === undefined ? [] : [{ pinpoint, source }];
  });
  const single = cited.flatMap(({ pinpoint, source }) =>
    pinpoint.passages.map((range) => ({ pinpoints: [pinpoint], source, ranges: [range] })),
  );
  const whole = [...new Set(cited.map(({ source }) => source))].map((source) => {
    const pinpoints = cited.filter((one) => one.source === source).map(({ pinpoint }) => pinpoint);
    return { pinpoints, source, ranges: pinpoints.flatMap(({ passages }) => passages) };
  });
  return [...single, ...whole.filter(({ ranges }) => ranges.length > 1)];
}

function judge(
  use: QuotationUse,
  pinpoints: readonly Pinpoint[],
  held: HeldSource,
  match: QuotationMatch,
): Verdict {
  const changed = checkChanges(use, match.pieces);
  if (changed !== undefined) return fail(use, changed);
  const { source, fullText, text } = held;
  const { from, to } = match;
  const spoken = match.passages.filter((passage) =>
    standsInSpeech(fullText.passages[passage - 1] ?? "", use.quotation.text, fullText.passages[passage]),
  );
  const official = isOfficial(source, from, to);
  const site = { source, from, to, official, spoken: spoken.length > 0 };
  const naming = pinpoints.filter(({ passages }) => covers(passages, match.passages));
  const silent = pinpoints.find(({ passages, speaker }) => speaker === undefined && covers(passages, spoken));
  const problems = [
    ...warnOfNegation(use, match, source.csl.language),
    ...warnOfDistance(use, match),
    ...(silent === undefined ? [] : askForSpeaker(use, silent, site.spoken, official)),
    ...naming.flatMap((pinpoint) => warnOfSpeaker(use, pinpoint, text)),
  ];
  return { use, state: "comparison", site, problems };
}

function covers(ranges: readonly PassageRange[], passages: readonly number[]): boolean {
  return ranges.some(({ from, to }) => passages.some((passage) => from <= passage && passage <= to));
}

function fail(use: QuotationUse, problem: Problem): Verdict {
  return { use, state: "failed", site: undefined, problems: [problem] };
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

/**
 * Words of distant passages that are read as one quotation mislead, cited or not: a citation of the whole source names all passages
 * between them too, and nobody sees that they were passed over.
 */
function warnOfDistance(use: QuotationUse, { passages }: QuotationMatch): readonly Problem[] {
  const next = passages.findIndex((passage, index) => passage - (passages[index - 1] ?? passage) > 1);
  if (next < 0) return [];
  const message = `${showQuotation(use)} joins words of ¶${passages[next - 1]} and ¶${passages[next]}`;
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

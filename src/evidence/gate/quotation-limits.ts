// How much of a source may be quoted: short attributed quotation only.
import type { Problem } from "../../errors.ts";
import type { SourcePart } from "../../model/pack.ts";
import { quotedWords } from "../matching/editors-marks.ts";
import { wordsOf } from "../words/fold-text.ts";
import { quotationProblem, showQuotation, type Verdict } from "./verdict.ts";

/** The limits of a pack. */
export interface QuotationLimits {
  /** The most words of one quotation. */
  readonly words: number;
  /** The most that may be quoted of a source in all, as a percentage of its words without official text. */
  readonly share: number;
  /** Words that may be quoted of a source in all, however short it is. */
  readonly allowance: number;
}

/** How much of a source is quoted in the whole pack; a quotation repeated counts each time, official text never. */
export interface QuotedShare {
  readonly sourceId: string;
  /** The words of the source without official text. */
  readonly words: number;
  readonly quoted: number;
  /** The most that may be quoted. */
  readonly limit: number;
}

/** Counts the words quoted of each source. `wordCounts` gives the words of a source by its id, without official text. */
export function measureShares(
  sources: readonly SourcePart[],
  verdicts: readonly Verdict[],
  wordCounts: ReadonlyMap<string, number>,
  limits: QuotationLimits,
): readonly QuotedShare[] {
  return sources.flatMap(({ id }) => {
    const words = wordCounts.get(id);
    if (words === undefined) return [];
    const own = verdicts.filter(({ site }) => site?.source.id === id && !site.official);
    const quoted = own.reduce((sum, { use }) => sum + countQuoted(use.quotation.text), 0);
    return [
      {
        sourceId: id,
        words,
        quoted,
        limit: Math.max(limits.allowance, Math.floor((words * limits.share) / 100)),
      },
    ];
  });
}

/** Problems of quotations that are too long, and of sources of which too much is quoted. */
export function checkLimits(
  sources: readonly SourcePart[],
  verdicts: readonly Verdict[],
  shares: readonly QuotedShare[],
  limits: QuotationLimits,
): readonly Problem[] {
  const long = verdicts.flatMap(({ use, site }): Problem[] => {
    const count = countQuoted(use.quotation.text);
    if (site?.official === true || count <= limits.words) return [];
    const message = `${showQuotation(use)} is ${count} words long, and at most ${limits.words} may be quoted at a time`;
    return [quotationProblem(use, "quotation-too-long", message, "Shorten it, or say it in your own words.")];
  });
  const much = shares.flatMap(({ sourceId, quoted, limit, words }): Problem[] => {
    const source = sources.find(({ id }) => id === sourceId);
    if (quoted <= limit || source === undefined) return [];
    const message = `${quoted} of the ${words} words of ${sourceId} are quoted, and at most ${limit} may be`;
    const fix = `Say ${quoted - limit} words or more of them in your own words.`;
    return [
      { code: "quoted-too-much", kind: "evidence", severity: "error", place: source.place, message, fix },
    ];
  });
  return [...long, ...much];
}

/** The words of the document in a quotation. */
function countQuoted(quotation: string): number {
  return wordsOf(quotedWords(quotation)).length;
}

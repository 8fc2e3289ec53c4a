// The evidence gate: everything a pack says of its sources, verified with what is at hand.
import type { Problem } from "../../errors.ts";
import type { FullText } from "../../model/full-text.ts";
import { type Part, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { checkFullText, checkSourceReceipt } from "../receipts/check-fingerprints.ts";
import { checkReceipt } from "../receipts/check-receipts.ts";
import { countWords, makeReceipts, type Receipts } from "../receipts/receipts.ts";
import { compareQuotation, type HeldSource, holdSource } from "./compare-quotations.ts";
import { checkLimits, measureShares, type QuotationLimits, type QuotedShare } from "./quotation-limits.ts";
import { collectQuotationUses, type QuotationUse } from "./quotation-uses.ts";
import type { Verdict } from "./verdict.ts";

/** What the gate works on. */
export interface GateInput {
  readonly parts: readonly Part[];
  /** The full texts of the vault. */
  readonly fullTexts: readonly FullText[];
  /** The receipts as they are on disk. */
  readonly receipts: Receipts | undefined;
  readonly limits: QuotationLimits;
}

/** What it finds. */
export interface GateResult {
  /** Every quotation with its state, in the order of the pack. */
  readonly verdicts: readonly Verdict[];
  readonly shares: readonly QuotedShare[];
  readonly problems: readonly Problem[];
  /** The receipts as they ought to be. */
  readonly receipts: Receipts;
}

/**
 * Verifies every quotation: by comparison where the full texts of all the sources that it cites are held, else by receipt. Pure:
 * the same input gives the same result.
 */
export function runGate({ parts, fullTexts, receipts, limits }: GateInput): GateResult {
  const sources = sourcesOf(parts);
  const held = sources.flatMap((source) => {
    const fullText = fullTexts.find(({ sourceId }) => sourceId === source.id);
    return fullText === undefined ? [] : [holdSource(source, fullText)];
  });
  const verdicts = collectQuotationUses(parts).map((use) => judge(use, held, receipts));
  const wordCounts = countAllWords(sources, held, receipts);
  const shares = measureShares(sources, verdicts, wordCounts, limits);
  const problems = [
    ...sources.flatMap((source) => {
      const text = held.find((candidate) => candidate.source.id === source.id)?.fullText;
      return text === undefined
        ? checkSourceReceipt(source, receipts)
        : checkFullText(source, text, receipts);
    }),
    ...verdicts.flatMap((verdict) => verdict.problems),
    ...checkLimits(sources, verdicts, shares, limits),
  ];
  return { verdicts, shares, problems, receipts: makeReceipts(sources, held, verdicts, receipts) };
}

function judge(use: QuotationUse, held: readonly HeldSource[], receipts: Receipts | undefined): Verdict {
  if (use.pinpoints.length === 0) return { use, state: "unverified", site: undefined, problems: [] };
  const isHeld = use.pinpoints.every(({ source }) =>
    held.some((candidate) => candidate.source.id === source.id),
  );
  return isHeld ? compareQuotation(use, held) : checkReceipt(use, receipts);
}

function countAllWords(
  sources: readonly SourcePart[],
  held: readonly HeldSource[],
  receipts: Receipts | undefined,
): ReadonlyMap<string, number> {
  return new Map(
    sources.flatMap((source): [string, number][] => {
      const text = held.find((candidate) => candidate.source.id === source.id)?.fullText;
      const words =
        text === undefined
          ? receipts?.sources.find(({ id }) => id === source.id)?.words
          : countWords(source, text);
      return words === undefined ? [] : [[source.id, words]];
    }),
  );
}

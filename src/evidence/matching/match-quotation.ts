// Finds a quotation in the passages of a full text, word for word but for its editors' marks.
import type { PassageRange } from "../../model/passages.ts";
import { isInsideWord, showWordAt, wordsAround } from "../words/bonds.ts";
import { type FoldedText, type Stretch, takeStretch } from "../words/folded-text.ts";
import type { QuotationPiece } from "./editors-marks.ts";
import { chainOccurrences } from "./occurrence-chain.ts";
import type { Reading, ReadQuotation } from "./read-segments.ts";
import type { SegmentPlace } from "./segment.ts";

/** A word of the document of which an editor changed a part. */
export interface ChangedWord {
  readonly word: string;
  /** The letters that were changed. */
  readonly letters: string;
}

/** Where a quotation stands. */
export interface QuotationMatch {
  /** The first passage, counted from 1. */
  readonly from: number;
  /** The last passage. */
  readonly to: number;
  /** Every passage that has words of it, in order. */
  readonly passages: readonly number[];
  /** The document's words that elisions and changes leave out, folded; in order. */
  readonly left: readonly string[];
  /** The words that are left out in part, folded; in order. */
  readonly changed: readonly ChangedWord[];
  /** The few words of the document just before the quotation, folded. */
  readonly before: string;
  /** The few words just after it, folded. */
  readonly after: string;
  /** The quotation as it was read: what is the document's, and what the editor's. */
  readonly pieces: readonly QuotationPiece[];
}

/** A word that a quotation cuts. */
export interface CutWord {
  readonly word: string;
  readonly passage: number;
  /** Whether it is the first word of some quoted words that is cut, or the last. */
  readonly side: "begins" | "ends";
}

/** A stretch of words with more marks within words than this is nobody's quotation, and is not looked for. */
const MOST_ATOMS = 40;

/**
 * Looks for a quotation in passages (counted from 1) of one text, taken together and in order. Segments must occur in their order; a
 * segment may run over the end of a passage. Of several places the one with the least left out is taken. Returns `undefined` where
 * the quotation does not stand there, or where no words are left to compare. The time it takes grows with the product of the numbers
 * of segments and of their occurrences, whatever the quotation: nothing is tried twice.
 */
export function matchQuotation(
  quotation: ReadQuotation,
  text: FoldedText,
  ranges: readonly PassageRange[],
): QuotationMatch | undefined {
  const placed = placeQuotation(quotation, text, ranges, true);
  return placed === undefined ? undefined : describeMatch(text, placed);
}

/** The first word that a quotation cuts, where it stands in the passages but for that. */
export function findCutWord(
  quotation: ReadQuotation,
  text: FoldedText,
  ranges: readonly PassageRange[],
): CutWord | undefined {
  const placed = placeQuotation(quotation, text, ranges, false);
  if (placed === undefined) return undefined;
  const { stretch, places, reading } = placed;
  for (const [index, { start, end }] of places.entries()) {
    const { openStart, openEnd } = reading.segments[index] ?? {};
    const cuts = [
      { side: "begins" as const, at: start, open: openStart },
      { side: "ends" as const, at: end, open: openEnd },
    ];
    const cut = cuts.find(({ at, open }) => open === false && isInsideWord(stretch.marked, at));
    if (cut === undefined) continue;
    return { word: showWordAt(stretch, cut.at), passage: stretch.passageAt(cut.at), side: cut.side };
  }
  return undefined;
}

interface Placed {
  readonly stretch: Stretch;
  readonly reading: Reading;
  readonly places: readonly SegmentPlace[];
}

function placeQuotation(
  quotation: ReadQuotation,
  text: FoldedText,
  ranges: readonly PassageRange[],
  whole: boolean,
): Placed | undefined {
  const stretch = takeStretch(text, ranges);
  if (stretch === undefined) return undefined;
  for (const reading of quotation.readingsFor(stretch.joined)) {
    if (reading.segments.some(({ atoms }) => atoms.length > MOST_ATOMS)) continue;
    const places = chainOccurrences(stretch, reading.segments, whole);
    if (places !== undefined) return { stretch, reading, places };
  }
  return undefined;
}

function describeMatch(text: FoldedText, { stretch, reading, places }: Placed): QuotationMatch | undefined {
  const spans = places.map(({ start, end }) => ({
    start: stretch.toWhole(start),
    end: stretch.toWhole(end),
  }));
  const [first, final] = [spans[0], spans.at(-1)];
  const passages = [...new Set(places.flatMap((place) => passagesOf(stretch, place)))];
  const [from, to] = [passages[0], passages.at(-1)];
  if (first === undefined || final === undefined || from === undefined || to === undefined) return undefined;
  const before = text.joined.slice(text.starts[from - 1], first.start);
  const after = text.joined.slice(final.end, (text.starts[to] ?? 0) - 1);
  return {
    from,
    to,
    passages,
    left: spans
      .slice(1)
      .map(({ start }, index) => text.joined.slice(spans[index]?.end ?? 0, start).trim())
      .filter((gap) => gap !== ""),
    changed: places.flatMap(({ changed }) =>
      changed.filter(({ start, end }) => end > start).map((span) => describeChange(stretch, span)),
    ),
    before: before.split(" ").slice(-5).join(" ").trim(),
    after: after.split(" ").slice(0, 4).join(" ").trim(),
    pieces: reading.pieces,
  };
}

function passagesOf({ passageAt }: Stretch, { start, end }: SegmentPlace): number[] {
  const [from, to] = [passageAt(start), passageAt(end - 1)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function describeChange({ joined, marked }: Stretch, span: SegmentPlace["changed"][number]): ChangedWord {
  const around = wordsAround(marked, span);
  return { word: joined.slice(around.start, around.end), letters: joined.slice(span.start, span.end) };
}

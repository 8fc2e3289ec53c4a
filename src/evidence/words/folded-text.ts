// A source's passages folded once for many comparisons, and stretches of them.
import type { PassageRange } from "../../model/passages.ts";
import { clearBonds, type MarkedText, markBonds, tightenDashes } from "./bonds.ts";
import { foldText } from "./fold-text.ts";

/** A source's passages folded: all of them joined by spaces, with no space beside a dash. */
export interface FoldedText extends MarkedText {
  readonly passages: readonly string[];
  /** Where each passage begins in `joined`; after the last one, where the next would begin. */
  readonly starts: readonly number[];
}

/** Some passages of a text, one after the other, with a line feed where passages between them are left out. */
export interface Stretch extends MarkedText {
  /** The offset in the whole text of an offset in the stretch. */
  readonly toWhole: (position: number) => number;
  /** The passage, counted from 1, at an offset of the stretch. */
  readonly passageAt: (position: number) => number;
}

/** What stands between passages that do not follow one another; no folded text holds it. */
export const BREAK = "\n";

/** Folds the passages of a full text. */
export function foldPassages(passages: readonly string[]): FoldedText {
  const tight = passages.map((passage) => tightenDashes(markBonds(passage)));
  const starts = [0];
  for (const passage of tight) starts.push((starts.at(-1) ?? 0) + passage.length + 1);
  const marked = tight.join(" ");
  return { passages: passages.map(foldText), joined: clearBonds(marked), marked, starts };
}

/** Passage ranges in the order of the document, with none twice; those that follow one another are one. */
export function mergeRanges(ranges: readonly PassageRange[]): readonly PassageRange[] {
  const merged: PassageRange[] = [];
  for (const { from, to } of [...ranges].sort((left, right) => left.from - right.from)) {
    const last = merged.at(-1);
    if (last === undefined || from > last.to + 1) merged.push({ from, to });
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return merged;
}

/** Takes passages (counted from 1) out of a text; undefined where it has none of them. */
export function takeStretch(text: FoldedText, ranges: readonly PassageRange[]): Stretch | undefined {
  const count = text.passages.length;
  const pieces = mergeRanges(ranges)
    .filter(({ from }) => from <= count)
    .map(({ from, to }) => ({
      start: text.starts[from - 1] ?? 0,
      end: (text.starts[Math.min(to, count)] ?? 0) - 1,
    }));
  if (pieces.length === 0) return undefined;
  const take = (whole: string): string => pieces.map(({ start, end }) => whole.slice(start, end)).join(BREAK);
  const toWhole = (position: number): number => {
    let rest = position;
    for (const { start, end } of pieces) {
      if (rest <= end - start) return start + rest;
      rest -= end - start + BREAK.length;
    }
    return pieces.at(-1)?.end ?? 0;
  };
  return {
    joined: take(text.joined),
    marked: take(text.marked),
    toWhole,
    passageAt: (position) => findPassage(text.starts, toWhole(position)),
  };
}

/** The passage, counted from 1, at a position of the joined text. */
function findPassage(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

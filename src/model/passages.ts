// Passages of a source and the ranges that locators name.
import { z } from "zod";

/** A run of passages, both ends included, counted from 1. */
export interface PassageRange {
  readonly from: number;
  readonly to: number;
}

/** The highest number that a passage may have; a range beyond it is a slip, and too long to write out. */
export const LAST_PASSAGE = 99_999;

const RANGE = /^(\d+)(?:\s*[–-]\s*(\d+))?$/;

/**
 * Reads passage ranges as a locator writes them: `¶3`, `¶3–5`, `¶¶3, 7–9`, `para. 3`, `paras. 3-5` (Pandoc's locator terms).
 * Returns `undefined` where the text is none, where a passage is 0 or beyond
 * `LAST_PASSAGE` or where a range runs backwards.
 */
export function parsePassages(text: string): readonly PassageRange[] | undefined {
  const match = /^(?:¶{1,2}|paras?\.?)\s*(.+)$/u.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  const ranges: PassageRange[] = [];
  for (const piece of match[1].split(",")) {
    const range = RANGE.exec(piece.trim());
    if (range?.[1] === undefined) return undefined;
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    if (from < 1 || to < from || to > LAST_PASSAGE) return undefined;
    ranges.push({ from, to });
  }
  return ranges;
}

/** Passage ranges as they are printed: `¶3`, `¶¶3–5, 7`. */
export function formatPassages(ranges: readonly PassageRange[]): string {
  const several = ranges.length > 1 || ranges.some((range) => range.to > range.from);
  const list = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
  return `${several ? "¶¶" : "¶"}${list}`;
}

/** Every passage that the ranges name, in their order. */
export function passagesIn(ranges: readonly PassageRange[]): number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

/** Whether the two sets of ranges share a passage. */
export function overlap(left: readonly PassageRange[], right: readonly PassageRange[]): boolean {
  return left.some((a) => right.some((b) => a.from <= b.to && b.from <= a.to));
}

/** Passage ranges as a value in a file: `¶4–5`. */
export const passagesSchema = z.string().transform((text, context): readonly PassageRange[] => {
  const ranges = parsePassages(text);
  if (ranges !== undefined) return ranges;
  context.addIssue({
    code: "custom",
    message: "names no passages",
    params: { fix: "Write ¶4, ¶4–5 or ¶¶4, 7–9." },
  });
  return z.NEVER;
});

// Finds the place of a label in the row of its mark: beside it where there is room, else below.
import { type TextRun, widthOfRuns, wrapRuns } from "./text-width.ts";
import type { Extent } from "./time-scale.ts";

/** Where a label stands. */
export interface PlacedLabel {
  /** The end of its lines that `anchor` names, from the left of the drawing. */
  readonly x: number;
  readonly anchor: "start" | "end";
  /** Whether it stands in lines of its own below the mark. */
  readonly below: boolean;
  readonly lines: readonly (readonly TextRun[])[];
  /** The room of the widest line. */
  readonly width: number;
}

/** Between a mark and its label. */
const GAP = 7;

/**
 * Places the date and the words of an event in a row that is theirs alone, so that no two labels meet: on one line to the right of
 * the mark or to its left, on two lines there, or below it, wrapped to the drawing's width. Nothing goes beyond the drawing.
 * @param mark the left and right end of the mark
 */
export function placeLabel(
  date: string,
  words: string | undefined,
  mark: { readonly from: number; readonly to: number },
  { width, size }: Extent,
): PlacedLabel {
  const runs: TextRun[] = [{ text: date, strong: true }];
  if (words !== undefined) runs.push({ text: words, strong: false });
  const sides = [
    { x: mark.to + GAP, anchor: "start", room: width - mark.to - GAP },
    { x: mark.from - GAP, anchor: "end", room: mark.from - GAP },
  ] as const;
  const roomier = [...sides].sort((left, right) => right.room - left.room);
  const onOne = [runs];
  const onTwo = runs.map((run) => [run]);
  for (const [lines, order] of [[onOne, sides] as const, [onTwo, roomier] as const]) {
    const room = widest(lines, size);
    const side = order.find((one) => one.room >= room);
    if (side !== undefined) return { x: side.x, anchor: side.anchor, below: false, lines, width: room };
  }
  const lines = wrapRuns(runs, width, size);
  const room = widest(lines, size);
  return {
    x: Math.max(0, Math.min(mark.from, width - room)),
    anchor: "start",
    below: true,
    lines,
    width: room,
  };
}

function widest(lines: readonly (readonly TextRun[])[], size: number): number {
  return Math.max(0, ...lines.map((line) => widthOfRuns(line, size)));
}

// A source as a strip: its passages in order, those of one kind side by side drawn as one.

/** What the pack does with a passage. */
export type PassageUse = "quoted" | "summarised" | "official" | "neither";

/** Passages in a row of one kind, in per cent of the strip. */
export interface PassageRun {
  readonly use: PassageUse;
  readonly x: number;
  readonly width: number;
}

/** Cuts a strip of passages into runs; together they fill it. */
export function runsOfPassages(uses: readonly PassageUse[]): PassageRun[] {
  const starts = uses.flatMap((use, index) => (uses[index - 1] === use ? [] : [index]));
  return starts.flatMap((start, index): PassageRun[] => {
    const use = uses[start];
    if (use === undefined) return [];
    const x = percent(start, uses.length);
    return [{ use, x, width: round(percent(starts[index + 1] ?? uses.length, uses.length) - x) }];
  });
}

/** Lines between passages within the strip; none where they would be too near to each other to be told apart. */
export function bordersOfPassages(count: number): number[] {
  if (count > MOST_BORDERS) return [];
  return Array.from({ length: Math.max(count - 1, 0) }, (_, index) => percent(index + 1, count));
}

/** On a phone passages are then 5 pixels wide. */
const MOST_BORDERS = 60;

function percent(part: number, whole: number): number {
  return round((100 * part) / whole);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

// Finds straight lines that changed their colour: what is flat in both pictures was smoothed in neither.
import type { Picture } from "./palette-png.ts";

/**
 * How many pixels long a run must be, along a row or a column: no stem of a letter is so long at the sizes of text, nor does the
 * smoothing of a curve go on for so long in one colour.
 */
const SHORTEST = 24;

/** By how many levels of 255 a channel must differ: the palette of an approved picture may take 8, and smoothing a fourteenth of all. */
const LEVELS = 26;

/**
 * The pixels, counted row by row, of every run of one colour in `actual` and of one other in `approved`. A comparison pixel by pixel
 * takes a hairline between two grounds for the smoothed edge of one of them.
 */
export function findChangedLines(actual: Picture, approved: Picture): ReadonlySet<number> {
  const { width, height } = approved;
  const [now, before] = [readColours(actual), readColours(approved)];
  const found = new Set<number>();
  const follow = (start: number, step: number, length: number): void => {
    let first = 0;
    for (let at = 1; at <= length; at += 1) {
      const [pixel, head] = [start + at * step, start + first * step];
      if (at < length && now[pixel] === now[head] && before[pixel] === before[head]) continue;
      if (at - first >= SHORTEST && areApart(now[head] ?? 0, before[head] ?? 0)) {
        for (let each = first; each < at; each += 1) found.add(start + each * step);
      }
      first = at;
    }
  };
  for (let row = 0; row < height; row += 1) follow(row * width, 1, width);
  for (let column = 0; column < width; column += 1) follow(column, width, height);
  return found;
}

function readColours({ width, height, data }: Picture): Uint32Array {
  return Uint32Array.from(
    { length: width * height },
    (_, pixel) =>
      ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0),
  );
}

/** Whether a channel of two colours is further apart than that: a hue may change while the lightness stays. */
function areApart(one: number, other: number): boolean {
  return [16, 8, 0].some((shift) => Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)) > LEVELS);
}

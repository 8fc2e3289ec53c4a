// Compares a picture with the approved one: what a reader would see as different counts, what two rasterisers differ in does not.
import pixelmatch from "pixelmatch";
import { findChangedLines } from "./changed-lines.ts";
import type { Picture } from "./palette-png.ts";

/** What two pictures differ in. */
export interface Difference {
  /** How many pixels differ; every one of them where the sizes do. */
  readonly pixels: number;
  /** The approved picture, faint, with what differs in red. */
  readonly shown: Picture;
}

/** How far the colours of a pixel may be apart, as a share of black to white. A palette is nearer, and so is another processor. */
const THRESHOLD = 0.1;

/** How many pixels may differ by more; the smallest change of a letter is several times as many. */
export const TOLERATED = 3;

/** In the picture of differences: red, opaque. */
const RED = [255, 0, 0, 255];

/**
 * Compares two pictures. Pixels at the edges of glyphs that are only smoothed in another way are passed over; those of a line that
 * changed its colour are not.
 */
export function comparePictures(actual: Picture, approved: Picture): Difference {
  const { width, height } = approved;
  if (actual.width !== width || actual.height !== height) {
    return { pixels: width * height, shown: approved };
  }
  const data = new Uint8Array(width * height * 4);
  pixelmatch(actual.data, approved.data, data, width, height, {
    threshold: THRESHOLD,
    includeAA: false,
  });
  for (const pixel of findChangedLines(actual, approved)) data.set(RED, pixel * 4);
  return { pixels: countRed(data), shown: { width, height, data } };
}

/** What is alike is drawn in grey, and what is passed over in yellow. */
function countRed(data: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (RED.every((value, channel) => data[at + channel] === value)) count += 1;
  }
  return count;
}

// Proof that the PDF has the pages that were laid out, each in its size: what lies beyond a page is cut off.
import type { Problem } from "../../errors.ts";
import { printProblem } from "../print-problem.ts";

const POINTS_PER_PIXEL = 72 / 96;
const MM_PER_POINT = 25.4 / 72;
/** A browser rounds page sizes to whole pixels. */
const TOLERANCE = 2;

type Sizes = readonly (readonly [width: number, height: number])[];

/**
 * Every way in which the printed pages differ from those laid out.
 * @param laidOut in CSS pixels
 * @param printed in points
 */
export function checkPages(laidOut: Sizes, printed: Sizes): readonly Problem[] {
  if (laidOut.length !== printed.length) {
    return [
      printProblem(
        "wrong-page-count",
        `The PDF has ${printed.length} pages, but ${laidOut.length} were laid out`,
        "Let nothing stand outside the pages, and give the pages a size in @page.",
      ),
    ];
  }
  return laidOut.flatMap((size, index) => {
    const wanted = size.map((length) => length * POINTS_PER_PIXEL);
    const got = printed[index] ?? [0, 0];
    if (wanted.every((length, side) => Math.abs(length - (got[side] ?? 0)) <= TOLERANCE)) return [];
    return [
      printProblem(
        "wrong-page-size",
        `Page ${index + 1} is laid out as ${inMm(wanted)}, but printed as ${inMm(got)}`,
        "Use a browser that gives each page its own size (Chrome 131 or newer), or one size for all pages.",
      ),
    ];
  });
}

function inMm(lengths: readonly number[]): string {
  return `${lengths.map((length) => Math.round(length * MM_PER_POINT)).join(" × ")} mm`;
}

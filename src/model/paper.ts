// The paper that a pack is printed on.

/** The sizes of paper: ISO 216 A4, and North American Letter (ANSI/ASME Y14.1, size A). */
export const PAPERS = ["A4", "Letter"] as const;

/** A size of paper, as `pack.yaml` names it. */
export type Paper = (typeof PAPERS)[number];

/** How a pack is set on its sheets. */
export interface PageSetup {
  readonly paper: Paper;
  /** Whether sheets are larger than the pages and bear the marks at which they are cut. */
  readonly cropMarks: boolean;
}

/**
 * Around a page that will be cut, in millimetres: how far the sheet goes on, and how far colour at the edge of the page goes on, which
 * keeps a cut that is a little off from leaving white. `print-crop-marks.css` lays out the same.
 */
export const CROP_MARGINS = { sheet: 8, bleed: 3 } as const;

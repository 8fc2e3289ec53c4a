// Where text stands on a page, and how pieces of it join: a new line parts words, unless one was broken there.

/** A transformation as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. Taken apart by index: this is called for every piece of text. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  return [
    inner[0] * outer[0] + inner[1] * outer[2],
    inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2],
    inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
    inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
  ];
}

/** A piece of text and where it begins. */
export interface Run {
  readonly text: string;
  /** Page, counted from 1. */
  readonly page: number;
  /** Where the piece begins, in points of the page. */
  readonly x: number;
  readonly y: number;
  /** Height of the font, in points. */
  readonly size: number;
  /** The direction of the line, of length 1. */
  readonly along: readonly [x: number, y: number];
}

/** Makes a run from the matrix that text is shown with. */
export function placeRun(text: string, page: number, matrix: Matrix, fontSize: number): Run {
  const [a, b, c, d] = [matrix[0], matrix[1], matrix[2], matrix[3]];
  const length = Math.sqrt(a * a + b * b) || 1;
  const size = fontSize * Math.sqrt(c * c + d * d);
  return { text, page, x: matrix[4], y: matrix[5], size, along: [a / length, b / length] };
}

// A superscript rises by less than this part of the size; the next line stands further away.
const LINE = 0.7;
const SLIGHT = 0.2;

/** Whether `next` stands on another line than `last`. */
function isNewLine(last: Run, next: Run): boolean {
  if (last.page !== next.page) return true;
  const [dx, dy] = [next.x - last.x, next.y - last.y];
  const forward = dx * last.along[0] + dy * last.along[1];
  const aside = Math.abs(dx * last.along[1] - dy * last.along[0]);
  const size = Math.max(last.size, next.size);
  return aside > LINE * size || (aside > SLIGHT * size && forward <= 0);
}

const SOFT_HYPHEN = "\u00ad";
const HYPHEN_AT_END = /\p{L}[-\u2010\u2011]$/u;
const SPACE_AT_END = /\s$/;

/**
 * Joins the runs of a block of text. A new line is a blank, but not after a soft hyphen (where a word was
 * broken) nor between a hyphen and a letter. Soft hyphens are dropped.
 */
export function joinRuns(runs: readonly Run[]): string {
  let text = "";
  let last: Run | undefined;
  for (const run of runs) {
    if (run.text === "") continue;
    const isBroken = HYPHEN_AT_END.test(text.slice(-2)) && /^\p{L}/u.test(run.text);
    const isParted = SPACE_AT_END.test(text) || /^\s/.test(run.text) || text === "";
    if (last && isNewLine(last, run) && !text.endsWith(SOFT_HYPHEN) && !isBroken && !isParted) text += " ";
    text += run.text;
    last = run;
  }
  return text.replaceAll(SOFT_HYPHEN, "").replace(/\s+/g, " ").trim();
}

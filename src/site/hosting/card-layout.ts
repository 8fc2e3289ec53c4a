// Fits a text into a box: the largest size at which it fits, line by line, and cut where it fits at none.

/** Where a text must fit; lengths in pixels. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  /** Sizes to try, the largest first. */
  readonly sizes: readonly number[];
  /** The distance between lines, as a multiple of the size. */
  readonly leading: number;
}

/** A text that fits. */
export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The width of a line at a size, in pixels. */
export type MeasureText = (line: string, size: number) => number;

/**
 * Fits `text` into `box`, without breaking a word where a smaller size spares it. A word that is wider than the box at every size is
 * broken between characters, and what is left over at the smallest size is cut with an ellipsis.
 */
export function fitText(text: string, box: TextBox, measure: MeasureText): FittedText {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const tries = box.sizes.map((size) => {
    const fits = (line: string): boolean => measure(line, size) <= box.width;
    const lines = wrap(words, fits);
    return { size, lines, fits, room: lines.length <= capacity(box, size), whole: words.every(fits) };
  });
  const found = tries.find(({ room, whole }) => room && whole) ?? tries.find(({ room }) => room);
  if (found !== undefined) return { size: found.size, lines: found.lines };
  const smallest = tries.at(-1);
  if (smallest === undefined) throw new Error("A box for text needs a size.");
  const kept = smallest.lines.slice(0, Math.max(1, capacity(box, smallest.size)));
  return { size: smallest.size, lines: [...kept.slice(0, -1), cut(kept.at(-1) ?? "", smallest.fits)] };
}

function capacity({ height, leading }: TextBox, size: number): number {
  return Math.floor(height / (size * leading));
}

function wrap(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const piece of words.flatMap((word) => breakWord(word, fits))) {
    const last = lines.at(-1);
    const joined = `${last} ${piece}`;
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}

/** The pieces of a word, each of which fits unless it is a single character. */
function breakWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  for (const character of charactersOf(word)) {
    const last = pieces.at(-1);
    if (last !== undefined && fits(last + character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function cut(line: string, fits: (line: string) => boolean): string {
  const characters = charactersOf(line);
  while (characters.length > 0 && !fits(`${characters.join("").trimEnd()}…`)) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Characters as a reader counts them: a letter with its accents is one. */
function charactersOf(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(
    ({ segment }) => segment,
  );
}

// Finds in what order the strings of a block are read: lines that run from right to left are painted from left to right.
import { createDifference } from "./count-letters.ts";

/** What a block shows of one text in one line, in the order it is painted. */
export interface PaintedLine {
  /** The text of each string. */
  readonly strings: readonly string[];
  /** Whether what follows a string may be told apart from it. */
  readonly ends: readonly boolean[];
  /** Whether it may be told to read otherwise than it is painted. */
  readonly fixed: boolean;
}

/** Strings that read as they are painted, or that have a text which stands for them: from `first` to before `end`. */
export interface ReadStrings {
  readonly first: number;
  readonly end: number;
  readonly reads?: string;
}

/** Letters, with the place of each in the text that they are from. */
interface Letters {
  readonly letters: readonly string[];
  readonly places: readonly number[];
}

/** A line whose letters are not to be found in the text of its block: in what order it is read cannot be said. */
export const UNKNOWN = "unknown";

/**
 * What the strings of each line read as; undefined where all read as they are painted.
 * A line is a stretch of the text of its block, whatever the order of its letters: they are those of the text from where the line
 * before ended, as often as they stand there.
 * @param text the text of the block
 */
export function findLineOrder(
  lines: readonly PaintedLine[],
  text: string,
): readonly (readonly ReadStrings[] | typeof UNKNOWN | undefined)[] {
  const own = readLetters(text);
  let next = 0;
  return lines.map(({ strings, ends, fixed }) => {
    const shown = strings.map((string) => readLetters(string).letters);
    const letters = shown.flat();
    // What was taken for a line further on (the number of a list item) may have led too far.
    const found = findLetters(letters, own.letters, next) ?? findLetters(letters, own.letters, 0);
    if (found) next = found.end;
    if (fixed) return undefined;
    // One letter has no order.
    if (!found) return letters.length > 1 ? UNKNOWN : undefined;
    return readLine({ strings, ends }, shown, own, found, text);
  });
}

/** The letters of a text: without white space, signs that take no room, and what is put above and below letters. */
function readLetters(text: string): Letters {
  const letters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const letter of fold(character)) {
      letters.push(letter);
      places.push(place);
    }
    place += character.length;
  }
  return { letters, places };
}

function fold(character: string): string {
  if (/^[!-@[-`{-~]$/.test(character)) return character;
  const plain = character.normalize("NFKD").toUpperCase().toLowerCase();
  return plain.replace(/\u2010/g, "-").replace(/[\s\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}]+/gu, "");
}

/** So few letters may stand anywhere in a text: they are looked for only where the line before ended. */
const TELLING = 4;

interface Found {
  readonly start: number;
  readonly end: number;
}

/** Where letters stand in a text, in whatever order; a hyphen may be one that the browser put there. */
function findLetters(wanted: readonly string[], own: readonly string[], from: number): Found | undefined {
  const hyphen = wanted.indexOf("-");
  const sought = hyphen < 0 ? [wanted] : [wanted, wanted.toSpliced(hyphen, 1)];
  for (const letters of sought) {
    if (letters.length === 0) continue;
    const furthest = letters.length < TELLING ? from : own.length;
    const start = findAnagram(letters, own, from, furthest);
    if (start >= 0) return { start, end: start + letters.length };
  }
  return undefined;
}

/** The first place, up to the furthest, at which a text has the letters in whatever order; -1 if there is none. */
function findAnagram(
  letters: readonly string[],
  own: readonly string[],
  from: number,
  furthest: number,
): number {
  const difference = createDifference();
  for (const letter of letters) difference.add(letter);
  const last = Math.min(furthest, own.length - letters.length);
  for (let at = from; at < from + letters.length; at += 1) difference.take(own[at]);
  for (let start = from; start <= last; start += 1) {
    if (difference.isNone()) return start;
    difference.add(own[start]);
    difference.take(own[start + letters.length]);
  }
  return -1;
}

/**
 * What the strings of a line read as, in as small pieces as can be told apart: the letters of each are those of a stretch of the text.
 * Undefined where all read as they are painted.
 */
function readLine(
  { strings, ends }: Omit<PaintedLine, "fixed">,
  shown: readonly (readonly string[])[],
  { letters, places }: Letters,
  { start, end }: Found,
  text: string,
): readonly ReadStrings[] | undefined {
  const pieces: ReadStrings[] = [];
  let [first, from, at] = [0, start, start];
  const difference = createDifference();
  for (const [string, own] of shown.entries()) {
    const isLast = string === shown.length - 1;
    for (const letter of own) {
      difference.add(letter);
      // A hyphen that the browser put there has no letter in the text.
      if (at < end) difference.take(letters[at]);
      at += 1;
    }
    if (!isLast && !(ends[string] && difference.isNone())) continue;
    const to = Math.min(at, end);
    const painted = shown.slice(first, string + 1).flat();
    const last = pieces.at(-1);
    if (painted.every((letter, index) => letter === letters[from + index])) {
      if (last && last.reads === undefined) pieces.splice(-1, 1, { ...last, end: string + 1 });
      else pieces.push({ first, end: string + 1 });
    } else {
      // With the white space behind it, as the document has it, where that is not shown with what follows.
      const own = text.slice(places[from], places[to] ?? text.length);
      const reads = own.replace(/\u00ad/g, "").replace(/[ \t\n\r\f]+/g, " ");
      const isWhole = to === letters.length || /^\s/.test(strings[string + 1] ?? "");
      pieces.push({ first, end: string + 1, reads: isWhole ? reads.trimEnd() : reads });
    }
    [first, from] = [string + 1, to];
  }
  return pieces.some(({ reads }) => reads !== undefined) ? pieces : undefined;
}

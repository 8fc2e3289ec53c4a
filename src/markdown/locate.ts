// Finds where in a text something stands that the parser knows only by its block and its words.

/** A place in a text, both counted from 1; a column counts UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The first line of a block and the line after its last, counted from 0, as markdown-it's `map` has them. */
export type BlockLines = readonly [start: number, end: number] | null;

/** Finds snippets in the order of the text: a search goes on from where the last one came to. */
export interface Locator {
  /** Where something begins that holds other things; `other` is looked for where it does not stand literally. */
  readonly find: (raw: string, block: BlockLines, other?: string) => TextPosition;
  /** Where something begins that holds nothing else; the search goes on behind it. */
  readonly take: (raw: string, block: BlockLines) => TextPosition;
  /** Goes on behind a piece of plain text, where it stands near. */
  readonly pass: (raw: string, block: BlockLines) => void;
}

/** How far markup such as the address of a link may reach between two pieces of text. */
const NEAR = 2_000;

/**
 * Makes a locator for a text. Straight and typographic quotation marks are taken for each other, as the parser changes them. A
 * snippet that does not stand in its block literally is placed at the start of the block.
 */
export function createLocator(text: string): Locator {
  const folded = foldMarks(text);
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  let cursor = 0;

  const boundsOf = (block: BlockLines): readonly [number, number] => [
    starts[block?.[0] ?? 0] ?? 0,
    starts[block?.[1] ?? starts.length] ?? text.length,
  ];
  const search = (raw: string, block: BlockLines): number => {
    const [from, to] = boundsOf(block);
    const wanted = firstLine(raw);
    if (wanted === "") return -1;
    const inBlock = cursor > from && cursor < to ? indexWithin(folded, wanted, cursor, to) : -1;
    return inBlock >= 0 ? inBlock : indexWithin(folded, wanted, from, to);
  };
  const startOf = (block: BlockLines): number => {
    const [from, to] = boundsOf(block);
    return from + (/^[ \t]*/.exec(text.slice(from, to))?.[0].length ?? 0);
  };
  return {
    find: (raw, block, other = "") => {
      const first = search(raw, block);
      const at = first >= 0 ? first : search(other, block);
      if (at >= 0) cursor = at;
      return positionOf(starts, at >= 0 ? at : startOf(block));
    },
    take: (raw, block) => {
      const at = search(raw, block);
      if (at >= 0) cursor = at + firstLine(raw).length;
      return positionOf(starts, at >= 0 ? at : startOf(block));
    },
    pass: (raw, block) => {
      const [from, to] = boundsOf(block);
      const begin = cursor > from && cursor < to ? cursor : from;
      const wanted = foldMarks(raw);
      const at = indexWithin(folded, wanted, begin, Math.min(to, begin + wanted.length + NEAR));
      if (at >= 0) cursor = at + wanted.length;
    },
  };
}

function firstLine(raw: string): string {
  return foldMarks(raw.split("\n", 1)[0] ?? "");
}

/** One character stands for one, so that positions stay. */
function foldMarks(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

function indexWithin(text: string, wanted: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf(wanted);
  return at < 0 ? -1 : from + at;
}

function positionOf(starts: readonly number[], at: number): TextPosition {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

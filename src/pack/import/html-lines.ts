// The lines of a saved page on which its blocks of text begin: the DOM does not say where a node stood in its file.
import { parsePage, readBlocks } from "./html-blocks.ts";

/**
 * A mark carries a line number in white space, so that a page with marks has the same blocks as the page itself: the digits are the
 * spaces U+2000 to U+2009, between line separators, which a decoded document does not hold.
 */
const EDGE = "\u2028";
const FIRST_DIGIT = 0x2000;

/** The line on which each block of a page begins, counted from 1; in the order in which `readBlocks` gives them. */
export function findBlockLines(html: string): readonly number[] {
  return readBlocks(parsePage(markTags(html))).map(({ raw }) => firstLine(raw));
}

/**
 * Text begins after a tag, so every end of a tag gets a mark, unless another tag follows. In the value of an attribute or in a
 * comment a mark is not seen.
 */
function markTags(html: string): string {
  let line = 1;
  return html.replace(/\n|>(?=\s*(?:[^\s<]|<[^a-z/!?]))/gi, (sign) => {
    if (sign === ">") return `>${mark(line)}`;
    line += 1;
    return sign;
  });
}

function mark(line: number): string {
  const digits = Array.from(String(line), (digit) => String.fromCharCode(FIRST_DIGIT + Number(digit)));
  return EDGE + digits.join("") + EDGE;
}

/** The line of the first character that is no white space. */
function firstLine(raw: string): number {
  let line = 1;
  for (const [sign, digits] of raw.matchAll(/\u2028([\u2000-\u2009]+)\u2028|\n|\S/gu)) {
    if (digits !== undefined) {
      line = Number(Array.from(digits, (digit) => digit.charCodeAt(0) - FIRST_DIGIT).join(""));
    } else if (sign === "\n") line += 1;
    else break;
  }
  return line;
}

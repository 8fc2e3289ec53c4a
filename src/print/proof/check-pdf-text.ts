// Proof that what was laid out is in the PDF: the text of its content is compared with that of the pages.
import type { Place, Problem } from "../../errors.ts";
import type { FragmentText } from "../pdf/fragment.ts";
import { printProblem } from "../print-problem.ts";
import { quoteFrom } from "./normalise-text.ts";
import { placeOf } from "./place-of.ts";
import type { PagedText, SourceText } from "./printed-text.ts";

/**
 * Text that is on the pages as they were laid out but not in the PDF.
 *
 * A glyph that a font lacks is counted exactly. For the rest, a block is lost when most of its words are not on its
 * page and the page lacks as many characters: fonts may draw several letters as one glyph that maps back to none of
 * them, which must raise no alarm. Scripts whose letters change shape or place are held to their glyphs alone.
 */
export function checkPdfText(
  texts: PagedText["texts"],
  pdf: readonly FragmentText[],
  places: SourceText["places"] = {},
  before = 0,
): readonly Problem[] {
  return [...groupByPage(texts, places)].flatMap(([number, blocks]) => {
    const page = pdf[number - before - 1] ?? { text: "", missingGlyphs: 0 };
    const printed = fold(page.text);
    return [
      ...checkGlyphs(number, page.missingGlyphs, blocks, printed),
      ...checkBlocks(number, blocks, printed),
    ];
  });
}

/** What a page holds of a block. */
interface Block {
  readonly text: string;
  /** The part of the pack it stands in; empty if none. */
  readonly part: string;
  readonly place: Place | undefined;
}

/** The blocks of each page, by the page's number. */
function groupByPage(
  texts: PagedText["texts"],
  places: SourceText["places"],
): ReadonlyMap<number, readonly Block[]> {
  const pages = new Map<number, Map<string, Block>>();
  for (const { unit, text, page, part } of texts) {
    const blocks = pages.get(page) ?? new Map<string, Block>();
    const known = blocks.get(unit);
    const block = {
      text: (known?.text ?? "") + text,
      part: known?.part || part,
      place: placeOf({ places }, unit),
    };
    pages.set(page, blocks.set(unit, block));
  }
  return new Map([...pages].map(([page, blocks]) => [page, [...blocks.values()]]));
}

/** Where a block is to be looked for. */
function namePlace(page: number, block: Block | undefined): string {
  return block?.part ? `page ${page} in the part ${block.part}` : `page ${page}`;
}

const MOST_NAMED = 8;

function checkGlyphs(
  number: number,
  missing: number,
  blocks: readonly Block[],
  printed: string,
): readonly Problem[] {
  if (missing === 0) return [];
  const suspects = blocks.map((block) => {
    const characters = [...new Set(fold(block.text))].filter((character) => !printed.includes(character));
    return { block, characters };
  });
  const characters = [...new Set(suspects.flatMap((suspect) => suspect.characters))];
  const named = characters.slice(0, MOST_NAMED).map((character) => `${character} (${codePoint(character)})`);
  const more = characters.length > MOST_NAMED ? ", …" : "";
  const first = suspects.find((suspect) => suspect.characters.length > 0)?.block;
  const which = named.length > 0 ? `, it seems for ${named.join(", ")}${more}` : "";
  const where = first === undefined ? "" : `: “${quoteFrom(first.text, 0)}”`;
  const signs = missing === 1 ? "a character" : `${missing} characters`;
  return [
    printProblem(
      "glyph-missing",
      `No font has a picture for ${signs} on ${namePlace(number, first)}${which}, so a reader would see nothing there${where}`,
      "Name a font in the document’s styles that has these characters, or install one on this machine (Debian: the packages fonts-noto-*).",
      first?.place,
    ),
  ];
}

function checkBlocks(number: number, blocks: readonly Block[], printed: string): readonly Problem[] {
  const lacking = countLacking(blocks.map(({ text }) => fold(text)).join(""), printed);
  return blocks.flatMap((block) => {
    const { text } = block;
    const words = text.split(/\s+/u).map(fold).filter(isPlain);
    const found = words.filter((word) => printed.includes(word)).length;
    if (words.length === 0 || found * 2 >= words.length || lacking * 2 < words.join("").length) return [];
    return [
      printProblem(
        "text-lost",
        `Text laid out on ${namePlace(number, block)} is not in the PDF: “${quoteFrom(text, 0)}”`,
        "Look for styles that keep the text from being painted (opacity, clip-path, content-visibility, transforms).",
        block.place,
      ),
    ];
  });
}

/** How many of the characters of a text are not among those of another, each counted as often as it stands there. */
function countLacking(wanted: string, given: string): number {
  const left = new Map<string, number>();
  for (const character of given) left.set(character, (left.get(character) ?? 0) + 1);
  let lacking = 0;
  for (const character of wanted) {
    const count = left.get(character) ?? 0;
    if (count === 0) lacking += 1;
    else left.set(character, count - 1);
  }
  return lacking;
}

/** Whether a word is in scripts that are drawn letter by letter, in the order of reading. */
function isPlain(word: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}\p{P}\p{S}]+$/u.test(
    word,
  );
}

/** Text without what styles and fonts may change: case, compatibility forms, marks, white space, hyphens. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\u2010-]+/gu, "");
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

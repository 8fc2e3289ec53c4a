// Gives back the white space that the browser drops at the end of a line, so that words do not run together.
import { writeUtf16 } from "../parse/pdf-text-string.ts";
import { alignText, LetterCollector } from "./align-text.ts";
import type { Edit } from "./mark-content.ts";
import type { ContentStream, ShownString } from "./page-content.ts";
import { measureLine } from "./scan-operators.ts";

/** A block: what it shows, in reading order, and its text in the document. */
export interface ShownBlock {
  readonly shown: readonly ShownString[];
  /** The text of each of its text nodes. */
  readonly texts: readonly string[];
}

/** Adds an edit of a stream. */
export type AddEdit = (stream: ContentStream, edit: Edit) => void;

const HYPHEN = /[-\u2010]/;

/**
 * Finds where the document has white space between two shown letters and the page shows none, and adds it: the
 * font's own blank behind the last glyph of a line, or else replacement text for it. A hyphen that stands at a
 * line's end and not in the document becomes a soft one (ISO 32000-1, 14.8.2.2.3). A text that does not agree
 * with the document's is left as far as it does not.
 */
export function restoreBlanks({ shown, texts }: ShownBlock, addEdit: AddEdit): void {
  const own = new LetterCollector();
  const nodeStarts = new Set<number>();
  for (const text of texts) {
    nodeStarts.add(own.count);
    own.add(text);
  }
  const seen = new LetterCollector();
  /** For each letter, the string it is in and its glyph there. */
  const [stringOf, glyphOf]: [number[], number[]] = [[], []];
  for (let string = 0; string < shown.length; string += 1) {
    const glyphs = shown[string]?.glyphs ?? [];
    for (let glyph = 0; glyph < glyphs.length; glyph += 1) {
      seen.add(glyphs[glyph] ?? "");
      while (stringOf.length < seen.count) {
        stringOf.push(string);
        glyphOf.push(glyph);
      }
    }
  }
  const letters = seen.text;
  const partners = alignText(letters, own.text);
  let before = -1;
  for (let letter = 0; letter < partners.length; letter += 1) {
    const partner = partners[letter] ?? -1;
    if (partner < 0) continue;
    // Within one string the browser shows all blanks.
    if (before >= 0 && letter > 0 && stringOf[letter - 1] !== stringOf[letter] && !seen.blankBefore[letter]) {
      const [from, to] = [shown[stringOf[letter - 1] ?? -1], shown[stringOf[letter] ?? -1]];
      const lastGlyph = glyphOf[letter - 1] ?? 0;
      const [previous, added] = [partners[letter - 1] ?? -1, letters[letter - 1] ?? ""];
      const generated = previous < 0 && partner === before + 1;
      if (!from || !to) continue;
      if (isBlankBetween(own, before, partner)) addBlank(from, lastGlyph, addEdit);
      else if (generated && HYPHEN.test(added) && isNewLine(from, to)) softenHyphen(from, lastGlyph, addEdit);
      else if (
        from.page === to.page &&
        nodeStarts.has(partner) &&
        isNewLine(from, to) &&
        !HYPHEN.test(added)
      ) {
        // Two text nodes on two lines: a line break stands between them.
        addBlank(from, lastGlyph, addEdit);
      }
    }
    before = partner;
  }
  const end = shown.at(-1);
  if (before >= 0 && own.endsBlank && !seen.endsBlank && end) addBlank(end, end.glyphs.length - 1, addEdit);
}

/** Adds white space behind all that a string shows. */
export function appendBlank(shown: ShownString, addEdit: AddEdit): void {
  addBlank(shown, shown.glyphs.length - 1, addEdit);
}

function isBlankBetween(own: LetterCollector, before: number, partner: number): boolean {
  for (let at = before + 1; at <= partner; at += 1) if (own.blankBefore[at]) return true;
  return false;
}

/** Whether one string is on another line than the string before; raised or lowered letters are not. */
function isNewLine(
  from: ShownString & { readonly page: number },
  to: ShownString & { readonly page: number },
) {
  if (from.page !== to.page) return true;
  const down = Math.abs(to.y - from.y);
  if (down > 0.8 * Math.max(from.size, to.size)) return true;
  return down > 0 && to.x <= from.x + measureLine(from.stream.text, from);
}

function addBlank(shown: ShownString, glyph: number, addEdit: AddEdit): void {
  const { stream, digitsEnd, end, font, replaced } = shown;
  const isLast = glyph === shown.glyphs.length - 1;
  if (isLast && font.blank && !replaced) addEdit(stream, { at: digitsEnd, end: digitsEnd, text: font.blank });
  else if (isLast && font.blank) addEdit(stream, { at: end, end, text: ` <${font.blank}> Tj` });
  else if (!replaced) replaceGlyph(shown, glyph, `${shown.glyphs[glyph]} `, addEdit);
}

function softenHyphen(shown: ShownString, glyph: number, addEdit: AddEdit): void {
  if (!shown.replaced) replaceGlyph(shown, glyph, "\u00ad", addEdit);
}

/** Shows one glyph apart, with text that stands for it. */
function replaceGlyph(shown: ShownString, glyph: number, text: string, addEdit: AddEdit): void {
  const { stream, font, end } = shown;
  const { at, digitsEnd } = findGlyph(shown, glyph);
  const showEnd = stream.text.indexOf("Tj", digitsEnd) + "Tj".length;
  const [code, rest] = [
    stream.text.slice(at, at + font.digits),
    stream.text.slice(at + font.digits, digitsEnd),
  ];
  const parts = [
    `> Tj\n/Span<</ActualText<${writeUtf16(text)}>>>BDC\n<${code}> Tj\nEMC`,
    rest === "" ? "" : `\n<${rest}> Tj`,
  ];
  addEdit(stream, { at, end: Math.min(showEnd, end), text: parts.join("") });
}

/** Where the digits of a glyph begin, and where those of its string end. */
function findGlyph(
  { stream: { text }, font, start, end }: ShownString,
  glyph: number,
): { readonly at: number; readonly digitsEnd: number } {
  let before = 0;
  for (let open = text.indexOf("<", start); open >= 0 && open < end; ) {
    const close = text.indexOf(">", open);
    const count = Math.floor((close - open - 1) / font.digits);
    if (glyph < before + count) return { at: open + 1 + (glyph - before) * font.digits, digitsEnd: close };
    before += count;
    open = text.indexOf("<", close);
  }
  throw new Error(`There is no glyph ${glyph} in what is shown.`);
}

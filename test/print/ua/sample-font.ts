// Puts a TrueType font into a PDF by hand, as a composite font with all that PDF/UA asks for.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PDFContext, PDFDict, PDFRef } from "@cantoo/pdf-lib";
import { PDFString } from "@cantoo/pdf-lib";
import { readSfnt } from "./read-sfnt.ts";
import { unpackWoff } from "./unpack-woff.ts";

/** A font in a PDF. */
export interface SampleFont {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly descendant: PDFDict;
  readonly descriptor: PDFDict;
  /** The string that shows a text, in hexadecimal with its brackets. */
  encode(text: string): string;
  /** Width of a text, in thousandths of the size. */
  measure(text: string): number;
}

const CHARACTERS = " !\"'(),-.0123456789:;ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u2013";

/** Embeds DejaVu Sans. */
export async function embedSampleFont(context: PDFContext): Promise<SampleFont> {
  const path = createRequire(import.meta.url).resolve(
    "@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff",
  );
  const program = unpackWoff(await readFile(path));
  const sfnt = readSfnt(program);
  if (!sfnt) throw new Error("The font is no TrueType font.");
  const glyphs = new Map([...CHARACTERS].map((char) => [char, sfnt.glyphOf(char.charCodeAt(0))]));
  const toHex = (code: number) => code.toString(16).padStart(4, "0");
  const glyphOf = (char: string): number => {
    const glyph = glyphs.get(char);
    if (!glyph) throw new Error(`The font of the sample has no "${char}".`);
    return glyph;
  };
  const descriptor = context.obj({
    Type: "FontDescriptor",
    FontName: "AAAAAA+DejaVuSans",
    Flags: 4,
    FontBBox: [-1000, -400, 2000, 1200],
    ItalicAngle: 0,
    Ascent: 928,
    Descent: -236,
    CapHeight: 729,
    StemV: 80,
    FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
  });
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: "AAAAAA+DejaVuSans",
    CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
    CIDToGIDMap: "Identity",
    FontDescriptor: context.register(descriptor),
    DW: 1000,
    W: [...glyphs.values()].flatMap((glyph) => [glyph, [sfnt.widthOf(glyph)]]),
  });
  const rows = [...glyphs].map(([char, glyph]) => `<${toHex(glyph)}> <${toHex(char.charCodeAt(0))}>`);
  const map = `begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${rows.length} beginbfchar\n${rows.join("\n")}\nendbfchar\nendcmap`;
  const dict = context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: "AAAAAA+DejaVuSans",
    Encoding: "Identity-H",
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.stream(map)),
  });
  return {
    ref: context.register(dict),
    dict,
    descendant,
    descriptor,
    encode: (text) => `<${[...text].map((char) => toHex(glyphOf(char))).join("")}>`,
    measure: (text) => [...text].reduce((sum, char) => sum + sfnt.widthOf(glyphOf(char)), 0),
  };
}

// Reads a font of a PDF: how its strings are cut into codes, what text and glyph each code stands for.
import { PDFArray, type PDFDict, PDFNumber, type PDFRawStream } from "@cantoo/pdf-lib";
import { bytesOf, dictAt, itemsAt, nameAt, numberAt, streamAt, toDict, toName } from "./read-objects.ts";
import { readSfnt, type Sfnt } from "./read-sfnt.ts";
import { readUnicodeMap } from "./read-unicode-map.ts";

/** A font as the content and the checks use it. */
export interface Font {
  /** The name, with its subset tag. */
  readonly name: string;
  readonly subtype: string;
  /** 2 for a composite font, else 1. */
  readonly codeLength: number;
  /** The encoding of a composite font; empty where it is a CMap stream or missing. */
  readonly encoding: string;
  readonly isEmbedded: boolean;
  /** Whether a composite font says how its characters become glyphs (CIDToGIDMap), or need not. */
  readonly mapsGlyphs: boolean;
  /** The text of each code; undefined without a ToUnicode entry. */
  readonly texts: ReadonlyMap<number, string> | undefined;
  /** The embedded TrueType program, if it is one. */
  readProgram(): Sfnt | undefined;
  /** The glyph a code shows; undefined where this is not looked into. */
  glyphOf(code: number): number | undefined;
  /** The width the PDF states for a code, in thousandths of an em; undefined for a simple font. */
  widthOf(code: number): number | undefined;
}

/** Reads the dictionary of a font. */
export function readFont(dict: PDFDict): Font {
  const subtype = nameAt(dict, "Subtype") ?? "";
  const first = itemsAt(dict, "DescendantFonts")[0];
  const descendant = first && toDict(dict.context.lookup(first));
  const isComposite = subtype === "Type0";
  const inner = (isComposite ? descendant : dict) ?? dict;
  const descriptor = dictAt(inner, "FontDescriptor");
  const program = ["FontFile2", "FontFile3", "FontFile"]
    .map((key) => descriptor && streamAt(descriptor, key))
    .find((stream) => stream !== undefined);
  const toUnicode = streamAt(dict, "ToUnicode");
  const toGlyph = streamAt(inner, "CIDToGIDMap");
  const isTrueType = isComposite && nameAt(inner, "Subtype") === "CIDFontType2";
  const glyphs = once(() => toGlyph && bytesOf(toGlyph));
  const widths = once(() => readWidths(inner));
  return {
    name: nameAt(dict, "BaseFont") ?? nameAt(dict, "Name") ?? "without a name",
    subtype,
    codeLength: isComposite ? 2 : 1,
    encoding: nameAt(dict, "Encoding") ?? "",
    isEmbedded: program !== undefined,
    mapsGlyphs: !isTrueType || toGlyph !== undefined || nameAt(inner, "CIDToGIDMap") === "Identity",
    texts: toUnicode && readUnicodeMap(bytesOf(toUnicode)),
    readProgram: once(() => readProgram(program)),
    glyphOf: (code) => {
      if (!isComposite) return isNamedNotdef(dict, code) ? 0 : undefined;
      const map = glyphs();
      return map ? ((map[code * 2] ?? 0) << 8) | (map[code * 2 + 1] ?? 0) : code;
    },
    widthOf: (code) => (isComposite ? (widths().get(code) ?? numberAt(inner, "DW") ?? 1000) : undefined),
  };
}

function readProgram(stream: PDFRawStream | undefined): Sfnt | undefined {
  return stream && readSfnt(bytesOf(stream));
}

/** The W array of a CIDFont (ISO 32000-1, 9.7.4.3). */
function readWidths(font: PDFDict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = itemsAt(font, "W").map((item) => font.context.lookup(item));
  const numberOf = (item: (typeof items)[number]): number =>
    item instanceof PDFNumber ? item.asNumber() : Number.NaN;
  for (let index = 0; index + 1 < items.length; ) {
    const [first, second] = [numberOf(items[index]), items[index + 1]];
    if (second instanceof PDFArray) {
      for (const [offset, width] of second.asArray().entries()) {
        widths.set(first + offset, numberOf(font.context.lookup(width)));
      }
      index += 2;
    } else {
      for (let code = first; code <= numberOf(second); code += 1)
        widths.set(code, numberOf(items[index + 2]));
      index += 3;
    }
  }
  return widths;
}

/** Whether the encoding of a simple font gives this code the name .notdef (Differences, ISO 32000-1, 9.6.6). */
function isNamedNotdef(font: PDFDict, code: number): boolean {
  const encoding = dictAt(font, "Encoding");
  let next = 0;
  for (const item of encoding ? itemsAt(encoding, "Differences") : []) {
    if (item instanceof PDFNumber) next = item.asNumber();
    else {
      if (next === code) return toName(item) === ".notdef";
      next += 1;
    }
  }
  return false;
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

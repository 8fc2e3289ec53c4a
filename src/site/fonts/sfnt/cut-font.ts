// A TrueType font with no more than the glyphs that draw certain characters. Nothing is shaped: each character is one glyph.
import { cutGlyph, readComponents } from "./cut-glyph.ts";
import { cutNames } from "./cut-names.ts";
import { readGlyphIds } from "./read-glyph-ids.ts";
import { type Tables, tableOf } from "./read-woff.ts";

/** A font that was cut. */
export interface CutFont {
  /** The characters that it draws, in order; those that the whole font lacks are not among them. */
  readonly codePoints: readonly number[];
  readonly tables: Tables;
}

/** Cuts a font to the characters that are asked for. */
export function cutFont(tables: Tables, wanted: readonly number[]): CutFont {
  const glyphIdOf = readGlyphIds(tableOf(tables, "cmap"));
  const codePoints = [...new Set(wanted)]
    .sort((a, b) => a - b)
    .filter((codePoint) => glyphIdOf(codePoint) !== 0);
  const outlineOf = readOutlines(tables);
  const old = gatherGlyphs(codePoints.map(glyphIdOf), outlineOf);
  const newIds = new Map(old.map((glyph, index) => [glyph, index]));
  const newId = (glyph: number): number => newIds.get(glyph) ?? 0;
  const outlines = old.map((glyph) => cutGlyph(outlineOf(glyph), newId));
  return {
    codePoints,
    tables: new Map([
      ["OS/2", tableOf(tables, "OS/2")],
      ["cmap", writeGlyphIds(codePoints.map((codePoint) => [codePoint, newId(glyphIdOf(codePoint))]))],
      ["glyf", Buffer.concat(outlines)],
      ["head", altered(tableOf(tables, "head"), (head) => head.writeInt16BE(1, 50))],
      ["hhea", altered(tableOf(tables, "hhea"), (hhea) => hhea.writeUInt16BE(old.length, 34))],
      ["hmtx", Buffer.concat(old.map((glyph) => readMetric(tables, glyph)))],
      ["loca", writePlaces(outlines)],
      ["maxp", altered(tableOf(tables, "maxp"), (maxp) => maxp.writeUInt16BE(old.length, 4))],
      ["name", cutNames(tableOf(tables, "name"))],
      ["post", withoutGlyphNames(tableOf(tables, "post"))],
    ]),
  };
}

/** The glyph for what is missing, those asked for, and all that they are put together from. */
function gatherGlyphs(glyphs: readonly number[], outlineOf: (glyph: number) => Buffer): number[] {
  const gathered = new Set([0, ...glyphs]);
  // A set that grows while it is walked through is walked through to its new end.
  for (const glyph of gathered) for (const part of readComponents(outlineOf(glyph))) gathered.add(part);
  return [...gathered];
}

function readOutlines(tables: Tables): (glyph: number) => Buffer {
  const [glyf, loca] = [tableOf(tables, "glyf"), tableOf(tables, "loca")];
  const long = tableOf(tables, "head").readInt16BE(50) === 1;
  const placeOf = (glyph: number): number =>
    long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  return (glyph) => glyf.subarray(placeOf(glyph), placeOf(glyph + 1));
}

function readMetric(tables: Tables, glyph: number): Buffer {
  const hmtx = tableOf(tables, "hmtx");
  const full = tableOf(tables, "hhea").readUInt16BE(34);
  if (glyph < full) return hmtx.subarray(glyph * 4, glyph * 4 + 4);
  const bearing = full * 4 + (glyph - full) * 2;
  return Buffer.concat([hmtx.subarray(full * 4 - 4, full * 4 - 2), hmtx.subarray(bearing, bearing + 2)]);
}

/** A “cmap” of one subtable, format 12: groups of characters that follow one another, here each of one. */
function writeGlyphIds(pairs: readonly (readonly [codePoint: number, glyph: number])[]): Buffer {
  const table = Buffer.alloc(28 + pairs.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(pairs.length, 24);
  for (const [index, [codePoint, glyph]] of pairs.entries()) {
    for (const [place, value] of [codePoint, codePoint, glyph].entries()) {
      table.writeUInt32BE(value, 28 + index * 12 + place * 4);
    }
  }
  return table;
}

function writePlaces(outlines: readonly Buffer[]): Buffer {
  const table = Buffer.alloc((outlines.length + 1) * 4);
  let place = 0;
  for (const [index, outline] of outlines.entries()) {
    place += outline.length;
    table.writeUInt32BE(place, (index + 1) * 4);
  }
  return table;
}

/** A “post” of version 3, which has no names of glyphs. */
function withoutGlyphNames(post: Buffer): Buffer {
  return altered(post.subarray(0, 32), (table) => table.writeUInt32BE(0x0003_0000, 0));
}

function altered(table: Buffer, alter: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table);
  alter(copy);
  return copy;
}

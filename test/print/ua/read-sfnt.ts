// Reads what the checks need of a TrueType font program: how many glyphs, which are empty, how wide, which for a character.

/** A font program, read on demand. */
export interface Sfnt {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Whether the program has outlines that `isEmpty` can look at. */
  readonly hasOutlines: boolean;
  /** Whether the glyph draws nothing. */
  isEmpty(glyph: number): boolean;
  /** Advance width in thousandths of an em. */
  widthOf(glyph: number): number;
  /** The glyph of a character of the basic plane; 0 if there is none. */
  glyphOf(character: number): number;
}

/** Reads a font program; undefined if it is none of this kind. */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || ![0x00010000, 0x74727565].includes(view.getUint32(0))) return undefined;
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    tables.set(String.fromCharCode(...bytes.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  }
  const [head, maxp, hhea, hmtx] = ["head", "maxp", "hhea", "hmtx"].map((tag) => tables.get(tag));
  if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined) return undefined;
  const [loca, cmap] = [tables.get("loca"), tables.get("cmap")];
  const unitsPerEm = view.getUint16(head + 18);
  const isLong = view.getInt16(head + 50) === 1;
  const metricCount = view.getUint16(hhea + 34);
  const placeOf = (index: number): number =>
    isLong ? view.getUint32((loca ?? 0) + index * 4) : view.getUint16((loca ?? 0) + index * 2) * 2;
  return {
    unitsPerEm,
    glyphCount: view.getUint16(maxp + 4),
    hasOutlines: loca !== undefined,
    isEmpty: (glyph) => placeOf(glyph) === placeOf(glyph + 1),
    widthOf: (glyph) => (view.getUint16(hmtx + Math.min(glyph, metricCount - 1) * 4) / unitsPerEm) * 1000,
    glyphOf: (character) => (cmap === undefined ? 0 : findGlyph(view, cmap, character)),
  };
}

/** Looks a character up in the first sub-table of format 4. */
function findGlyph(view: DataView, cmap: number, character: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const table = cmap + view.getUint32(cmap + 8 + index * 8);
    if (view.getUint16(table) !== 4) continue;
    const span = view.getUint16(table + 6);
    for (let offset = 0; offset < span; offset += 2) {
      if (view.getUint16(table + 14 + offset) < character) continue;
      const start = view.getUint16(table + 16 + span + offset);
      if (start > character) return 0;
      const delta = view.getUint16(table + 16 + span * 2 + offset);
      const rangeAt = table + 16 + span * 3 + offset;
      const range = view.getUint16(rangeAt);
      if (range === 0) return (character + delta) & 0xffff;
      const glyph = view.getUint16(rangeAt + range + (character - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return 0;
}

// Which glyph of a font draws which character (OpenType, “cmap”, format 4).

/** The glyph of a code point; 0 where the font has none. Characters beyond U+FFFF have none here. */
export function readGlyphIds(cmap: Buffer): (codePoint: number) => number {
  const at = findFormat4(cmap);
  if (at === undefined) return () => 0;
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4];
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (codePoint > cmap.readUInt16BE(ends + segment * 2)) continue;
      const start = cmap.readUInt16BE(starts + segment * 2);
      if (codePoint < start) return 0;
      const delta = cmap.readUInt16BE(deltas + segment * 2);
      const place = offsets + segment * 2;
      const offset = cmap.readUInt16BE(place);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = cmap.readUInt16BE(place + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function findFormat4(cmap: Buffer): number | undefined {
  const count = cmap.readUInt16BE(2);
  return Array.from({ length: count }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4)).find(
    (offset) => cmap.readUInt16BE(offset) === 4,
  );
}

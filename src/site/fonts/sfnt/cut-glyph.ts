// One outline of a TrueType font (OpenType, “glyf”), taken out of its font: without instructions, its components numbered anew.

const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX, INSTRUCTIONS] = [0x1, 0x8, 0x20, 0x40, 0x80, 0x100] as const;

/** One component of a glyph that is put together from others. */
interface Component {
  /** Where its flags stand. */
  readonly at: number;
  readonly flags: number;
  readonly glyph: number;
  readonly end: number;
}

/** The glyphs from which a glyph is put together; none for a plain outline. */
export function readComponents(glyph: Buffer): number[] {
  return listComponents(glyph).map((component) => component.glyph);
}

/** The outline without hinting instructions, with `newId` for each component; its length is a multiple of four. */
export function cutGlyph(glyph: Buffer, newId: (glyph: number) => number): Buffer {
  if (glyph.length === 0) return glyph;
  const cut = glyph.readInt16BE(0) < 0 ? cutComposite(glyph, newId) : cutSimple(glyph);
  return Buffer.concat([cut, Buffer.alloc((4 - (cut.length % 4)) % 4)]);
}

function cutSimple(glyph: Buffer): Buffer {
  const at = 10 + glyph.readInt16BE(0) * 2;
  const instructions = glyph.readUInt16BE(at);
  return Buffer.concat([glyph.subarray(0, at), Buffer.alloc(2), glyph.subarray(at + 2 + instructions)]);
}

function cutComposite(glyph: Buffer, newId: (glyph: number) => number): Buffer {
  const components = listComponents(glyph);
  const cut = Buffer.from(glyph.subarray(0, components.at(-1)?.end));
  for (const { at, flags, glyph: old } of components) {
    cut.writeUInt16BE(flags & ~INSTRUCTIONS, at);
    cut.writeUInt16BE(newId(old), at + 2);
  }
  return cut;
}

function listComponents(glyph: Buffer): Component[] {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return [];
  const components: Component[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = glyph.readUInt16BE(at);
    const scales = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    const end = at + 4 + (flags & WORDS ? 4 : 2) + scales;
    components.push({ at, flags, glyph: glyph.readUInt16BE(at + 2), end });
    more = (flags & MORE) !== 0;
    at = end;
  }
  return components;
}

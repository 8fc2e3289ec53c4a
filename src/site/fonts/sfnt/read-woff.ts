// Unpacks a WOFF 1.0 file to the tables of its font (W3C, WOFF File Format 1.0).
import { inflateSync } from "node:zlib";

/** The tables of a font (OpenType, “sfnt”) by their tags. */
export type Tables = ReadonlyMap<string, Buffer>;

const [HEADER, ENTRY] = [44, 20] as const;

/** The tables of the font in a WOFF file. */
export function readWoff(file: Uint8Array): Tables {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const count = bytes.readUInt16BE(12);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = HEADER + index * ENTRY;
      const tag = bytes.toString("latin1", at, at + 4);
      const [start, packed, length] = [
        bytes.readUInt32BE(at + 4),
        bytes.readUInt32BE(at + 8),
        bytes.readUInt32BE(at + 12),
      ];
      const data = bytes.subarray(start, start + packed);
      return [tag, packed === length ? data : inflateSync(data)] as const;
    }),
  );
}

/**
 * A table that every font has.
 * @throws Error where it is missing: the file of a package is no font
 */
export function tableOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no table “${tag}”.`);
  return table;
}

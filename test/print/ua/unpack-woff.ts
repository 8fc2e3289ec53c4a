// Unpacks a WOFF 1.0 file to the font that it holds (W3C WOFF File Format 1.0).
import { inflateSync } from "node:zlib";

const [HEADER, ENTRY] = [44, 20] as const;

/** The font file (TrueType or OpenType) inside a WOFF file. */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const source = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = source.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * 16);
  directory.writeUInt32BE(source.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER + index * ENTRY;
    const [start, packed, length] = [4, 8, 12].map((place) => source.readUInt32BE(entry + place));
    const data = source.subarray(start, (start ?? 0) + (packed ?? 0));
    const table = packed === length ? data : inflateSync(data);
    source.copy(directory, 12 + index * 16, entry, entry + 4);
    directory.writeUInt32BE(source.readUInt32BE(entry + 16), 12 + index * 16 + 4);
    directory.writeUInt32BE(offset, 12 + index * 16 + 8);
    directory.writeUInt32BE(table.length, 12 + index * 16 + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    tables.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat([directory, ...tables]);
}

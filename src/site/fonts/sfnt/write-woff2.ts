// Packs the tables of a font into a WOFF2 file, none of them transformed (W3C, WOFF File Format 2.0).
import { brotliCompressSync, constants } from "node:zlib";
import type { Tables } from "./read-woff.ts";

/** The places in the format's list of known tags (section 4.1). */
const KNOWN_TAGS = [
  "cmap",
  "head",
  "hhea",
  "hmtx",
  "maxp",
  "name",
  "OS/2",
  "post",
  "cvt ",
  "fpgm",
  "glyf",
  "loca",
];

/** “glyf” and “loca” are marked as not transformed by 3, every other table by 0. */
const UNTRANSFORMED = 3 << 6;

const HEADER = 48;

/** The bytes of a WOFF2 file; `tables` are in the order of their tags, and all of kinds that a TrueType font has. */
export function writeWoff2(tables: Tables): Buffer {
  const directory = Buffer.concat(
    [...tables].map(([tag, { length }]) => {
      const outline = tag === "glyf" || tag === "loca";
      return Buffer.from([KNOWN_TAGS.indexOf(tag) | (outline ? UNTRANSFORMED : 0), ...base128(length)]);
    }),
  );
  const packed = brotliCompressSync(Buffer.concat([...tables.values()]), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT },
  });
  const lengths = [...tables.values()].map(({ length }) => length + ((4 - (length % 4)) % 4));
  const unpacked = lengths.reduce((sum, length) => sum + length, 12 + 16 * tables.size);
  const end = HEADER + directory.length + packed.length;
  const padding = Buffer.alloc((4 - (end % 4)) % 4);
  const header = Buffer.alloc(HEADER);
  header.write("wOF2", "latin1");
  header.writeUInt32BE(0x0001_0000, 4);
  header.writeUInt32BE(end + padding.length, 8);
  header.writeUInt16BE(tables.size, 12);
  header.writeUInt32BE(unpacked, 16);
  header.writeUInt32BE(packed.length, 20);
  header.writeUInt16BE(1, 24);
  return Buffer.concat([header, directory, packed, padding]);
}

/** A number in seven bits a byte, the highest first; every byte but the last has its top bit set. */
function base128(number: number): number[] {
  const rest = Math.floor(number / 128);
  return [...(rest === 0 ? [] : base128(rest).map((byte) => byte | 0x80)), number % 128];
}

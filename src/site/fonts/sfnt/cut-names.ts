// The names of a font (OpenType, “name”, format 0): those by which it is told apart, without its licence and its history.

const [HEADER, RECORD, WINDOWS] = [6, 12, 3] as const;
/** Copyright, family, style, identifier, full name, version, PostScript name. */
const KEPT: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** The table with what has to stay of it. */
export function cutNames(name: Buffer): Buffer {
  const strings = name.readUInt16BE(4);
  const records = Array.from({ length: name.readUInt16BE(2) }, (_, index) =>
    name.subarray(HEADER + index * RECORD, HEADER + (index + 1) * RECORD),
  ).filter((record) => record.readUInt16BE(0) === WINDOWS && KEPT.includes(record.readUInt16BE(6)));
  const head = Buffer.alloc(HEADER + records.length * RECORD);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  const kept: Buffer[] = [];
  let place = 0;
  for (const [index, record] of records.entries()) {
    const [length, start] = [record.readUInt16BE(8), strings + record.readUInt16BE(10)];
    const at = HEADER + index * RECORD;
    record.copy(head, at);
    head.writeUInt16BE(place, at + 10);
    kept.push(name.subarray(start, start + length));
    place += length;
  }
  return Buffer.concat([head, ...kept]);
}

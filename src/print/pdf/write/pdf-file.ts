// Writes a PDF: objects in packed streams, with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** A file in the making. Objects are numbered from 1, in the order they are asked for. */
export interface PdfFile {
  /** A number for an object that is written later. */
  reserve(): number;
  /** Writes an object under a number. */
  set(id: number, text: string): void;
  add(text: string): number;
  /** Writes a stream; the dictionary is given without its brackets, its length and what it is packed with. */
  addStream(
    entries: string,
    data: Uint8Array,
    options?: { readonly packed?: boolean; readonly plain?: boolean },
  ): number;
  /** Writes a stream whose dictionary is complete. */
  setStream(id: number, dictionary: string, data: Uint8Array): void;
  /** The whole file. @param trailer the entries of the trailer: root and information */
  finish(trailer: string): Uint8Array;
}

/** How many objects are packed together. */
const PACKED = 200;
const HEADER = Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1");

/** An empty file. */
export function createPdfFile(): PdfFile {
  let count = 0;
  const texts = new Map<number, string>();
  const chunks: Uint8Array[] = [HEADER];
  let length = HEADER.length;
  /** Where each object is: in the file, or in a stream of objects. */
  const entries: (readonly [kind: number, first: number, second: number])[] = [[0, 0, 65_535]];

  const append = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const reserve = () => {
    count += 1;
    return count;
  };
  const setStream = (id: number, dictionary: string, data: Uint8Array) => {
    entries[id] = [1, length, 0];
    append(Buffer.from(`${id} 0 obj\n${dictionary}\nstream\n`, "latin1"));
    append(data);
    append(Buffer.from("\nendstream\nendobj\n", "latin1"));
  };
  const addStream: PdfFile["addStream"] = (own, data, { packed = false, plain = false } = {}) => {
    const id = reserve();
    const stored = packed || plain ? data : deflateSync(data);
    const filter = plain ? "" : "/Filter/FlateDecode";
    setStream(id, `<<${own}${filter}/Length ${stored.length}>>`, stored);
    return id;
  };
  const packObjects = () => {
    const ids = [...texts.keys()].sort((a, b) => a - b);
    for (let start = 0; start < ids.length; start += PACKED) {
      const group = ids.slice(start, start + PACKED);
      const offsets: string[] = [];
      let body = "";
      for (const id of group) {
        offsets.push(`${id} ${body.length}`);
        body += `${texts.get(id)}\n`;
      }
      const head = `${offsets.join(" ")}\n`;
      const stream = addStream(
        `/Type/ObjStm/N ${group.length}/First ${head.length}`,
        Buffer.from(head + body, "latin1"),
      );
      for (const [index, id] of group.entries()) entries[id] = [2, stream, index];
    }
  };
  return {
    reserve,
    set: (id, text) => void texts.set(id, text),
    add: (text) => {
      const id = reserve();
      texts.set(id, text);
      return id;
    },
    addStream,
    setStream,
    finish: (trailer) => {
      packObjects();
      const digest = createHash("sha256");
      for (const chunk of chunks) digest.update(chunk);
      const id = digest.digest("hex").slice(0, 32).toUpperCase();
      const table = reserve();
      const start = length;
      entries[table] = [1, start, 0];
      const rows = Buffer.alloc(entries.length * 7);
      for (let index = 0; index < entries.length; index += 1) {
        const [kind, first, second] = entries[index] ?? [0, 0, 65_535];
        rows.writeUInt8(kind, index * 7);
        rows.writeUInt32BE(first, index * 7 + 1);
        rows.writeUInt16BE(second, index * 7 + 5);
      }
      const packed = deflateSync(rows);
      const dictionary = `<</Type/XRef/Size ${entries.length}/W[1 4 2]${trailer}/ID[<${id}><${id}>]/Filter/FlateDecode/Length ${packed.length}>>`;
      append(Buffer.from(`${table} 0 obj\n${dictionary}\nstream\n`, "latin1"));
      append(packed);
      append(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, "latin1"));
      return Buffer.concat(chunks);
    },
  };
}

// Opens a PDF as the browser prints it: every object in a classic cross-reference table, nothing encrypted.
import { inflateSync } from "node:zlib";
import { isArray, isDict, isRef, type PdfDict, type PdfValue } from "./pdf-value.ts";
import { readValue } from "./read-value.ts";

/** An object of the file: its value, and its data as stored if it is a stream. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly data?: Uint8Array;
}

const ENTRY_LENGTH = 20;
const EMPTY: PdfDict = {};

/** A printed PDF, read piece by piece as it is asked. */
export class PrintedFile {
  readonly trailer: PdfDict;
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #offsets: readonly number[];
  readonly #read = new Map<number, PdfObject>();

  /** @throws Error if the file is not of the kind that the browser prints. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64));
    const table = /xref\s+0 (\d+)\s+/y;
    table.lastIndex = Number(tail?.[1] ?? 0);
    const head = table.exec(this.#text);
    if (!tail || !head) throw new Error("The browser printed a PDF without a cross-reference table.");
    const start = table.lastIndex;
    this.#offsets = Array.from({ length: Number(head[1]) }, (_, index) =>
      Number(this.#text.slice(start + index * ENTRY_LENGTH, start + index * ENTRY_LENGTH + 10)),
    );
    const trailer = this.#text.indexOf("<<", start + this.#offsets.length * ENTRY_LENGTH);
    this.trailer = this.dict(readValue(this.#text, trailer).value);
  }

  /** The object of a number. */
  object(ref: number): PdfObject {
    const known = this.#read.get(ref);
    if (known) return known;
    const object = this.#readObject(ref);
    this.#read.set(ref, object);
    return object;
  }

  /** A value, or what it refers to. */
  follow(value: PdfValue | undefined): PdfValue {
    return isRef(value) ? this.object(value.ref).value : (value ?? null);
  }

  /** A dictionary or what refers to one; an empty one where there is none. */
  dict(value: PdfValue | undefined): PdfDict {
    const found = this.follow(value);
    return isDict(found) ? found : EMPTY;
  }

  /** An array or what refers to one; a value alone is an array of one, nothing an empty one. */
  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.follow(value);
    if (isArray(found)) return found;
    return found === null ? [] : [isRef(value) ? value : found];
  }

  /** The data of a stream, unpacked. */
  unpack({ value, data = new Uint8Array() }: PdfObject): Uint8Array {
    const filters = this.array(this.dict(value)["/Filter"]);
    if (filters.length === 0) return data;
    if (filters.length > 1 || filters[0] !== "/FlateDecode") throw new Error(`Unknown filter ${filters}`);
    return inflateSync(data);
  }

  #readObject(ref: number): PdfObject {
    const offset = this.#offsets[ref];
    if (!offset) return { value: null };
    const start = this.#text.indexOf("obj", offset) + 3;
    const { value, end } = readValue(this.#text, start);
    const keyword = /\s*stream\r?\n/y;
    keyword.lastIndex = end;
    if (!isDict(value) || !keyword.test(this.#text)) return { value };
    const length = Number(this.follow(value["/Length"]));
    return { value, data: this.#bytes.subarray(keyword.lastIndex, keyword.lastIndex + length) };
  }
}

// Reads entries of PDF dictionaries as plain values, following references; what is absent or of another kind is undefined.
import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

const names = new Map<string, PDFName>();

/** The name object of a key. */
export function nameOf(key: string): PDFName {
  const known = names.get(key);
  if (known) return known;
  const name = PDFName.of(key);
  names.set(key, name);
  return name;
}

/** The entry as it is written: a reference stays one. */
export function rawAt(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.get(nameOf(key));
}

/** The entry with references followed. */
export function at(dict: PDFDict, key: string): PDFObject | undefined {
  const value = dict.get(nameOf(key));
  return value instanceof PDFRef ? dict.context.lookup(value) : value;
}

/** A dictionary, or that of a stream. */
export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  return toDict(at(dict, key));
}

export function toDict(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFStream ? value.dict : undefined;
}

export function streamAt(dict: PDFDict, key: string): PDFRawStream | undefined {
  const value = at(dict, key);
  return value instanceof PDFRawStream ? value : undefined;
}

/** The items of an array, references kept; of a single value, that value; of nothing, none. */
export function itemsAt(dict: PDFDict, key: string): readonly PDFObject[] {
  const value = at(dict, key);
  if (value instanceof PDFArray) return value.asArray();
  const raw = rawAt(dict, key);
  return raw === undefined || value === undefined ? [] : [raw];
}

export function nameAt(dict: PDFDict, key: string): string | undefined {
  return toName(at(dict, key));
}

export function toName(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

export function textAt(dict: PDFDict, key: string): string | undefined {
  return toText(at(dict, key));
}

export function toText(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

export function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = at(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function booleanAt(dict: PDFDict, key: string): boolean | undefined {
  const value = at(dict, key);
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

/** A key for an indirect object ("12 0 R"); empty for a direct one. */
export function keyOf(value: PDFObject | undefined): string {
  return value instanceof PDFRef ? value.toString() : "";
}

/** The decoded bytes of a stream. */
export function bytesOf(stream: PDFRawStream): Uint8Array {
  const filters = itemsAt(stream.dict, "Filter").map(toName);
  if (filters.length === 0) return stream.contents;
  const isPlainFlate =
    filters.length === 1 && filters[0] === "FlateDecode" && !at(stream.dict, "DecodeParms");
  return isPlainFlate ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

// Copies what pages need (fonts, pictures, graphics states) out of a printed file, as plain data.
import { createHash } from "node:crypto";
import type { FragmentObject, ObjectParts } from "./fragment.ts";
import { isArray, isDict, isRef, isString, type PdfValue } from "./parse/pdf-value.ts";
import type { PrintedFile } from "./parse/printed-file.ts";

/** The objects copied so far; values that refer to objects of the file refer to these by their place. */
export interface ObjectCopier {
  /** A value as text, with references to the copies. */
  copy(value: PdfValue): ObjectParts;
  /** The place of the copy of an object. */
  place(ref: number): number;
  readonly objects: readonly FragmentObject[];
}

/** What is to stand in place of the data of some streams: forms that were marked anew, maps of fonts that were mended. */
export type NewStreams = ReadonlyMap<number, { readonly data: Uint8Array; readonly marks: number }>;

/** A copier of objects of one file. */
export function createObjectCopier(file: PrintedFile, streams: NewStreams): ObjectCopier {
  const objects: FragmentObject[] = [];
  const places = new Map<number, number>();
  const place = (ref: number): number => {
    const known = places.get(ref);
    if (known !== undefined) return known;
    const index = objects.length;
    places.set(ref, index);
    // Its place is taken before what it refers to takes one.
    objects.push({ parts: [], hash: "" });
    const { value, data } = file.object(ref);
    const fresh = streams.get(ref);
    const changed =
      fresh && isDict(value) ? { ...value, "/Length": fresh.data.length, "/Filter": "/FlateDecode" } : value;
    const parts = copy(changed);
    const bytes = fresh?.data ?? data;
    const hash = createHash("sha256");
    for (const part of parts) hash.update(typeof part === "number" ? `#${objects[part]?.hash}` : part);
    if (bytes) hash.update(bytes);
    // A form that holds content of elements is bound to its own place in the structure.
    if (fresh && fresh.marks > 0) hash.update(`marked ${index}`);
    objects[index] = {
      parts,
      hash: hash.digest("hex"),
      ...(bytes ? { data: Uint8Array.from(bytes) } : {}),
      ...(fresh && fresh.marks > 0 ? { marks: fresh.marks } : {}),
    };
    return index;
  };
  const copy = (value: PdfValue): ObjectParts => {
    const parts: (string | number)[] = [];
    let text = "";
    const write = (one: PdfValue): void => {
      if (isRef(one)) {
        parts.push(`${text} `, place(one.ref));
        text = "";
      } else if (isString(one)) text += one.written;
      else if (isArray(one)) {
        text += "[";
        for (const kid of one) {
          text += " ";
          write(kid);
        }
        text += "]";
      } else if (isDict(one)) {
        text += "<<";
        for (const [key, kid] of Object.entries(one)) {
          // The keys of forms are written anew, when the document is joined.
          if (key === "/StructParents") continue;
          text += `${key} `;
          write(kid);
        }
        text += ">>";
      } else text += String(one);
    };
    write(value);
    return [...parts, text];
  };
  return { copy, place, objects };
}

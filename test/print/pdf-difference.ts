// Where two PDFs differ: the first byte, and the first object with what it says in each.

import { inflateSync } from "node:zlib";
import { PDFDocument, type PDFObject, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";

const SHOWN = 60;

/** A sentence that says where two PDFs differ; undefined if they are the same byte for byte. */
export async function findPdfDifference(first: Uint8Array, second: Uint8Array): Promise<string | undefined> {
  const offset = findOffset(first, second);
  if (offset === undefined) return undefined;
  const place = `byte ${offset} of ${first.length} and ${second.length}`;
  const [objects, others] = [await listObjects(first), await listObjects(second)];
  const changed = [...new Set([...objects.keys(), ...others.keys()])].filter(
    (reference) => objects.get(reference) !== others.get(reference),
  );
  const [reference] = changed;
  if (reference === undefined) return `${place}; the objects are the same`;
  const how = showDifference(objects.get(reference) ?? "", others.get(reference) ?? "");
  return `${place}; ${changed.length} objects, first ${reference}: ${how}`;
}

function findOffset(first: Uint8Array, second: Uint8Array): number | undefined {
  const offset = first.findIndex((byte, index) => byte !== second[index]);
  if (offset !== -1) return offset;
  return first.length === second.length ? undefined : first.length;
}

/** The text of each object, by its reference; streams are unpacked. The trailer goes by its name. */
async function listObjects(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const rows = context
    .enumerateIndirectObjects()
    .map(([ref, object]) => [nameOf(ref), textOf(object)] as const);
  return new Map([...rows, ["trailer", String(context.trailerInfo.ID ?? "")]]);
}

function nameOf(reference: PDFRef): string {
  return `${reference.objectNumber} ${reference.generationNumber}`;
}

function textOf(object: PDFObject): string {
  if (!(object instanceof PDFRawStream)) return String(object);
  const bytes = object.getContents();
  const isPacked = String(object.dict).includes("/FlateDecode");
  return `${object.dict} ${Buffer.from(isPacked ? inflateSync(bytes) : bytes).toString("latin1")}`;
}

function showDifference(first: string, second: string): string {
  let same = 0;
  while (same < first.length && first[same] === second[same]) same += 1;
  const show = (text: string) => JSON.stringify(text.slice(Math.max(0, same - SHOWN / 3), same + SHOWN));
  return `${show(first)}, then ${show(second)}`;
}

// A new record for a document that the pack does not know: what was found in it, and what is missing.
import { isScalar, isSeq, parseDocument, stringify } from "yaml";
import { DECLARED_FIELDS } from "../../model/bibliography.ts";
import { slugify } from "../../model/identifiers.ts";
import { DESCRIPTOR_ENTRIES, MISSING } from "../../model/source-record.ts";
import type { FoundData, MediaType, SuppliedDocument } from "./supplied-document.ts";

/** A record to be written. */
export interface RecordStub {
  readonly id: string;
  /** The citation key. */
  readonly key: string;
  /** Relative to the pack's folder. */
  readonly file: string;
  readonly text: string;
}

const TYPES: Readonly<Record<MediaType, string>> = {
  "text/html": "webpage",
  "text/markdown": "document",
  "text/plain": "document",
};

/** What a pack uses already. */
export interface Taken {
  /** Ids of parts, and names of record files without their ending: no new record takes the place of either. */
  readonly ids: readonly string[];
  readonly keys: readonly string[];
}

/** Makes the record of a new document: what was found in it, and `missing` wherever a person has to look. */
export function makeRecordStub(
  fileName: string,
  documentHash: string,
  document: SuppliedDocument,
  language: string,
  taken: Taken,
): RecordStub {
  const { found, mediaType, paragraphs } = document;
  const id = firstFree((number) => `S${number}`, taken.ids, 1);
  const base =
    slugify(found.containerTitle ?? found.author ?? fileName.replace(/\.[^.]*$/, "")).split("-")[0] ??
    "source";
  const stem = /^[a-z][a-z0-9]*$/.test(base) ? base : "source";
  const key = taken.keys.includes(stem) ? firstFree((number) => `${stem}-${number}`, taken.keys, 2) : stem;
  const values: Readonly<Record<(typeof DECLARED_FIELDS)[number], unknown>> = {
    title: found.title,
    author: found.author === undefined ? undefined : [{ literal: found.author }],
    "container-title": found.containerTitle,
    issued: found.issued,
    URL: found.url,
  };
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const record = {
    id,
    key,
    title: found.title ?? `Document ${fileName}`,
    csl: { type: TYPES[mediaType], ...given, language: languageOf(found, language) },
    standing: Object.fromEntries(
      DECLARED_FIELDS.map((field) => [field, field in given ? "given" : { "not given": MISSING }]),
    ),
    document: documentHash,
    passages: paragraphs.length,
    omissions: [],
    descriptor: Object.fromEntries(DESCRIPTOR_ENTRIES.map((entry) => [entry, MISSING])),
    original: MISSING,
  };
  const text = `---\n${stringify(record, { lineWidth: 0 })}---\n\n## Précis, passage by passage\n`;
  return { id, key, file: `sources/${slugify(id)}.md`, text };
}

/** The ids of the reading order in `pack.yaml`; undefined where there is none that can be read. */
export function readReadingOrder(manifest: string): readonly string[] | undefined {
  const document = parseDocument(manifest);
  const parts = document.errors.length === 0 ? document.get("parts") : undefined;
  return isSeq(parts) && parts.items.length > 0 ? parts.items.map((item) => String(item)) : undefined;
}

/**
 * Adds a source to the reading order of `pack.yaml`, after the last source, or after the first part where there is none. All else
 * stays as it is written; so does a file whose order can't be read.
 */
export function addToReadingOrder(manifest: string, id: string, sourceIds: readonly string[]): string {
  const order = readReadingOrder(manifest);
  const parts = parseDocument(manifest).get("parts");
  if (order === undefined || !isSeq(parts)) return manifest;
  const before =
    parts.items[
      Math.max(
        0,
        order.findLastIndex((part) => sourceIds.includes(part)),
      )
    ];
  const range = isScalar(before) ? before.range : undefined;
  if (range == null) return manifest;
  const [start, end] = range;
  if (parts.flow === true) return `${manifest.slice(0, end)}, ${id}${manifest.slice(end)}`;
  const lineStart = manifest.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = manifest.indexOf("\n", end);
  const dash = manifest.slice(lineStart, start).replace(/-(\s*)\S*$/, "-$1");
  const [head, tail] =
    lineEnd < 0 ? [`${manifest}\n`, ""] : [manifest.slice(0, lineEnd + 1), manifest.slice(lineEnd + 1)];
  return `${head}${dash}${id}\n${tail}`;
}

function firstFree(make: (number: number) => string, taken: readonly string[], from: number): string {
  const folded = taken.map((name) => name.toLowerCase());
  let number = from;
  while (folded.includes(make(number).toLowerCase())) number += 1;
  return make(number);
}

function languageOf({ language }: FoundData, otherwise: string): string {
  return language !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : otherwise;
}

// A new record for a document that the pack does not know: what was found in it, and what is missing.
import { stringify } from "yaml";
import { DECLARED_FIELDS } from "../../model/bibliography.ts";
import { slugify } from "../../model/identifiers.ts";
import { DESCRIPTOR_ENTRIES, MISSING } from "../../model/source-record.ts";
import { applyOmissions } from "./apply-omissions.ts";
import { chooseKey } from "./choose-key.ts";
import { firstFree } from "./first-free.ts";
import type { OmissionPhrases } from "./locate-omission.ts";
import { proposeOmissions } from "./propose-omissions.ts";
import type { FoundData, MediaType, SuppliedDocument } from "./supplied-document.ts";

/** A record to be written. */
export interface RecordStub {
  readonly id: string;
  /** The citation key. */
  readonly key: string;
  /** Relative to the pack's folder. */
  readonly file: string;
  /** What of a web page's text is proposed to be left out. */
  readonly omissions: readonly OmissionPhrases[];
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
  const key = chooseKey(found.containerTitle ?? found.author ?? fileName.replace(/\.[^.]*$/, ""), taken.keys);
  const omissions = proposeOmissions(paragraphs);
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
    passages: applyOmissions(paragraphs, omissions).passages.length,
    omissions: omissions.map(({ what, starts, ends }) => ({ what, reason: MISSING, starts, ends })),
    descriptor: Object.fromEntries(DESCRIPTOR_ENTRIES.map((entry) => [entry, MISSING])),
    original: MISSING,
  };
  const text = `---\n${stringify(record, { lineWidth: 0 })}---\n\n## Précis, passage by passage\n`;
  return { id, key, file: `sources/${slugify(id)}.md`, omissions, text };
}

function languageOf({ language }: FoundData, otherwise: string): string {
  return language !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : otherwise;
}

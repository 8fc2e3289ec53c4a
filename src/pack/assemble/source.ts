// `sources/*.md` to a source part.
import { DECLARED_FIELDS, OPTIONAL_FIELDS, readStanding } from "../../model/bibliography.ts";
import type { FieldStanding, SourcePart } from "../../model/pack.ts";
import { DESCRIPTOR_ENTRIES, type SourceFrontMatter, sourceSchema } from "../../model/source-record.ts";
import { splitMarkdownFile } from "../markdown-file.ts";
import { type PartReader, readPart } from "../part-reader.ts";
import { validate } from "../validate.ts";
import type { YamlFile } from "../yaml-file.ts";
import type { ReadResult } from "./read-result.ts";
import { checkRecord } from "./source-record.ts";

/** Reads a source record. Its texts are read in the order in which they are shown: record, descriptor, body, omissions. */
export function readSource(
  file: string,
  text: string,
  abbreviations: Readonly<Record<string, string>>,
): ReadResult<SourcePart> {
  const markdown = splitMarkdownFile(file, text);
  const front = validate(markdown.frontMatter, sourceSchema);
  if (front.value === undefined) {
    const reader = readPart("unknown", abbreviations);
    reader.body(markdown.body, markdown.origin);
    return { value: undefined, problems: [...front.problems, ...reader.problems()] };
  }
  const record = front.value;
  const reader = readPart(record.id, abbreviations);
  const yaml = markdown.frontMatter;
  const standings = readStandings(record, yaml, reader);
  const descriptor = DESCRIPTOR_ENTRIES.map((entry) => ({
    entry,
    text: reader.inline(record.descriptor[entry], yaml.originOf(["descriptor", entry])),
  }));
  const original = reader.inline(record.original, yaml.originOf(["original"]));
  const body = reader.body(markdown.body, markdown.origin);
  const omissions = record.omissions.map((omission, index) => ({
    ...omission,
    reason: reader.inline(omission.reason, yaml.originOf(["omissions", index, "reason"])),
  }));
  const { id, key, title, shortTitle, csl, document, passages, officialText } = record;
  const value: SourcePart = {
    kind: "source",
    id,
    slug: reader.slug,
    key,
    title,
    shortTitle,
    file,
    place: yaml.placeOf(["id"]),
    csl,
    document,
    passages,
    officialText,
    standings,
    descriptor,
    original,
    body,
    omissions,
  };
  return { value, problems: [...checkRecord(record, yaml), ...reader.problems()] };
}

function readStandings(record: SourceFrontMatter, yaml: YamlFile, reader: PartReader): FieldStanding[] {
  return [...DECLARED_FIELDS, ...OPTIONAL_FIELDS].flatMap((field) => {
    const input = record.standing[field];
    if (input === undefined) return [];
    const { kind, basis } = readStanding(input);
    const origin = yaml.originOf(["standing", field, kind]);
    return [{ field, kind, basis: basis === undefined ? undefined : reader.inline(basis, origin) }];
  });
}

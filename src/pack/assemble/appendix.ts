// `appendices/*.md`, with the data files they show, to an appendix part.
import { contentProblem, type Problem } from "../../errors.ts";
import { readLink } from "../../model/links.ts";
import type { AppendixPart, Data } from "../../model/pack.ts";
import { appendixSchema } from "../../model/part-front-matter.ts";
import type { DataReference } from "../../model/prose.ts";
import { splitMarkdownFile } from "../markdown-file.ts";
import { type PartReader, readPart } from "../part-reader.ts";
import { validate } from "../validate.ts";
import { readData } from "./data.ts";
import type { ReadResult } from "./read-result.ts";

/** Reads an appendix and the data files that it shows. */
export function readAppendix(
  file: string,
  text: string,
  abbreviations: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, string>,
): ReadResult<AppendixPart> {
  const markdown = splitMarkdownFile(file, text);
  const front = validate(markdown.frontMatter, appendixSchema);
  const reader = readPart(front.value?.id ?? "unknown", abbreviations);
  const body = reader.body(markdown.body, markdown.origin);
  const shown = body.data.map((reference) => ({ reference, ...showData(reference, file, texts, reader) }));
  const problems = [...front.problems, ...shown.flatMap((one) => one.problems), ...reader.problems()];
  if (front.value === undefined) return { value: undefined, problems };
  const data = new Map(
    shown.flatMap(({ reference, value }): [string, Data][] =>
      value === undefined ? [] : [[reference.source, value]],
    ),
  );
  const place = markdown.frontMatter.placeOf(["id"]);
  return {
    value: { kind: "appendix", slug: reader.slug, file, place, body, data, ...front.value },
    problems,
  };
}

function showData(
  reference: DataReference,
  file: string,
  texts: ReadonlyMap<string, string>,
  reader: PartReader,
): ReadResult<Data> {
  const target = readLink(reference.source, file);
  const found = target.kind === "file" ? texts.get(target.file) : undefined;
  if (target.kind === "file" && found !== undefined) return readData(target.file, found, reader);
  const known = [...texts.keys()].filter((name) => name.startsWith("data/"));
  const fix = `Name a data file: ${known.map((name) => `../${name}`).join(", ") || "there is none yet in data/"}.`;
  const problem: Problem = contentProblem(
    "unknown-data-file",
    reference.place,
    `there is no data file “${reference.source}”`,
    fix,
  );
  return { value: undefined, problems: [problem] };
}

// `summary.md` to the summary part.
import type { SummaryPart } from "../../model/pack.ts";
import { summarySchema } from "../../model/part-front-matter.ts";
import { splitMarkdownFile } from "../markdown-file.ts";
import { readPart } from "../part-reader.ts";
import { validate } from "../validate.ts";
import type { ReadResult } from "./read-result.ts";

/** The id of the summary, which has none in its file. */
export const SUMMARY_ID = "summary";

/** Reads the cover summary. */
export function readSummary(
  file: string,
  text: string,
  abbreviations: Readonly<Record<string, string>>,
): ReadResult<SummaryPart> {
  const markdown = splitMarkdownFile(file, text);
  const front = validate(markdown.frontMatter, summarySchema);
  const reader = readPart(SUMMARY_ID, abbreviations);
  const body = reader.body(markdown.body, markdown.origin);
  const problems = [...front.problems, ...reader.problems()];
  if (front.value === undefined) return { value: undefined, problems };
  const { title } = front.value;
  const place = markdown.frontMatter.placeOf([]);
  const value: SummaryPart = {
    kind: "summary",
    id: SUMMARY_ID,
    slug: reader.slug,
    title,
    shortTitle: title,
    file,
    place,
    body,
  };
  return { value, problems };
}

// What stands in the way of an import.
import { contentProblem, type Problem } from "../../errors.ts";
import type { SourcePart } from "../../model/pack.ts";
import { LAST_PASSAGE } from "../../model/passages.ts";
import type { LoadedPack } from "../load.ts";
import { splitMarkdownFile } from "../markdown-file.ts";
import type { OmissionFault } from "./apply-omissions.ts";
import type { ImportedText } from "./import-document.ts";
import { readReadingOrder } from "./reading-order.ts";

/** A problem of a supplied file, which has no place in the pack. */
export function refusal(code: string, message: string, fix: string): Problem {
  return contentProblem(code, undefined, message, fix);
}

/** What stands in the way of a new record: it may be wanting only because the right one can't be read. */
export function findObstacles(name: string, { files, parts }: LoadedPack, manifest: string): Problem[] {
  const unread = [...files.texts.keys()].filter(
    (file) => file.startsWith("sources/") && !parts.some((part) => part.file === file),
  );
  if (unread.length > 0) {
    const message = `${name} bears no fingerprint of a record that can be read, and can't be compared with ${unread.join(", ")}`;
    return [
      refusal("record-unreadable", message, "Mend the record first; “briefing check” says what is wrong."),
    ];
  }
  if (readReadingOrder(manifest) !== undefined) return [];
  const message = `${name} needs a new record, and the \`parts\` of pack.yaml, where it would be listed, can't be read`;
  return [
    refusal("manifest-unreadable", message, "Mend pack.yaml first; “briefing check” says what is wrong."),
  ];
}

/** What is wrong with a document and the omissions of its record; `recordText` is the record as it is written. */
export function findMisfits(
  name: string,
  { passages, faults }: ImportedText,
  source: SourcePart | undefined,
  recordText: string,
): Problem[] {
  if (passages.length > LAST_PASSAGE) {
    const message = `${name} has ${passages.length} passages, and at most ${LAST_PASSAGE} can be numbered`;
    return [refusal("document-refused", message, "Supply the part of it that the pack is about.")];
  }
  if (source === undefined) return [];
  if (passages.length === 0) {
    const message = `${name}: the omissions of ${source.id} leave nothing of it`;
    return [
      refusal("nothing-left", message, "Correct the first and last words of the omissions in the record."),
    ];
  }
  const { frontMatter } = splitMarkdownFile(source.file, recordText);
  return faults.map((fault) => {
    const place = frontMatter.placeOf(["omissions", fault.index, fault.end]);
    const of = `${name}: the omission “${fault.what}” of ${source.id}`;
    return fault.lines.length === 0
      ? contentProblem("omission-not-found", place, `${of} is not found; ${tellMissing(fault)}`, CORRECT)
      : contentProblem(
          "omission-ambiguous",
          place,
          `${of} is not certain; ${tellFits(fault)}`,
          moreWords(fault),
        );
  });
}

const CORRECT =
  "Correct the first and last words of the omission in the record; they stand at the start and the end of a paragraph.";

function tellMissing({ phrase }: OmissionFault): string {
  return `no paragraph has “${phrase}” where it should be`;
}

function tellFits({ phrase, end, lines }: OmissionFault): string {
  return `its ${end === "starts" ? "first" : "last"} words “${phrase}” fit lines ${listLines(lines)}`;
}

function moreWords({ end }: OmissionFault): string {
  const beyond = end === "starts" ? "run on into the next paragraph" : "begin in the paragraph before";
  return `Write more words in \`${end}\`; they may ${beyond}.`;
}

/** The most lines that are named. */
const MOST_LINES = 5;

/** `9 and 31`. A line that holds several paragraphs is named as often. */
function listLines(lines: readonly number[]): string {
  const more = lines.length - MOST_LINES;
  const named: readonly (number | string)[] =
    more > 0 ? [...lines.slice(0, MOST_LINES), `${more} more`] : lines;
  return `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

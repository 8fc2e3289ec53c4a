// The command `import`: supplied documents into the vault, each matched to its record by fingerprint.
import { join } from "node:path";
import { BriefingError, EXIT, type ExitCode } from "../../errors.ts";
import type { OmittedStretch } from "../../pack/import/apply-omissions.ts";
import type { ImportedDocument } from "../../pack/import/write-imports.ts";
import { count } from "../count.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import type { ImportCommand } from "../options.ts";
import { choosePaint } from "../paint.ts";
import { formatProblems, seenFrom } from "../report.ts";
import { showControls } from "../show-controls.ts";
import { readSuppliedFile } from "../supplied-file.ts";

/**
 * Imports documents. Either all are imported or none: what can't be read, or doesn't fit its record, is told and nothing is written.
 * @throws BriefingError (usage) for a file that is not there, (content) for one that is no document or does not fit its record.
 */
export async function runImport(command: ImportCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const files = await Promise.all(command.files.map((path) => readSuppliedFile(path, io, "import")));
  const { imported, problems } = await engine.importDocuments({
    folder: command.content,
    files,
    today: today(io),
  });
  if (problems.length > 0) {
    const context = { folder: command.content, texts: new Map(), cwd: io.cwd, paint: choosePaint(io) };
    io.stderr.write(formatProblems(problems, context));
    throw new BriefingError("Nothing was imported.", { exitCode: EXIT.content });
  }
  for (const document of imported) {
    const seen = (file: string): string => seenFrom(io.cwd, join(command.content, file));
    io.stdout.write(formatResult(document, seen));
    io.stderr.write(
      formatNotices(document, seen)
        .map((notice) => `  ${notice}\n`)
        .join(""),
    );
  }
  return EXIT.ok;
}

/** What became of a document, and what each omission took out of it. */
function formatResult(document: ImportedDocument, seen: (file: string) => string): string {
  const { name, sourceId, vaultFile, passages, stretches, changed } = document;
  const omitted = stretches.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  const numbers = `${count(passages, "passage")}, ${count(omitted, "paragraph")} omitted`;
  const head = `${sourceId}  ${showControls(name)}  ${seen(vaultFile)}  ${numbers}${changed ? "" : ", unchanged"}`;
  return [head, ...stretches.map(formatStretch)].map((line) => `${line}\n`).join("");
}

function formatStretch({ what, paragraphs }: OmittedStretch): string {
  const [first, last] = [paragraphs[0]?.line, paragraphs.at(-1)?.line];
  const lines =
    first === undefined ? "nothing more" : first === last ? `line ${first}` : `lines ${first}–${last}`;
  return `    omits ${lines} (${count(paragraphs.length, "paragraph")}): ${showControls(what)}`;
}

/** What a person should look at. */
function formatNotices(document: ImportedDocument, seen: (file: string) => string): readonly string[] {
  const { sourceId, passages, counted, isEncodingGuessed, kin, isNew, stretches, uncovered } = document;
  const notices: string[] = [];
  if (isEncodingGuessed) {
    notices.push(
      "read as Windows-1252 (no UTF-8); check the letters, or convert the file to UTF-8 and import it again.",
    );
  }
  if (kin !== undefined) {
    notices.push(
      `${kin.shared} of its ${passages} passages are those of ${kin.sourceId}; is it a changed copy?`,
    );
  }
  const record = seen(document.record);
  if (isNew) {
    notices.push(`${record} is a new record: what the document gives is filled in, the rest says “missing”.`);
  }
  if (counted !== undefined && counted !== passages) {
    notices.push(
      `${record} counts ${count(counted, "passage")}: write passages: ${passages}, and look at what it says of each.`,
    );
  }
  const leftOut = isNew ? stretches.flatMap(({ paragraphs }) => paragraphs) : [];
  if (leftOut.length > 0) {
    notices.push(
      `${count(leftOut.length, "paragraph")} of the page outside its article: the record omits what follows, for reasons still to be written.`,
      ...leftOut.map(formatParagraph),
      "Where one belongs to the source, delete its omission or shorten it, and import the document again.",
    );
  }
  if (uncovered.length > 0) {
    notices.push(
      `${count(uncovered.length, "passage")} outside the article of the page: no omission of ${sourceId} covers what follows.`,
      ...uncovered.map(formatParagraph),
      `What is no part of the source belongs under omissions in ${record}; then import the document again.`,
    );
  }
  for (const { line, what, text } of document.suspicions) {
    notices.push(`line ${line} looks like ${what}: ${shorten(text)}; if it is, declare it under omissions.`);
  }
  for (const { line, text } of document.wordless) {
    notices.push(`line ${line} has no letter or digit, and is no passage: ${shorten(text)}`);
  }
  return notices;
}

function formatParagraph({ line, text }: { readonly line: number; readonly text: string }): string {
  return `  line ${line}: ${shorten(text)}`;
}

function shorten(text: string): string {
  return `“${showControls(text.length > 60 ? `${text.slice(0, 57)}…` : text)}”`;
}

/** The day of import; SOURCE_DATE_EPOCH, where it is set, so that a run can be repeated (reproducible-builds.org). */
function today(io: Io): string {
  const epoch = io.env.SOURCE_DATE_EPOCH;
  const date = epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return date.toISOString().slice(0, 10);
}

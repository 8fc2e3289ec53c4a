// The command `import`: supplied documents into the vault, each matched to its record by fingerprint.
import { join } from "node:path";
import { BriefingError, EXIT, type ExitCode } from "../../errors.ts";
import type { ImportedDocument } from "../../pack/import/import-documents.ts";
import { count } from "../count.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import type { ImportCommand } from "../options.ts";
import { seenFrom } from "../report.ts";
import { showControls } from "../show-controls.ts";
import { readSuppliedFile } from "../supplied-file.ts";

/**
 * Imports documents. Either all are imported or none: what can't be read, or doesn't fit its record, is told and nothing is written.
 * @throws BriefingError (usage) for a file that is not there, (content) for one that is no document or does not fit its record.
 */
export async function runImport(command: ImportCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const files = await Promise.all(command.files.map((path) => readSuppliedFile(path, io, "import")));
  const outcome = await engine.importDocuments({ folder: command.content, files, today: today(io) });
  if (outcome.problems.length > 0) {
    throw new BriefingError("Nothing was imported.", { exitCode: EXIT.content, problems: outcome.problems });
  }
  for (const document of outcome.imported) report(document, command, io);
  return EXIT.ok;
}

/** The most blocks of a web page that are shown one by one as left out. */
const MOST_SHOWN = 12;

function report(document: ImportedDocument, { content }: ImportCommand, io: Io): void {
  const { name, mediaType, sourceId, vaultFile, passages, omitted, changed, newRecord, suspicions, leftOut } =
    document;
  const numbers = `${count(passages, "passage")}, ${count(omitted, "paragraph")} omitted`;
  const where = seenFrom(io.cwd, join(content, vaultFile));
  const state = changed ? "" : ", unchanged";
  io.stdout.write(`${sourceId}  ${showControls(name)}  ${where}  ${numbers}${state}\n`);
  if (newRecord !== undefined) {
    const record = seenFrom(io.cwd, join(content, newRecord));
    io.stderr.write(
      `  ${record} is a new record: what the document gives is filled in, the rest says “missing”.\n`,
    );
  }
  // The lines of a saved page mean little; its blocks are numbered as those that are left out.
  const unit = mediaType === "text/html" ? "block" : "line";
  for (const { line, what, text } of suspicions) {
    io.stderr.write(
      `  ${unit} ${line} looks like ${what}: ${shorten(text)}; if it is, declare it under omissions.\n`,
    );
  }
  if (leftOut.length === 0) return;
  const rest = leftOut.length > MOST_SHOWN ? [`    and ${leftOut.length - MOST_SHOWN} more`] : [];
  const shown = leftOut.slice(0, MOST_SHOWN).map(({ line, text }) => `    block ${line}: ${shorten(text)}`);
  io.stderr.write(
    `  ${count(leftOut.length, "block")} of the page stand outside its article and are no passages:\n${[...shown, ...rest].join("\n")}\n` +
      "  If one belongs to the source, import the text of the page as plain text instead.\n",
  );
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

// The command `verify`: whether a document is the one that the pack used.
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import type { VerifyCommand } from "../options.ts";
import { choosePaint } from "../paint.ts";
import { formatProblems, seenFrom } from "../report.ts";
import { readSuppliedFile } from "../supplied-file.ts";

/**
 * Compares a document's fingerprints with the pack's receipts. Exit code 0 where it is one of the sources, 4 where it is not, 3 where
 * the pack can't be read.
 */
export async function runVerify(command: VerifyCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const shown = seenFrom(io.cwd, command.file);
  const file = await readSuppliedFile(command.file, io, "verify");
  const verdict = await engine.identifyDocument({ folder: command.content, file });
  if (verdict.kind === "pack unread") {
    const { folder, texts } = verdict.files;
    const paint = choosePaint(io);
    io.stderr.write(formatProblems(verdict.problems, { folder, texts, cwd: io.cwd, paint }));
    const message = "The pack can't be read, so that nothing can be compared with its documents.";
    io.stderr.write(`${paint("red", "error")}  ${message}\n`);
    return EXIT.content;
  }
  if (verdict.kind === "refused") {
    io.stderr.write(`${shown} can't be compared: ${verdict.reason}. ${verdict.fix}\n`);
    return EXIT.evidence;
  }
  if (verdict.kind === "unknown") {
    io.stdout.write(`${shown} is none of the documents that this pack used.\n  SHA-256 ${verdict.hash}\n`);
    return EXIT.evidence;
  }
  const how =
    verdict.kind === "same bytes"
      ? "the same bytes"
      : "the same text, passage by passage, in another encoding or layout";
  io.stdout.write(
    `${shown} is ${verdict.sourceId}, “${verdict.title}”: ${how}.\n  SHA-256 ${verdict.hash}\n`,
  );
  return EXIT.ok;
}

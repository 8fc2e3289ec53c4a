// Reads a document that a command line names.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { BriefingError, contentProblem, EXIT } from "../errors.ts";
import { systemErrorCode, systemErrorMeaning } from "../files/system-error.ts";
import { LARGEST_DOCUMENT } from "../pack/import/decode-document.ts";
import type { CommandName } from "./command-table.ts";
import type { Io } from "./io.ts";
import { seenFrom } from "./report.ts";
import { usageError } from "./usage-error.ts";

/**
 * Reads a document. One that is too large is refused by its size, unread.
 * @throws BriefingError (usage) for what is no file or can't be opened, (content) for a file that is too large.
 */
export async function readSuppliedFile(
  path: string,
  io: Io,
  command: CommandName,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const shown = seenFrom(io.cwd, path);
  const found = await orUsageError(stat(path), shown, command);
  if (found.isDirectory()) throw usageError(`${shown} is a folder; name the documents in it.`, command);
  if (!found.isFile()) throw usageError(`${shown} is not a file.`, command);
  if (found.size > LARGEST_DOCUMENT) {
    const [size, most] = [found.size, LARGEST_DOCUMENT].map((bytes) => Math.round(bytes / 1_000_000));
    const message = `${shown} is ${size} MB large, and at most ${most} MB are taken`;
    const problem = contentProblem("document-refused", undefined, message, "Supply the text alone.");
    throw new BriefingError("Nothing was read.", { exitCode: EXIT.content, problems: [problem] });
  }
  return { name: basename(path), bytes: await orUsageError(readFile(path), shown, command) };
}

async function orUsageError<T>(attempt: Promise<T>, shown: string, command: CommandName): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const message =
      code === "ENOENT" || code === "ENOTDIR"
        ? `There is no file ${shown}.`
        : `${shown} can't be read: ${systemErrorMeaning(code)}.`;
    throw usageError(message, command);
  }
}

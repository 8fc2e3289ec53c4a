// The errors of a place that output cannot be written to.
import { BriefingError, EXIT } from "../errors.ts";
import { systemErrorCode, systemErrorMeaning } from "./system-error.ts";

/**
 * A place that is refused or cannot be written to is a usage error (exit code 2): the pack and the print are sound, and
 * another place mends it.
 */
export function outputError(message: string, cause?: unknown): BriefingError {
  return new BriefingError(message, { exitCode: EXIT.usage, cause });
}

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "Make room on the disk, or name a place on another one with --out or -o.",
  EDQUOT: "Make room on the disk, or name a place on another one with --out or -o.",
  EBUSY: "If it is a mount point, name a folder within it with --out.",
};

/** Tells what the system answered when `path` was to be written. Returns `error` unchanged where it is a bug. */
export function explainUnwritable(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  const remedy = REMEDIES[code] ?? "Mend that, or name another place with --out or -o.";
  const reason = code === "ENOENT" ? "nothing can be made there" : systemErrorMeaning(code);
  return outputError(`${path} cannot be written: ${reason}. ${remedy}`, error);
}

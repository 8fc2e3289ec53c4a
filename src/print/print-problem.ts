// Problems of the print stage: all are errors, and none has a place in a file of the pack.
import { BriefingError, EXIT, type Problem } from "../errors.ts";

/** What can go wrong between the HTML document and the PDF. */
export type PrintCode =
  | "figure-lost"
  | "foreign-request"
  | "glyph-missing"
  | "layout-failed"
  | "page-console"
  | "page-reference"
  | "page-script"
  | "policy"
  | "request-failed"
  | "text-clipped"
  | "text-lost"
  | "text-moved"
  | "text-repeated"
  | "wrong-page-count"
  | "wrong-page-size";

/** Makes a problem of the print stage; the message has no full stop at its end. */
export function printProblem(code: PrintCode, message: string, fix: string): Problem {
  return { code, kind: "print", severity: "error", place: undefined, message: `${message}.`, fix };
}

/** The error that a failed print ends with. */
export function printError(
  message: string,
  problems: readonly Problem[] = [],
  cause?: unknown,
): BriefingError {
  return new BriefingError(message, {
    exitCode: EXIT.print,
    problems,
    ...(cause === undefined ? {} : { cause }),
  });
}

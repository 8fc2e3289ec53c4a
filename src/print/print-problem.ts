// Problems of the print stage: all are errors; those that tell of a block have its place, where it is known.
import { BriefingError, EXIT, type Place, type Problem } from "../errors.ts";

/** What can go wrong between the HTML document and the PDF. */
export type PrintCode =
  | "figure-lost"
  | "font-drawn"
  | "font-not-embedded"
  | "foreign-request"
  | "glyph-missing"
  | "layout-failed"
  | "link-broken"
  | "no-alternative"
  | "page-console"
  | "page-reference"
  | "page-script"
  | "policy"
  | "request-failed"
  | "text-clipped"
  | "text-lost"
  | "text-moved"
  | "text-repeated"
  | "text-unspoken"
  | "wrong-page-count"
  | "wrong-page-size";

/** Makes a problem of the print stage; the message has no full stop at its end. */
export function printProblem(code: PrintCode, message: string, fix: string, place?: Place): Problem {
  return { code, kind: "print", severity: "error", place, message: `${message}.`, fix };
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

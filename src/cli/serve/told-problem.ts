// Problems as data for a page: what the report on a terminal says, piece by piece.
import { join } from "node:path";
import { type Problem, type Severity, sortProblems } from "../../errors.ts";
import { formatCodeFrame } from "../code-frame.ts";
import { seenFrom } from "../report.ts";
import { showControls } from "../show-controls.ts";

/** A problem as a page shows it. */
export interface ToldProblem {
  readonly code: string;
  readonly severity: Severity;
  /** `file:line:column`, as an editor or terminal can open it; null for what has no place. */
  readonly place: string | null;
  readonly message: string;
  readonly fix: string;
  /** The line of the file and a mark under the place; empty where there is no such line. */
  readonly frame: readonly string[];
}

/** Where the problems are. */
export interface ProblemContext {
  /** The pack's folder, absolute. */
  readonly folder: string;
  /** The text of its files. */
  readonly texts: ReadonlyMap<string, string>;
  /** The working folder: paths are shown as seen from it. */
  readonly cwd: string;
}

/** Every problem in the order of files and lines. */
export function tellProblems(problems: readonly Problem[], context: ProblemContext): ToldProblem[] {
  return sortProblems(problems).map(({ code, severity, place, message, fix }) => ({
    code,
    severity,
    place: place
      ? `${showControls(seenFrom(context.cwd, join(context.folder, place.file)))}:${place.line}:${place.column}`
      : null,
    message: showControls(message),
    fix: showControls(fix),
    frame: place ? formatCodeFrame(context.texts.get(place.file) ?? "", place) : [],
  }));
}

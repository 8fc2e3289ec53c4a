// Problems as text for people.
import { join, relative } from "node:path";
import { type Problem, type Severity, sortProblems } from "../errors.ts";
import { formatCodeFrame } from "./code-frame.ts";
import type { Paint } from "./paint.ts";
import { showControls } from "./show-controls.ts";

/** Where the files of the problems are, and how the report looks. */
export interface ReportContext {
  /** The pack's folder, absolute; undefined where problems have no place in a pack. */
  readonly folder: string | undefined;
  /** The text of the pack's files, for the line of each problem. */
  readonly texts: ReadonlyMap<string, string>;
  /** The working folder: paths are shown as seen from it. */
  readonly cwd: string;
  readonly paint: Paint;
}

/**
 * Every problem in the order of files and lines: `file:line:column  severity  code`, the message, what to do, and the line
 * itself; then how many there are. Empty for no problems.
 */
export function formatProblems(problems: readonly Problem[], context: ReportContext): string {
  if (problems.length === 0) return "";
  const blocks = sortProblems(problems).map((problem) => formatProblem(problem, context));
  return `${blocks.join("\n\n")}\n\n${countProblems(problems)}\n`;
}

/** How many errors and warnings there are: `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = (["error", "warning"] as const).flatMap((severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}${number === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "no problems" : counts.join(", ");
}

function formatProblem(problem: Problem, context: ReportContext): string {
  const { place, severity, code, message, fix } = problem;
  const { paint } = context;
  const where = place === undefined ? [] : [formatPlace(problem, context)];
  const head = [...where, paint(COLOURS[severity], severity), paint("dim", code)].join("  ");
  const frame = place === undefined ? [] : formatCodeFrame(context.texts.get(place.file) ?? "", place);
  return [head, `  ${indent(message)}`, `  ${indent(fix)}`, ...frame.map((line) => paint("dim", line))].join(
    "\n",
  );
}

const COLOURS = { error: "red", warning: "yellow" } as const satisfies Readonly<Record<Severity, string>>;

/** The place as an editor or terminal can open it. */
function formatPlace({ place }: Problem, { folder, cwd, paint }: ReportContext): string {
  if (place === undefined) return "";
  const path = folder === undefined ? place.file : seenFrom(cwd, join(folder, place.file));
  return paint("bold", `${showControls(path)}:${place.line}:${place.column}`);
}

/** A path as seen from a folder, absolute where it lies outside it. */
export function seenFrom(cwd: string, path: string): string {
  const seen = relative(cwd, path);
  return seen === "" || seen.startsWith("..") ? path : seen;
}

function indent(text: string): string {
  return showControls(text).replaceAll("\n", "\n  ");
}

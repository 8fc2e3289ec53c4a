// Expected errors, the problems they carry, and the exit codes of the commands.

/** Exit codes of every command; anything not listed is a bug. */
export const EXIT = {
  ok: 0,
  bug: 1,
  usage: 2,
  content: 3,
  evidence: 4,
  print: 5,
  interrupted: 130,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A place in a file of the pack: a path relative to the pack's folder, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Whether a problem stops the pack from being built. */
export type Severity = "error" | "warning";

/** The promise that a problem breaks; it decides the exit code. */
export type ProblemKind = "content" | "evidence" | "print";

/**
 * One thing that is wrong, told so that a person can mend it: what was found, what was expected and what to do.
 * A problem without a place concerns the machine or the pack as a whole.
 */
export interface Problem {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly place: Place | undefined;
  /** What was found and what was expected, as one sentence. */
  readonly message: string;
  /** What to do about it, as one sentence. */
  readonly fix: string;
}

/**
 * The one class for errors a user can cause and mend. Every other error is a bug and keeps its stack.
 * `problems` may be empty where the message says it all (a usage error, a missing browser).
 */
export class BriefingError extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];

  constructor(
    message: string,
    options: { exitCode: ExitCode; problems?: readonly Problem[]; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "BriefingError";
    this.exitCode = options.exitCode;
    this.problems = options.problems ?? [];
  }
}

/** Makes a content problem of severity `error`, the most common kind. */
export function contentProblem(
  code: string,
  place: Place | undefined,
  message: string,
  fix: string,
): Problem {
  return { code, kind: "content", severity: "error", place, message, fix };
}

/** Sorts problems by file, line, column and code, so that a report reads like the files do. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = (problem: Problem): [string, number, number, string] => [
    problem.place?.file ?? "",
    problem.place?.line ?? 0,
    problem.place?.column ?? 0,
    problem.code,
  ];
  return [...problems].sort((left, right) => {
    const [a, b] = [key(left), key(right)];
    return compareText(a[0], b[0]) || a[1] - b[1] || a[2] - b[2] || compareText(a[3], b[3]);
  });
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exit code that a set of problems asks for: content before evidence before print; 0 when none is an error. */
export function exitCodeOf(problems: readonly Problem[]): ExitCode {
  const kinds = new Set(problems.filter((problem) => problem.severity === "error").map((p) => p.kind));
  if (kinds.has("content")) return EXIT.content;
  if (kinds.has("evidence")) return EXIT.evidence;
  if (kinds.has("print")) return EXIT.print;
  return EXIT.ok;
}

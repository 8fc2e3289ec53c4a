// What the pages of the live server are told of its state.
import type { LiveState } from "./live-site.ts";
import type { ToldProblem } from "./told-problem.ts";

/** The state as the pages know it. */
export interface ToldState {
  readonly version: number;
  readonly building: boolean;
  /** Whether what is shown is not what was saved last. */
  readonly broken: boolean;
  /** The pack's title; null while it is not known. */
  readonly title: string | null;
  /** How long ago the last good build was there, and how long it took, in milliseconds; null while there is none. */
  readonly age: number | null;
  readonly took: number | null;
  /** The first of the problems, errors before warnings, and how many there are. */
  readonly problems: readonly ToldProblem[];
  readonly counts: { readonly errors: number; readonly warnings: number };
  readonly remarks: readonly string[];
}

/** More are of no use in a page: whoever has so many mends the first. */
const MOST_PROBLEMS = 100;

/** Makes what is told; `now` is a time of `performance.now()`. */
export function tellState(state: LiveState, now: number): ToldState {
  const { version, building, broken, good, problems, remarks } = state;
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return {
    version,
    building,
    broken,
    title: good?.title ?? null,
    age: good ? Math.round(now - good.at) : null,
    took: good ? Math.round(good.took) : null,
    problems: [...errors, ...warnings].slice(0, MOST_PROBLEMS),
    counts: { errors: errors.length, warnings: warnings.length },
    remarks,
  };
}

// What was measured of one print.

/** Each state in which this engine prints a document: never printed before, a word changed in one part, one part longer. */
export type State = "cold" | "word" | "page";

/** One print by one engine; of several runs, the medians. */
export interface PrintResult {
  /** How many pages were asked for. */
  readonly size: number;
  readonly engine: string;
  readonly state: State;
  readonly seconds: number;
  /** Of the largest process. */
  readonly megabytes: number;
  /** What the largest process was. */
  readonly largest: string;
  readonly kilobytes: number;
  readonly pages: number;
  /** What the stages of this engine took, in milliseconds, where it tells. */
  readonly timings?: Readonly<Record<string, number>>;
}

/** The middle one of some numbers; the lower of two. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

/** The print of a size by an engine in a state. */
export function findResult(
  results: readonly PrintResult[],
  size: number,
  engine: string,
  state: State = "cold",
): PrintResult | undefined {
  return results.find((result) => result.size === size && result.engine === engine && result.state === state);
}

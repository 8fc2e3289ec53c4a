// What reading one file of a pack gives: the thing, if it could be understood, and the problems.
import type { Problem } from "../../errors.ts";

/** A thing read from a file, or nothing where its problems keep it from being understood. */
export interface ReadResult<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

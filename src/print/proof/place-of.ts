// Where an element of the source stands, for the problems that tell of it.
import type { Place } from "../../errors.ts";
import type { SourceText } from "./printed-text.ts";

/**
 * The place of an element, as far as it is known: a file of the pack, or the document itself, whose file is then empty
 * (`nameDocument` fills it in).
 */
export function placeOf(source: Pick<SourceText, "places">, ref: string): Place | undefined {
  const place = source.places[ref];
  return place && { ...place, column: 1 };
}

/** Names the document in the places that stand in it. */
export function nameDocument<P extends { readonly place: Place | undefined }>(
  problems: readonly P[],
  document: string,
): readonly P[] {
  return problems.map((problem) =>
    problem.place?.file === "" ? { ...problem, place: { ...problem.place, file: document } } : problem,
  );
}

// What is known of a document, in words: what its record does not hold is left out, and what the pack inferred or supplied is marked.
import type { RecordField } from "../../model/bibliography.ts";
import type { SourcePart } from "../../model/pack.ts";
import { viewDate } from "./dates.ts";
import { formatList, formatName } from "./names.ts";

/** The facts of a document; undefined what its record does not hold. */
export interface MarkedFacts {
  readonly author: string | undefined;
  readonly title: string | undefined;
  /** Where it was published. */
  readonly container: string | undefined;
  readonly date: string | undefined;
}

/** Puts in square brackets what the document does not give, as bibliographies have it (ISO 690). */
export function markFacts({ csl, standings }: SourcePart, language: string): MarkedFacts {
  const mark = (field: RecordField, value: string | undefined): string | undefined => {
    const given = standings.find((standing) => standing.field === field)?.kind === "given";
    return value === undefined || given || isMarked(value) ? value : `[${value}]`;
  };
  return {
    author: mark("author", csl.author && formatList(csl.author.map(formatName), language)),
    title: mark("title", csl.title),
    container: mark("container-title", csl["container-title"]),
    date: mark("issued", csl.issued && viewDate(csl.issued, language).text),
  };
}

/** Whether a fact stands in square brackets. */
export function isMarked(fact: string | undefined): boolean {
  return fact !== undefined && /^\[.*\]$/s.test(fact);
}

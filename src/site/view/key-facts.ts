// What is to be known of a source at a glance: what it is, whose, of when, how long. The record tells where each fact comes from.
import type { SourcePart } from "../../model/pack.ts";
import { markFacts } from "./marked-facts.ts";

/** A fact with its label; `undefined` where the document does not tell. */
export interface KeyFact {
  readonly label: string;
  readonly value: string | undefined;
}

/** The facts in the order in which they are shown. */
export function viewKeyFacts(source: SourcePart, language: string): KeyFact[] {
  const { csl, passages, omissions } = source;
  const { author, container, date } = markFacts(source, language);
  return [
    { label: "Kind", value: kindOf(csl) },
    { label: "Author", value: author },
    { label: "Published in", value: container },
    { label: "Date", value: date },
    { label: "Length", value: formatLength(passages) },
    ...(omissions.length > 0 ? [{ label: "Left out", value: formatOmissions(omissions.length) }] : []),
  ];
}

/** Item types whose name in CSL-JSON is not what a reader would call them; the others are read as they stand. */
const TYPE_LABELS: Readonly<Record<string, string>> = {
  "article-journal": "Journal article",
  "article-magazine": "Magazine article",
  "article-newspaper": "Newspaper article",
  "entry-dictionary": "Dictionary entry",
  "entry-encyclopedia": "Encyclopedia entry",
  "paper-conference": "Conference paper",
  "post-weblog": "Blog post",
  "review-book": "Book review",
};

/** What kind of document it is: its type, and its genre where one is told. */
export function kindOf({ type, genre }: SourcePart["csl"]): string {
  const words = TYPE_LABELS[type] ?? type.replaceAll(/[_-]/g, " ");
  const kind = words.charAt(0).toUpperCase() + words.slice(1);
  return genre === undefined ? kind : `${kind}, ${genre}`;
}

/** How long a source is. */
export function formatLength(passages: number): string {
  return passages === 1 ? "1 passage" : `${passages} passages`;
}

function formatOmissions(count: number): string {
  return count === 1 ? "1 stretch" : `${count} stretches`;
}

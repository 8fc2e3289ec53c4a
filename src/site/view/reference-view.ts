// How a page is cited: the pack with its edition, and the part, or the source of which the part gives an account.
import type { Pack, Part, SourcePart } from "../../model/pack.ts";
import { viewDate } from "./dates.ts";
import { markFacts } from "./marked-facts.ts";

/** What a copied citation is put together from, before the place within the page and its address. */
export interface ReferenceView {
  /** The pack: “Title”, edition 1, 25 November 2026. */
  readonly pack: string;
  /** The part: its name, or for a source the document that it is about. */
  readonly part: string;
  /** Whether the part is an account of a document, so that the passage cited is the document's. */
  readonly source: boolean;
}

/** How a page of a pack is cited. */
export function viewReference({ manifest }: Pack, part: Part | { readonly title: string }): ReferenceView {
  const { title, edition, language } = manifest;
  const source = "kind" in part && part.kind === "source";
  return {
    pack: `“${title}”, edition ${edition.number}, ${viewDate(edition.date, language).text}`,
    part: source ? referTo(part, language) : part.title,
    source,
  };
}

/** A document in one line: author, title, where it was published, date, with the marks of `markFacts`. */
export function referTo(source: SourcePart, language: string): string {
  const { author, title, container, date } = markFacts(source, language);
  return [author, title, container, date].filter((piece) => piece !== undefined).join(", ");
}

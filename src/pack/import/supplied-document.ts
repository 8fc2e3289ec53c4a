// A supplied document taken apart: its paragraphs and what it says of itself.

/** The kinds of document that are taken. */
export type MediaType = "text/plain" | "text/markdown" | "text/html";

/** What a document says of itself. A field that it does not give is undefined. */
export interface FoundData {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly containerTitle?: string | undefined;
  readonly issued?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/** One paragraph of a document as supplied. */
export interface Paragraph {
  readonly text: string;
  /** The line of the document on which it begins, counted from 1; for HTML, its number among the blocks of text. */
  readonly line: number;
}

/** A document taken apart. */
export interface SuppliedDocument {
  readonly mediaType: MediaType;
  readonly paragraphs: readonly Paragraph[];
  /** What of a web page is no part of its article. */
  readonly leftOut: readonly Paragraph[];
  readonly found: FoundData;
}

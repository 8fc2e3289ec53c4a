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
  /** The line of the document on which it begins, counted from 1. */
  readonly line: number;
  /** Whether the extractor takes it for no part of a web page's article: it is a passage all the same, unless a person omits it. */
  readonly outsideArticle?: boolean;
}

/** A document taken apart: all of its text, in order. */
export interface SuppliedDocument {
  readonly mediaType: MediaType;
  readonly paragraphs: readonly Paragraph[];
  readonly found: FoundData;
}

/** Whether a text has a letter or a digit. One that has none, such as a ruler of asterisks, is no passage: no précis could be of it. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

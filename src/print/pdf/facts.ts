// What is known of a document's elements when it is printed; plain data, read in the page.
import type { PdfMetadata } from "./pdf-metadata.ts";

export interface ElementFacts {
  readonly tag: string;
  readonly lang?: string;
  readonly role?: string;
  readonly alt?: string;
  readonly call?: string;
  readonly link?: {
    readonly to?: string;
    readonly href?: string;
    readonly text: string;
    readonly title?: string;
  };
}
export interface PrintedText {
  readonly mark: string;
  readonly text: string;
  readonly page: number;
}
export interface StretchFacts {
  readonly pages: number;
  readonly elements: Readonly<Record<string, ElementFacts>>;
  readonly texts: readonly PrintedText[];
}
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}
export interface DocumentFacts {
  readonly metadata: PdfMetadata;
  readonly program: string;
  readonly headings: readonly {
    readonly mark: string;
    readonly level: number;
    readonly text: string;
    readonly place: Place;
  }[];
  readonly destinations: Readonly<Record<string, Place>>;
}

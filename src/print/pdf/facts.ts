// What is read of a document in the page before it is printed: what the browser leaves out of its PDF.
import type { PdfMetadata } from "./pdf-metadata.ts";

/** What an element of the document says of itself. */
export interface ElementFacts {
  /** Its name, in lower case. */
  readonly tag: string;
  /** Its own language, if it names one. */
  readonly lang?: string;
  /** Whether it is a list of contents, or holds one: `doc-toc` (DPUB-ARIA 1.1), or the part of a pack of that name. */
  readonly contents?: true;
  /** The alternative text of a picture or drawing; "" says that it is decoration. */
  readonly alt?: string;
  /** What is said instead of what it shows. */
  readonly replacement?: string;
  /** How many rows and columns a cell reaches over, where it is more than one; the browser counts those of its page alone. */
  readonly rows?: number;
  readonly columns?: number;
  /** For the body of a footnote: the mark of the element that calls it. */
  readonly call?: string;
  /** For a link: the id it leads to in this document, or the address it leads to elsewhere. */
  readonly link?: LinkFacts;
}

/** Where a link leads and what it says. */
export interface LinkFacts {
  /** An id in this document. */
  readonly to?: string;
  /** An address elsewhere. */
  readonly href?: string;
  readonly text: string;
  readonly title?: string;
}

/** The text of one text node, with its white space. */
export interface PrintedText {
  /** The mark of the nearest block. */
  readonly mark: string;
  readonly text: string;
  /** From 0, within the stretch. */
  readonly page: number;
  /** Whether the text around it runs from right to left. */
  readonly backward?: true;
  /** Whether it is not laid out, or assistive technology is not told of it. */
  readonly unspoken?: true;
}

/** Where a generated text stands: in the sign of a list item or note, or before or after what its element holds. */
export type GeneratedSide = "marker" | "before" | "after";

/** A text that the browser paints without saying what it belongs to: one that styles generate, or one that is not to be read. */
export interface GeneratedText {
  /** From 0, within the stretch. */
  readonly page: number;
  /** The marks of the element it belongs to and of those around, from the innermost; none in the margins. */
  readonly owners: readonly string[];
  readonly side: GeneratedSide;
  /** As it is laid out, counters resolved. */
  readonly text: string;
  /** Whether it is to be read; else it is decoration, or stands in a margin. */
  readonly spoken: boolean;
  /** Whether it stands in a box of its own, and not in the line: at the other end of a line of contents, for example. */
  readonly apart: boolean;
  /** What is to be said instead. */
  readonly alternative?: string;
  /** Whether the text around it runs from right to left. */
  readonly backward?: true;
}

/** What goes with one stretch: some pages that are printed together. */
export interface StretchFacts {
  readonly pages: number;
  /** By mark: the part and the number that each element carries in its `lang` while it is printed. */
  readonly elements: Readonly<Record<string, ElementFacts>>;
  /** In the order of the document. */
  readonly texts: readonly PrintedText[];
  /** In the order of the document. */
  readonly generated: readonly GeneratedText[];
}

/** A place on a page. */
export interface Place {
  /** From 0, in the document. */
  readonly page: number;
  /** CSS pixels from the left edge of the page. */
  readonly x: number;
  /** CSS pixels from the top edge of the page. */
  readonly y: number;
}

/** A heading of the document and where it is printed. */
export interface HeadingFacts {
  readonly mark: string;
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  readonly place: Place;
}

/** What goes with the whole document. */
export interface DocumentFacts {
  readonly metadata: PdfMetadata;
  /** Name and version of this program. */
  readonly program: string;
  /** In the order of the document. */
  readonly headings: readonly HeadingFacts[];
  /** By id: every id that a link leads to. */
  readonly destinations: Readonly<Record<string, Place>>;
  /** Where sheets are larger than the pages that are cut out of them. */
  readonly trim?: SheetMargins | undefined;
}

/** What lies around a page that will be cut, in millimetres on each side. */
export interface SheetMargins {
  /** How far the sheet goes on. */
  readonly sheet: number;
  /** How far colour goes on that reaches the edge of the page. */
  readonly bleed: number;
}

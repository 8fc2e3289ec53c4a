// What is known of a document's text before and after it is cut into pages; plain data, read in the page.

/** Kinds of elements that are to be worked with, not read. */
export type ControlKind = "menu" | "field" | "frame" | "recording";

/** The text of a document before pagination. Elements are known by their number in the document. */
export interface SourceText {
  /** Every piece of text that must reach paper, in order. */
  readonly texts: {
    readonly text: string;
    /** The elements it stands in, from the innermost to the nearest block. */
    readonly refs: readonly string[];
  }[];
  /** Images and drawings that must reach paper. */
  readonly figures: {
    readonly ref: string;
    readonly name: string;
    /** Whether it neither has a text that stands for it nor is said to be decoration. */
    readonly unnamed?: true;
  }[];
  /** The text of each heading, in order. */
  readonly headings: string[];
  /** What shows only a part of what it holds, or nothing: menus, fields, frames, recordings. */
  readonly controls: {
    readonly ref: string;
    readonly name: string;
    readonly kind: ControlKind;
    /** What does not show, as far as it is known. */
    readonly text: string;
  }[];
  /** Where elements stand in their file; the file is empty for the document itself. */
  readonly places: Record<string, { readonly file: string; readonly line: number }>;
  /** The blocks, and what to call each: its tag, with its id and its part of the pack if it has them. */
  readonly blocks: Record<string, string>;
}

/** Whether something can be seen on its page: in its box, beyond it, or not at all. */
type Visibility = "inside" | "outside" | "unseen";

/** The text of a document after pagination. */
export interface PagedText {
  readonly texts: {
    /** The block (or the footnote) of the source it belongs to; empty if none. */
    readonly unit: string;
    readonly text: string;
    /** Counted from 1. */
    readonly page: number;
    readonly area: "flow" | "note" | "margin";
    readonly place: Visibility;
    /** Whether it stands in the second part of a row that was cut, where cells go on side by side. */
    readonly continued?: boolean;
    /** The part of the pack it stands in; empty if none. */
    readonly part: string;
  }[];
  /** Boxes in the margin of a page (`bottom-left`) of which something lies off the sheet. */
  readonly margins: { readonly box: string; readonly page: number }[];
  readonly figures: { readonly ref: string; readonly page: number; readonly place: Visibility }[];
  /** Elements that became footnotes. */
  readonly notes: string[];
}

// What is known of a document before its parts are laid out; plain data, read in the page.

/** An element's attributes, in order. */
export type Attributes = readonly (readonly [name: string, value: string])[];

/** One part of a document: what stands from one forced page break to the next. */
export interface PlannedPart {
  /** The number of its first element; 0 for the first part. Numbers count the elements of the document in order. */
  readonly ref: number;
  /** The numbers of the elements that its first element stands in, from the innermost. */
  readonly ancestors: readonly number[];
  /** The SHA-256 of its source and of all that it takes over from the parts before it. */
  readonly digest: string;
  /** How long its text is, in characters. */
  readonly letters: number;
  /** The addresses of the pictures it shows, as they are written. */
  readonly pictures: readonly string[];
  /** The ids whose pages it names. */
  readonly references: readonly string[];
}

/** A document whose parts can be laid out, each by itself. */
export interface LayoutPlan {
  readonly parts: readonly PlannedPart[];
  /** The style sheets as Paged.js reads them, in order. */
  readonly sheets: readonly string[];
  /** The attributes of the root element and of the body. */
  readonly root: Attributes;
  readonly body: Attributes;
  /** What stands on every page. */
  readonly fixed: readonly string[];
  /** What of a part's place the layout depends on: nothing, the side its first page is on, or that page's number. */
  readonly dependsOn: "nothing" | "side" | "page";
}

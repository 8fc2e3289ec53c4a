// One stretch as it will stand in the finished file: plain data that can be kept, or sent to another thread.

/** What a page shows, as a reader of the file gets it. */
export interface FragmentText {
  /** In the order it is painted. */
  readonly text: string;
  /** How many glyphs are the font's sign for “no such character”: a reader sees nothing, or a box. */
  readonly missingGlyphs: number;
}

/** A text that is to be read, and that was not found among what its page shows of elements: no reader hears it. */
export interface UntaggedText {
  /** From 0, within the stretch. */
  readonly page: number;
  readonly text: string;
  /** The marks of the element it belongs to and of those around, from the innermost. */
  readonly owners: readonly string[];
}

/** A font that a page shows text in. */
export interface FragmentFont {
  /** Its name, without the sign of a subset; empty if it has none. */
  readonly name: string;
  /** `Type0`, `TrueType`, `Type3` … (ISO 32000-1, 9.5). */
  readonly kind: string;
  /** Whether its glyphs are in the file. */
  readonly embedded: boolean;
  /** The first page that shows it, from 0 within the stretch. */
  readonly page: number;
}

/** An object's text; a number stands for the reference to another object of the fragment. */
export type ObjectParts = readonly (string | number)[];

/** A font, a picture, a graphics state or the like. */
export interface FragmentObject {
  readonly parts: ObjectParts;
  /** The data of a stream, as stored. */
  readonly data?: Uint8Array;
  /** Says what the object is made of, with all it refers to; equal objects are written once. */
  readonly hash: string;
  /** How many marks the stream of a form has; they are bound to the structure. */
  readonly marks?: number;
}

/** The area of a link on a page. */
export interface FragmentLink {
  /** In the page's own units, as the browser gives it. */
  readonly rectangle: readonly number[];
  /** An id in the document. */
  readonly to?: string;
  /** An address elsewhere. */
  readonly href?: string;
  /** What is said of it. */
  readonly says: string;
}

/** A page. */
export interface FragmentPage {
  readonly width: number;
  readonly height: number;
  /** The content, packed. */
  readonly content: Uint8Array;
  /** How many marks it has. */
  readonly marks: number;
  readonly resources: ObjectParts;
  readonly links: readonly FragmentLink[];
}

/** Content of an element: a mark of a page, or of a form (by its object) that the page paints. */
export interface ContentKid {
  readonly page: number;
  readonly mcid: number;
  readonly form?: number;
}

/** A link's area as content of its element, by its place among those of the page. */
export interface LinkKid {
  readonly page: number;
  readonly link: number;
}

/** An element as the document has it; what types it takes in the file is decided when all fragments are joined. */
export interface StructureElement {
  /** The name of its element in the document, or the type that the browser gave it where it is none of the document's: `Lbl`. */
  readonly tag: string;
  /** Siblings that have the same are one element; "" is never the same. */
  readonly mark: string;
  readonly lang?: string;
  readonly alt?: string;
  /** What is said instead of what it shows. */
  readonly replacement?: string;
  /** Whether its lists are lists of contents. */
  readonly contents?: boolean;
  /** For a footnote: the mark of what calls it. */
  readonly call?: string;
  /** Attribute dictionaries of a cell, written. */
  readonly attributes?: string;
  /** Whether it is a block that holds text of its own. */
  readonly block?: boolean;
  readonly kids: readonly StructureKid[];
}

export type StructureKid = StructureElement | ContentKid | LinkKid;

/** One stretch. Pages are counted from 0 within it. */
export interface Fragment {
  readonly pages: readonly FragmentPage[];
  readonly objects: readonly FragmentObject[];
  /** The children of the document in the structure. */
  readonly structure: readonly StructureKid[];
  /** Its footnotes, in the order of the pages. */
  readonly notes: readonly StructureElement[];
  readonly pageTexts: readonly FragmentText[];
  readonly fonts: readonly FragmentFont[];
  /** Those that styles generate. */
  readonly untagged: readonly UntaggedText[];
  /** Those of the document, as far as nothing of a block is heard on its page. */
  readonly silent: readonly UntaggedText[];
  /** How many lines that run from right to left are read as they are painted: their letters are not those of the document. */
  readonly unordered: number;
}

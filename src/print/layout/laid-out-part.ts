// A part that is laid out: its pages as HTML, with what has still to be filled in; plain data, kept in the cache.

/** Width and height, in CSS pixels. */
export type PageSize = readonly [width: number, height: number];

/** One page of a part. */
export interface LaidOutPage {
  /**
   * The page's element, as HTML. Where marks of elements stand, between U+E000 and U+E001, is the element's number counted from the
   * part's first; for elements around the part `^0`, `^1` … from the innermost.
   */
  readonly html: string;
  /** Width and height of the paper, bleed included, in CSS pixels. */
  readonly size: PageSize;
  /** The ids on it. */
  readonly ids: readonly string[];
  /** By how much it moves the page counter on, and the value it sets it to before, if it does. */
  readonly increment: number;
  readonly reset?: number;
}

/** A part, laid out. */
export interface LaidOutPart {
  readonly pages: readonly LaidOutPage[];
  /** The values that counters of the part begin with, as CSS has them: `chapter 3 footnote 12`. */
  readonly counters: string;
  readonly notes: number;
}

/** What came of laying out a part in a tab; one that stands there can be handed over. */
export type LayoutOutcome =
  | { readonly kind: "stands" }
  /** No page break came before the next part, so that the two are one. */
  | { readonly kind: "runs-on" }
  | { readonly kind: "failed"; readonly message: string; readonly page: number };

/** What came of laying out a part. */
export type PartOutcome =
  | { readonly kind: "laid-out"; readonly part: LaidOutPart }
  | Exclude<LayoutOutcome, { readonly kind: "stands" }>;

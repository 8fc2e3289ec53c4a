// The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4), in their groups.

const GROUPING = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private";
const BLOCKS = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot";
const INLINE =
  "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form";

const STANDARD = new Set(`${GROUPING} ${BLOCKS} ${INLINE}`.split(" "));
const INLINE_TYPES = new Set(INLINE.split(" "));

/** Whether a type is one of the standard types of PDF 1.7. */
export function isStandardType(type: string): boolean {
  return STANDARD.has(type);
}

/** Whether a type is one of a block of its own, not of a line of text nor of none (NonStruct, Private, unknown types). */
export function isBlockType(type: string): boolean {
  return isStandardType(type) && !INLINE_TYPES.has(type) && type !== "NonStruct" && type !== "Private";
}

/** Whether a type is a heading with a level. */
export function headingLevel(type: string): number | undefined {
  const level = /^H([1-6])$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
}

// The handlers by which a document that does not fit its pages is printed whole all the same, in their order.
import { breakTables } from "./break-tables.ts";
import { fitHeight } from "./fit-height.ts";
import { fitWidth } from "./fit-width.ts";
import { limitFootnotes } from "./limit-footnotes.ts";
import { limitIndents } from "./limit-indents.ts";
import { mendPageEnds } from "./mend-page-ends.ts";

/**
 * What is run in the page between the script of Paged.js and the layout. Each changes only what would be lost: a document that fits
 * its pages is laid out as Paged.js does it. Those that find breaks wrap each other: the last is asked first, and has the last word.
 */
export const FITTING_HANDLERS: readonly (() => void)[] = [
  limitIndents,
  mendPageEnds,
  fitHeight,
  fitWidth,
  breakTables,
  limitFootnotes,
];

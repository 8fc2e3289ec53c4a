// All stretches of a document as one: what was seen of their pages, by the pages of the document.
import type { PageSize } from "../layout/laid-out-part.ts";
import type { HeadingFacts, Place } from "../pdf/facts.ts";
import type { PagedText, SourceText } from "../proof/printed-text.ts";
import type { PrintedStretch } from "./print-stretch.ts";
import { type Stretch, sizesOf } from "./stretch.ts";
import type { StretchPart } from "./take-stretch.ts";

/** What is kept of a stretch: its part of the PDF and what was seen of its pages. */
export interface TakenStretch extends Omit<PrintedStretch, "pdf" | "texts">, StretchPart {}

/** What was seen of all pages. */
export interface WholeDocument {
  readonly paged: PagedText;
  /** Where each id is. */
  readonly places: Readonly<Record<string, Place>>;
  readonly headings: readonly HeadingFacts[];
  /** Width and height of each page, in CSS pixels. */
  readonly sizes: readonly PageSize[];
}

/** Gathers stretches, in the order of their pages. */
export function gatherStretches(
  source: SourceText,
  stretches: readonly { readonly stretch: Stretch; readonly taken: TakenStretch }[],
): WholeDocument {
  const taken = stretches.map((one) => one.taken);
  const places: Record<string, Place> = {};
  const headings: HeadingFacts[] = [];
  for (const { stretch, taken: one } of stretches) {
    const shift = (place: Place): Place => ({ ...place, page: place.page + stretch.before });
    for (const [id, place] of Object.entries(one.marked.places)) places[id] ??= shift(place);
    for (const heading of one.marked.headings) {
      // A heading that runs over a page has its whole text in the source.
      const text = source.headings[headings.length] ?? heading.text;
      headings.push({ ...heading, text, place: shift(heading.place) });
    }
  }
  return {
    paged: {
      texts: taken.flatMap(({ paged }) => paged.texts),
      margins: taken.flatMap(({ paged }) => paged.margins),
      figures: taken.flatMap(({ paged }) => paged.figures),
      notes: taken.flatMap(({ paged }) => paged.notes),
    },
    places,
    headings,
    sizes: stretches.flatMap(({ stretch }) => sizesOf(stretch.parts)),
  };
}

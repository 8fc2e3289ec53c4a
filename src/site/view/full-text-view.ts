// The full text of a source for display: its passages in order, each with the way to its précis.
import type { FullText } from "../../model/full-text.ts";
import { passageId, passageTextId } from "../../model/identifiers.ts";
import type { SourcePart } from "../../model/pack.ts";
import { overlap, type PassageRange } from "../../model/passages.ts";

/** The heading above a full text, and what lists of contents call it. */
export const FULL_TEXT_TITLE = "Full text";

/** The id of that heading. */
export function fullTextId(slug: string): string {
  return `${slug}--full-text`;
}

/** A passage in the words of the document. */
interface PassageView {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** The id of its précis; undefined where the record accounts for it by a quotation. */
  readonly precisId: string | undefined;
  /** Of which law or treaty it is the text. */
  readonly official: string | undefined;
}

/** A full text as its template sees it. */
export interface FullTextView {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly PassageView[];
}

/** Makes the view of a full text. */
export function viewFullText(part: SourcePart, { passages }: FullText): FullTextView {
  const summarised = part.body.blocks
    .filter(({ name }) => name === "precis")
    .flatMap((block) => block.passages);
  return {
    id: fullTextId(part.slug),
    title: FULL_TEXT_TITLE,
    passages: passages.map((text, index) => {
      const number = index + 1;
      const self: PassageRange[] = [{ from: number, to: number }];
      return {
        id: passageTextId(part.slug, number),
        number,
        text,
        precisId: overlap(summarised, self) ? passageId(part.slug, number) : undefined,
        official: part.officialText.find((official) => overlap(official.passages, self))?.what,
      };
    }),
  };
}

// What rendering must be told of the surroundings: where links lead on a page or on paper.
import type { PassageRange } from "../model/passages.ts";
import type { Support } from "../model/support.ts";

/** A place that cites a passage, for the links back. */
export interface BackLink {
  readonly label: string;
  /** The slug of the part in which it stands. */
  readonly part: string;
  readonly id: string;
}

/** Passages of a source that bear on a judgement in one way, with the link to them. */
export interface EvidenceLink {
  readonly support: Support;
  readonly label: string;
  readonly href: string;
}

/** The surroundings of a text that is being rendered. Every function is pure. */
export interface ProseView {
  /** The part in which the text stands: its file relative to the pack's folder, and its slug. */
  readonly from: { readonly file: string; readonly slug: string };
  /** The address of a part, or of an element of it, as seen from here. */
  readonly hrefOf: (target: { readonly part: string; readonly id: string | undefined }) => string;
  /** The part that was read from a file, if there is one. */
  readonly partOfFile: (file: string) => { readonly slug: string } | undefined;
  /** The source of a citation key. */
  readonly sourceOf: (key: string) => { readonly id: string; readonly slug: string } | undefined;
  /** The address of an image, given its file relative to the pack's folder. */
  readonly imageHref: (file: string) => string;
  /** Where passages of a source are cited. */
  readonly citedIn: (sourceSlug: string, passages: readonly PassageRange[]) => readonly BackLink[];
  /** The id of the element to which a citation of a passage leads; where left out, that of its précis. */
  readonly idOfPassage?: (sourceId: string, passage: number) => string;
  /** Whether blocks tell the line of their file (`data-source-line`), as they do in the print document. */
  readonly sourceLines?: boolean;
  /** The id of the element that shows cited passages in place; undefined where there is none, as in print. */
  readonly popoverOf?: (sourceSlug: string, passages: readonly PassageRange[]) => string | undefined;
  /** What a judgement rests on, to be listed beside it; left out where there is no room, as in print. */
  readonly evidenceOf?: (judgementId: string) => readonly EvidenceLink[];
}

// Where a declared omission begins and ends among the paragraphs of a document.
import { foldText } from "../../evidence/words/fold-text.ts";
import { type FoldedDocument, findEnds, findStarts, findWhole } from "./find-words.ts";

/** An omission as a record declares it: the first and the last words of a stretch. */
export interface OmissionPhrases {
  readonly what: string;
  readonly starts: string;
  readonly ends: string;
}

/** An end of an omission whose words fit no paragraph, or more than one. */
export interface UncertainEnd {
  readonly end: "starts" | "ends";
  /** The positions of the paragraphs that they fit. */
  readonly fits: readonly number[];
}

/** Where an omission lies: the positions of its first and its last paragraph; undefined where its words don't stand. */
export interface LocatedOmission {
  readonly stretch: { readonly from: number; readonly to: number } | undefined;
  readonly uncertain: readonly UncertainEnd[];
}

/**
 * Locates the omission at `index`. Its first words must stand at the head of one paragraph that no other omission has taken, or of
 * as many as there are omissions with the same words; its last words at the end of one paragraph from there on, or of one before
 * the next omission. Where both are the same words, a paragraph that is these words and no more is meant. What fits several
 * places is uncertain, and lies where it fits first.
 */
export function locateOmission(
  document: FoldedDocument,
  omissions: readonly OmissionPhrases[],
  index: number,
  taken: ReadonlySet<number>,
): LocatedOmission {
  const omission = omissions[index];
  if (omission === undefined) return { stretch: undefined, uncertain: [] };
  const heads = findHeads(document, omission);
  const free = heads.at.filter((position) => !taken.has(position));
  const [from] = free;
  if (from === undefined) return { stretch: undefined, uncertain: [{ end: "starts", fits: [] }] };
  const alike = omissions.slice(index).filter((other) => isAlike(other, omission)).length;
  const uncertain: readonly UncertainEnd[] = free.length > alike ? [{ end: "starts", fits: free }] : [];
  if (heads.whole) return { stretch: { from, to: from }, uncertain };

  const ends = findEnds(document, omission.ends).filter((position) => position >= from);
  const next = omissions[index + 1];
  const nextHeads = next === undefined ? [] : findHeads(document, next).at;
  const bound = [...nextHeads, ...taken].reduce(
    (least, position) => (position > from ? Math.min(least, position) : least),
    document.paragraphs.length,
  );
  const before = ends.filter((position) => position < bound);
  const to = before[0] ?? ends[0];
  if (to === undefined) return { stretch: undefined, uncertain: [...uncertain, { end: "ends", fits: [] }] };
  const certain = ends.length === 1 || before.length === 1;
  return {
    stretch: { from, to },
    uncertain: certain ? uncertain : [...uncertain, { end: "ends", fits: ends }],
  };
}

function findHeads(
  document: FoldedDocument,
  { starts, ends }: OmissionPhrases,
): { readonly at: readonly number[]; readonly whole: boolean } {
  const whole = foldText(starts) === foldText(ends) ? findWhole(document, starts) : [];
  return whole.length > 0 ? { at: whole, whole: true } : { at: findStarts(document, starts), whole: false };
}

function isAlike(left: OmissionPhrases, right: OmissionPhrases): boolean {
  return foldText(left.starts) === foldText(right.starts);
}

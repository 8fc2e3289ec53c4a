// A quotation as the segments that must stand in a document, by what its brackets are taken for.
import { clearBonds, markBonds, tightenDashes } from "../words/bonds.ts";
import { type QuotationPiece, splitAtMarks } from "./editors-marks.ts";
import type { Segment, SegmentAtom } from "./segment.ts";

/** One reading of a quotation. */
export interface Reading {
  readonly pieces: readonly QuotationPiece[];
  readonly segments: readonly Segment[];
}

/** A quotation taken apart once for all the texts in which it is looked for. */
export interface ReadQuotation {
  /** Gives its readings beside some passages (joined and folded), in the order in which they are to be tried. */
  readonly readingsFor: (passages: string) => readonly Reading[];
}

/**
 * Reads a quotation. A document may have brackets and points of its own, a `[sic]` or a `[Putin]`, which are then words like others:
 * first all marks are taken for the document's, then those brackets that stand in the passages, then none.
 */
export function readQuotation(quotation: string): ReadQuotation {
  const folded = clearBonds(markBonds(quotation.replace(/[,.;:]\s*$/u, "")));
  const read = (isLiteral: (mark: string) => boolean): Reading => {
    const pieces = splitAtMarks(folded, isLiteral);
    return { pieces, segments: segmentsOf(pieces) };
  };
  const literal = read(() => true);
  const marked = read(() => false);
  if (marked.pieces.every(({ kind }) => kind === "words") && marked.pieces.length <= 1)
    return { readingsFor: () => [marked] };
  const brackets = folded.match(/\[[^\][]*\]/gu) ?? [];
  const readingsFor = (passages: string): readonly Reading[] => {
    const theirs = new Set(brackets.filter((bracket) => passages.includes(bracket)));
    return theirs.size === 0 ? [literal, marked] : [literal, read((mark) => theirs.has(mark)), marked];
  };
  return { readingsFor };
}

/** The words of a quotation between its gaps; empty where it has no words of the document. */
function segmentsOf(pieces: readonly QuotationPiece[]): readonly Segment[] {
  const segments: Segment[] = [];
  let atoms: SegmentAtom[] = [];
  let gap: Segment["gap"] = "none";
  const close = (next: Segment["gap"]): void => {
    const segment = makeSegment(atoms, segments.length === 0 ? "none" : gap);
    if (segment !== undefined) segments.push(segment);
    gap = segment === undefined && gap === "any" ? "any" : next;
    atoms = [];
  };
  for (const piece of pieces) {
    if (piece.kind === "words") atoms.push({ kind: "text", text: tightenDashes(piece.text) });
    else if (piece.kind === "capital") atoms.push({ kind: "letter", forms: formsOf(piece.letter) });
    else if (piece.kind === "change" && piece.joined) atoms.push({ kind: "rest" });
    else close(piece.kind === "elision" ? "any" : "few");
  }
  close("none");
  return segments;
}

/** A segment without the spaces at its ends; undefined where it has no letter or digit to compare. */
function makeSegment(atoms: readonly SegmentAtom[], gap: Segment["gap"]): Segment | undefined {
  const joined: SegmentAtom[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (atom.kind !== "text" || last?.kind !== "text") joined.push(atom);
    else joined[joined.length - 1] = { kind: "text", text: joinAroundRemark(last.text, atom.text) };
  }
  const trimmed = joined.flatMap((atom, index): SegmentAtom[] => {
    if (atom.kind !== "text") return [atom];
    const begun = index === 0 ? atom.text.trimStart() : atom.text;
    const text = tightenDashes(index === joined.length - 1 ? begun.trimEnd() : begun);
    return text === "" ? [] : [{ kind: "text", text }];
  });
  const compared = trimmed.some((atom) => atom.kind === "text" && /[\p{L}\p{N}]/u.test(atom.text));
  if (!compared) return undefined;
  const [openStart, openEnd] = [trimmed[0]?.kind === "rest", trimmed.at(-1)?.kind === "rest"];
  return { gap, openStart, openEnd, atoms: trimmed.slice(openStart ? 1 : 0, openEnd ? -1 : undefined) };
}

/** Where a remark such as `[sic]` is taken out, one space stays, and none before a comma. */
function joinAroundRemark(left: string, right: string): string {
  if (/^ ?[,.;:?!)]/.test(right)) return left.trimEnd() + right.trimStart();
  return left.endsWith(" ") ? left + right.trimStart() : left + right;
}

/** Both forms of a letter, where they are of one length. */
function formsOf(letter: string): readonly string[] {
  const forms = [letter, letter.toLowerCase(), letter.toUpperCase()];
  return [...new Set(forms.filter((form) => form.length === letter.length))];
}

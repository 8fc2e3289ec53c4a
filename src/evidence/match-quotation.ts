// Finds a quotation in the passages of a full text, word for word but for its editors' marks.
import { splitAtMarks } from "./editors-marks.ts";
import { foldText } from "./fold-text.ts";
import { chainOccurrences } from "./occurrence-chain.ts";
import type { Segment, SegmentAtom, Span } from "./segment.ts";

/** Where a quotation stands. */
export interface QuotationMatch {
  /** The first passage, counted from 1. */
  readonly from: number;
  /** The last passage. */
  readonly to: number;
  /** The document's words that elisions and changes leave out, folded; in order. */
  readonly left: readonly string[];
  /** The few words of the document just before the quotation, folded. */
  readonly before: string;
  /** The few words just after it, folded. */
  readonly after: string;
}

/** A source's passages folded once for many comparisons. */
export interface FoldedText {
  readonly passages: readonly string[];
  /** All of them joined by spaces, with no space beside a dash. */
  readonly joined: string;
  /** Where each passage begins in `joined`; after the last one, where the next would begin. */
  readonly starts: readonly number[];
}

/** A stretch of words with more marks within words than this is nobody's quotation, and is not looked for. */
const MOST_ATOMS = 40;

/** Folds the passages of a full text. */
export function foldPassages(passages: readonly string[]): FoldedText {
  const folded = passages.map(foldText);
  const tight = folded.map(tightenDashes);
  const starts = [0];
  for (const passage of tight) starts.push((starts.at(-1) ?? 0) + passage.length + 1);
  return { passages: folded, joined: tight.join(" "), starts };
}

/**
 * Looks for a quotation in passages `from` to `to` (counted from 1, both included). Segments must occur in their order; a segment
 * may run over the end of a passage. Of several places the one with the least left out is taken. Returns `undefined` where the
 * quotation does not stand there, or where no words are left to compare. The time it takes grows with the product of the numbers
 * of segments and of their occurrences, whatever the quotation: nothing is tried twice.
 */
export function matchQuotation(
  quotation: string,
  text: FoldedText,
  from: number,
  to: number,
): QuotationMatch | undefined {
  const segments = segmentsOf(quotation);
  const offset = text.starts[from - 1];
  if (segments.some(({ atoms }) => atoms.length > MOST_ATOMS)) return undefined;
  if (segments.length === 0 || offset === undefined || from > text.passages.length) return undefined;
  const last = Math.min(to, text.passages.length);
  const stretch = text.joined.slice(offset, (text.starts[last] ?? 0) - 1);
  const passageAt = (position: number): number => findPassage(text.starts, offset + position);
  const spans = chainOccurrences(stretch, segments, passageAt);
  const [first, final] = [spans?.[0], spans?.at(-1)];
  if (spans === undefined || first === undefined || final === undefined) return undefined;
  const match = { from: passageAt(first.start), to: passageAt(final.end - 1) };
  const begin = Math.max(0, (text.starts[match.from - 1] ?? 0) - offset);
  const end = (text.starts[match.to] ?? 0) - 1 - offset;
  return {
    ...match,
    left: gapsBetween(stretch, spans),
    before: stretch.slice(begin, first.start).split(" ").slice(-5).join(" ").trim(),
    after: stretch.slice(final.end, end).split(" ").slice(0, 4).join(" ").trim(),
  };
}

function gapsBetween(stretch: string, spans: readonly Span[]): readonly string[] {
  return spans
    .slice(1)
    .map(({ start }, index) => stretch.slice(spans[index]?.end ?? 0, start).trim())
    .filter((gap) => gap !== "");
}

/** The words of a quotation between its gaps; empty where it has no words of the document. */
function segmentsOf(quotation: string): readonly Segment[] {
  const segments: Segment[] = [];
  let atoms: SegmentAtom[] = [];
  let gap: Segment["gap"] = "none";
  const close = (next: Segment["gap"]): void => {
    const segment = makeSegment(atoms, segments.length === 0 ? "none" : gap);
    if (segment !== undefined) segments.push(segment);
    gap = segment === undefined && gap === "any" ? "any" : next;
    atoms = [];
  };
  for (const piece of splitAtMarks(foldText(quotation.replace(/[,.;:]\s*$/u, "")))) {
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

/** Some copies set dashes between spaces and others do not. */
function tightenDashes(folded: string): string {
  return folded.replace(/ ?- ?/g, "-");
}

/** The passage, counted from 1, at a position of the joined text. */
function findPassage(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

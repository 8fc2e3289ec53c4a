// A run of quoted words between two gaps, and where it stands in a text.
import { isInsideWord, isWordCharacter, type MarkedText, type Span } from "../words/bonds.ts";

/** What a segment is made of. */
export type SegmentAtom =
  /** Words as they must stand. */
  | { readonly kind: "text"; readonly text: string }
  /** One letter in either case. */
  | { readonly kind: "letter"; readonly forms: readonly string[] }
  /** Letters of the same word that an editor changed, perhaps none. */
  | { readonly kind: "rest" };

/** Words that stand together in the document. */
export interface Segment {
  /** What may lie before it: nothing that counts, for the first; any words, for an elision; a few, for a change. */
  readonly gap: "none" | "any" | "few";
  readonly atoms: readonly SegmentAtom[];
  /** Whether its first word may have other letters before it. */
  readonly openStart: boolean;
  /** Whether its last word may have other letters after it. */
  readonly openEnd: boolean;
}

/** Where a segment stands, and where in it an editor changed letters. */
export interface SegmentPlace extends Span {
  readonly changed: readonly Span[];
}

/** An end of the atoms followed so far, with the letters passed over. */
interface Tail {
  readonly end: number;
  readonly passed: Passed | undefined;
}

interface Passed {
  readonly span: Span;
  readonly previous: Passed | undefined;
}

/** The most letters of a word that an editor may have changed. */
const MOST_LETTERS = 30;

/** Every place at which a segment stands, in order: whole, or also where it begins or ends within a word. */
export function findSegment(text: MarkedText, segment: Segment, whole: boolean): readonly SegmentPlace[] {
  const { atoms, openStart, openEnd } = segment;
  const { joined, marked } = text;
  const at = atoms.findIndex(({ kind }) => kind === "text");
  const anchor = atoms[at];
  if (anchor?.kind !== "text") return [];
  const [letters, following] = [atoms.slice(0, at), atoms.slice(at + 1)];
  const isEnd = (position: number): boolean => !whole || !isInsideWord(marked, position);
  const places: SegmentPlace[] = [];
  for (let found = joined.indexOf(anchor.text); found >= 0; found = joined.indexOf(anchor.text, found + 1)) {
    const start = openStart ? beginOfWord(marked, found) : beginOfLetters(joined, letters, found);
    if (start === undefined || (!openStart && !isEnd(start))) continue;
    const tails = followAtoms(text, following, found + anchor.text.length);
    const tail = (openEnd ? openTails(marked, tails) : tails).find(({ end }) => isEnd(end));
    if (tail === undefined) continue;
    const head = openStart ? [{ start, end: found }] : [];
    places.push({ start, end: tail.end, changed: [...head, ...listPassed(tail)] });
  }
  return places;
}

function beginOfLetters(text: string, letters: readonly SegmentAtom[], found: number): number | undefined {
  let start = found;
  for (const atom of letters.toReversed()) {
    const form = atom.kind === "letter" ? atom.forms.find((one) => text.endsWith(one, start)) : undefined;
    if (form === undefined) return undefined;
    start -= form.length;
  }
  return start;
}

/** The ways in which atoms may follow on a position, one for each end, ascending; no more than letters of a few words. */
function followAtoms(text: MarkedText, atoms: readonly SegmentAtom[], from: number): readonly Tail[] {
  let tails: readonly Tail[] = [{ end: from, passed: undefined }];
  for (const atom of atoms) {
    const next = new Map<number, Tail>();
    for (const tail of tails) {
      for (const step of stepOver(text, atom, tail)) if (!next.has(step.end)) next.set(step.end, step);
    }
    tails = [...next.values()].sort((left, right) => left.end - right.end);
    if (tails.length === 0) break;
  }
  return tails;
}

function stepOver({ joined, marked }: MarkedText, atom: SegmentAtom, { end, passed }: Tail): readonly Tail[] {
  if (atom.kind === "text")
    return joined.startsWith(atom.text, end) ? [{ end: end + atom.text.length, passed }] : [];
  if (atom.kind === "letter") {
    const form = atom.forms.find((one) => joined.startsWith(one, end));
    return form === undefined ? [] : [{ end: end + form.length, passed }];
  }
  const last = endOfWord(marked, end);
  return Array.from({ length: last - end + 1 }, (_, index) => passOver({ end, passed }, end + index));
}

function openTails(marked: string, tails: readonly Tail[]): readonly Tail[] {
  return tails.map((tail) => passOver(tail, endOfWord(marked, tail.end)));
}

function passOver({ end, passed }: Tail, to: number): Tail {
  return { end: to, passed: { span: { start: end, end: to }, previous: passed } };
}

function listPassed({ passed }: Tail): readonly Span[] {
  const spans: Span[] = [];
  for (let one = passed; one !== undefined; one = one.previous) spans.push(one.span);
  return spans.reverse();
}

/** The end of the word, or compound, that goes on or begins at a position; the second half of a contraction is never changed away. */
function endOfWord(marked: string, position: number): number {
  let end = isWordCharacter(marked.charAt(position)) ? position + 1 : position;
  const goesOn = (): boolean => isInsideWord(marked, end) && marked.charAt(end) !== "'";
  while (end - position < MOST_LETTERS && goesOn()) end += 1;
  return end;
}

function beginOfWord(marked: string, position: number): number {
  let start = position;
  while (position - start < MOST_LETTERS && isInsideWord(marked, start)) start -= 1;
  return start;
}

// A run of quoted words between two gaps, and where it stands in a text.

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

/** A place in a text: the offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The most letters of a word that an editor may have changed. */
const MOST_LETTERS = 30;
const WORD = /[\p{L}\p{M}\p{N}\ud800-\udfff]/u;

/** Every place at which a segment stands whole, in order. */
export function findSegment(text: string, segment: Segment): readonly Span[] {
  const { atoms, openStart, openEnd } = segment;
  const at = atoms.findIndex(({ kind }) => kind === "text");
  const anchor = atoms[at];
  if (anchor?.kind !== "text") return [];
  const letters = atoms.slice(0, at);
  const spans: Span[] = [];
  for (let found = text.indexOf(anchor.text); found >= 0; found = text.indexOf(anchor.text, found + 1)) {
    const start = openStart ? beginOfWord(text, found) : beginOfLetters(text, letters, found);
    if (start === undefined || (!openStart && isInsideWord(text, start))) continue;
    const ends = followAtoms(text, atoms.slice(at + 1), found + anchor.text.length);
    const end = openEnd ? endOfWord(text, ends[0]) : ends.find((position) => !isInsideWord(text, position));
    if (end !== undefined) spans.push({ start, end });
  }
  return spans;
}

/** Whether a position parts a word, a contraction or a number: `can|’t`, `3|,000`. A possessive is no part of its word. */
function isInsideWord(text: string, position: number): boolean {
  const [before, after] = [text.charAt(position - 1), text.charAt(position)];
  if (position <= 0 || position >= text.length) return false;
  if (WORD.test(before)) {
    if (WORD.test(after)) return true;
    const next = text.charAt(position + 1);
    if (after === "'")
      return WORD.test(next) && !/^'s(?![\p{L}\p{M}\p{N}])/u.test(text.slice(position, position + 3));
    return /[.,]/.test(after) && /\p{N}/u.test(before) && /\p{N}/u.test(next);
  }
  if (!WORD.test(after)) return false;
  const previous = text.charAt(position - 2);
  if (before === "'") return WORD.test(previous);
  return /[.,]/.test(before) && /\p{N}/u.test(after) && /\p{N}/u.test(previous);
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

/** The positions at which atoms may end that follow on a position, ascending; no more than letters of a few words. */
function followAtoms(text: string, atoms: readonly SegmentAtom[], from: number): readonly number[] {
  let positions: readonly number[] = [from];
  for (const atom of atoms) {
    const next = positions.flatMap((position) => stepOver(text, atom, position));
    positions = [...new Set(next)].sort((left, right) => left - right);
    if (positions.length === 0) break;
  }
  return positions;
}

function stepOver(text: string, atom: SegmentAtom, position: number): readonly number[] {
  if (atom.kind === "text") return text.startsWith(atom.text, position) ? [position + atom.text.length] : [];
  if (atom.kind === "letter") {
    const form = atom.forms.find((one) => text.startsWith(one, position));
    return form === undefined ? [] : [position + form.length];
  }
  const end = endOfWord(text, position) ?? position;
  return Array.from({ length: end - position + 1 }, (_, index) => position + index);
}

function endOfWord(text: string, position: number | undefined): number | undefined {
  if (position === undefined) return undefined;
  let end = position;
  while (end - position < MOST_LETTERS && WORD.test(text.charAt(end))) end += 1;
  return end;
}

function beginOfWord(text: string, position: number): number {
  let start = position;
  while (position - start < MOST_LETTERS && start > 0 && WORD.test(text.charAt(start - 1))) start -= 1;
  return start;
}

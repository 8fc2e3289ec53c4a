// What binds the parts of a word or a number, so that no quotation can part them and mean another thing: “under-|staffed”, “−|5”.
import { foldText, normalizeText } from "./fold-text.ts";

/** A place in a text: the offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A text folded for comparison, twice over and of one length: to compare, and to see where words end. Folding makes a hyphen of a
 * spaced dash and a space of a thin one; `marked` has signs of their own for those that bind.
 */
export interface MarkedText {
  readonly joined: string;
  readonly marked: string;
}

/** The signs are noncharacters, which Unicode keeps for use within a program (The Unicode Standard, 23.7). */
const HYPHEN = "\ufdd0";
const SIGN = "\ufdd1";
const SPACE = "\ufdd2";

/** A hyphen within a compound, after an abbreviation's point too: `under-staffed`, `U.S.-led`, `20-25`. */
const COMPOUND = /(?<=[\p{L}\p{M}\p{N}.’”)\]%])[-‐‑](?=\p{Sc}?[\p{L}\p{N}])/gu;
/** A dash between numbers: `20–25`, `5%–7%`. */
const RANGE = /(?<=[\p{N}%°])[‒–−](?=\p{Sc}?\p{N})/gu;
/** A minus or what stands for one. */
const MINUS = /(?<![\p{L}\p{M}\p{N}.%°])(?:−|(?<!\p{Pd})[-‐‑–])(?=\p{Sc}?[.,]?\p{N})/gu;
/**
 * A space within a number: a fixed or thin one, or any before just three digits, as ISO 80000-1 and the SI brochure (5.4.4) group
 * them: `7 000`.
 */
const GROUPING =
  /(?<=\p{N})[\u00a0\u2007-\u200a\u202f](?=\p{N})|(?<=(?<!\p{N})\p{N}{1,3}) (?=\p{N}{3}(?!\p{N}))/gu;

/** What French and Italian run into the next word, which is a word of its own; but not the negation “n’”. */
const ELIDED =
  /(?<!\p{L})(?:[cdjlmst]|qu|(?:jus|lors|puis|quel)qu|un|(?:a|da|de|ne|su|que|be)ll|quest|gl|degl)'$/iu;
const WORD = /[\p{L}\p{M}\p{N}\ud800-\udfff]/u;
const DIGIT = /\p{N}/u;
const LETTER = /\p{L}/u;
/** No word that is shown or judged whole is longer. */
const LONGEST_WORD = 60;

/** Folds a text, with signs for what binds. */
export function markBonds(text: string): string {
  const bound = normalizeText(text)
    .replace(COMPOUND, HYPHEN)
    .replace(RANGE, HYPHEN)
    .replace(MINUS, SIGN)
    .replace(GROUPING, SPACE);
  return foldText(bound);
}

/** The same text with hyphens and spaces again. */
export function clearBonds(marked: string): string {
  return marked.replace(/[\ufdd0\ufdd1]/g, "-").replaceAll(SPACE, " ");
}

/** Some copies set dashes between spaces and others do not. */
export function tightenDashes(text: string): string {
  return text.replace(/ ?([-\ufdd0\ufdd1]) ?/g, "$1");
}

/**
 * Whether a position of a marked text parts a word, a compound, a contraction, an abbreviation or a number: `can|’t`, `un-|American`,
 * `U.|S.`, `3|,000`, `−|5`, `6:|30`. A possessive is no part of its word.
 */
export function isInsideWord(marked: string, position: number): boolean {
  if (position <= 0 || position >= marked.length) return false;
  const [before, after] = [marked.charAt(position - 1), marked.charAt(position)];
  if (isBond(before) || isBond(after) || before === SIGN) return true;
  if (WORD.test(before)) {
    if (WORD.test(after)) return true;
    const next = marked.charAt(position + 1);
    if (after === "'")
      return WORD.test(next) && !/^'s(?![\p{L}\p{M}\p{N}])/u.test(marked.slice(position, position + 3));
    if (after === ".") {
      if (next === HYPHEN || isInitial(marked, position - 1, next)) return true;
    }
    return /[.,:/]/.test(after) && DIGIT.test(before) && DIGIT.test(next);
  }
  if (!WORD.test(after)) return false;
  if (/[+±]/.test(before) && DIGIT.test(after)) return true;
  const previous = marked.charAt(position - 2);
  if (before === "'")
    return WORD.test(previous) && !ELIDED.test(marked.slice(Math.max(0, position - 9), position));
  if (before === "." && isInitial(marked, position - 2, after)) return true;
  return /[.,:/]/.test(before) && DIGIT.test(after) && DIGIT.test(previous);
}

/** Whether an abbreviation goes on after the point that follows a letter: `U.|S.`, not `war.|The`, which lacks a space. */
function isInitial(marked: string, at: number, next: string): boolean {
  return LETTER.test(marked.charAt(at)) && !WORD.test(marked.charAt(at - 1)) && LETTER.test(next);
}

function isBond(character: string): boolean {
  return character === HYPHEN || character === SPACE;
}

/** The whole words of which a place holds a part. */
export function wordsAround(marked: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (start - from < LONGEST_WORD && isInsideWord(marked, from)) from -= 1;
  while (to - end < LONGEST_WORD && isInsideWord(marked, to)) to += 1;
  return { start: from, end: to };
}

/** The word at a position with its own signs (`−$5`, `20%–25%`), and without the punctuation around it. */
export function showWordAt({ joined, marked }: MarkedText, position: number): string {
  const { start, end } = wordsAround(marked, { start: position, end: position });
  const head = marked.slice(Math.max(0, start - LONGEST_WORD), start);
  const tail = marked.slice(end, end + LONGEST_WORD);
  const before = marked.charAt(start) === SIGN ? 0 : (/[^\s-]*$/u.exec(head)?.[0].length ?? 0);
  const after = /^[^\s-]*/u.exec(tail)?.[0].length ?? 0;
  const word = joined.slice(start - before, end + after);
  return word.replace(/^[^\p{L}\p{N}\p{Sc}+±-]+|[^\p{L}\p{N}\p{Sc}%°-]+$/gu, "");
}

/** Whether a character is a letter or a digit, or a part of one. */
export function isWordCharacter(character: string): boolean {
  return WORD.test(character);
}

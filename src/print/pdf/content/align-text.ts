// Lays the text that a block shows beside the text that it has in the document.

/** White space and characters that take no room. */
const BLANK = /\s/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/** Adds text to letters one by one. */
export class LetterCollector {
  readonly blankBefore: boolean[] = [];
  readonly #letters: string[] = [];
  #blank = false;

  /** How many letters there are so far. */
  get count(): number {
    return this.blankBefore.length;
  }

  /** The letters so far. */
  get text(): string {
    return this.#letters.join("");
  }

  /** Whether white space stands behind the last letter. */
  get endsBlank(): boolean {
    return this.#blank;
  }

  /** Adds text, folded so that ligatures and capitals do not matter. */
  add(text: string): void {
    const code = text.charCodeAt(0);
    // Most of what is added is one plain letter.
    if (text.length === 1 && code > 32 && code < 127) {
      this.#push(code >= 65 && code <= 90 ? text.toLowerCase() : text);
      return;
    }
    for (const letter of fold(text)) {
      if (BLANK.test(letter)) this.#blank = true;
      else if (!INVISIBLE.test(letter)) this.#push(letter);
    }
  }

  #push(letter: string): void {
    this.#letters.push(letter);
    this.blankBefore.push(this.#blank);
    // A letter may take two units of the text.
    for (let unit = 1; unit < letter.length; unit += 1) this.blankBefore.push(false);
    this.#blank = false;
  }
}

function fold(text: string): string {
  return /^[\x20-\x40\x5b-\x7e]*$/.test(text) ? text : text.normalize("NFKC").toLowerCase();
}

/** How many shown letters may be missing in the document at one place: counters, marks of list items, hyphens. */
const MOST_ADDED = 32;
/** How many letters must agree for the two texts to be in step again. */
const PROBE = 6;

/**
 * For each shown letter the document's letter, as an index; -1 where it has none (a hyphen at a line's end, a
 * counter). Letters of the document that are not shown are passed over.
 */
export function alignText(shown: string, own: string): Int32Array {
  const partners = new Int32Array(shown.length).fill(-1);
  let [at, ownAt] = [0, 0];
  while (at < shown.length) {
    if (shown.charCodeAt(at) === own.charCodeAt(ownAt)) {
      partners[at] = ownAt;
      at += 1;
      ownAt += 1;
      continue;
    }
    const step = findStep(shown, at, own, ownAt);
    if (!step) break;
    [at, ownAt] = step;
  }
  return partners;
}

/** Where the two texts are in step again: the fewest letters are passed over. */
function findStep(
  shown: string,
  at: number,
  own: string,
  ownAt: number,
): readonly [at: number, ownAt: number] | undefined {
  let best: readonly [number, number] | undefined;
  let cost = Number.POSITIVE_INFINITY;
  for (let added = 0; added <= MOST_ADDED && added < cost && at + added < shown.length; added += 1) {
    const found = own.indexOf(shown.slice(at + added, at + added + PROBE), ownAt);
    if (found < 0 || added + found - ownAt >= cost) continue;
    best = [at + added, found];
    cost = added + found - ownAt;
  }
  return best;
}

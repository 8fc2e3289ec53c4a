// Finds what styles generate among the strings that a page shows without saying whose they are.
import type { GeneratedText } from "../facts.ts";
import { createDifference, runsBackward } from "./count-letters.ts";
import type { ShownString } from "./page-content.ts";

/** Strings that a page shows one after another, and what they are. */
export interface GeneratedMatch {
  readonly item: GeneratedText;
  /** Their places among all strings of the page. */
  readonly at: readonly number[];
}

/** A string that belongs to no element, by its place among all strings of the page. */
interface FreeString {
  readonly at: number;
  /** Empty for white space. */
  readonly letters: string;
  readonly endsBlank: boolean;
}

/** A text that is looked for. */
interface SoughtText {
  readonly letters: string;
  /** Whether its letters may be painted in another order. */
  readonly backward: boolean;
  readonly startsBlank: boolean;
  readonly endsBlank: boolean;
}

function seek(item: GeneratedText): SoughtText {
  const { text } = item;
  const [startsBlank, endsBlank] = [/^\s/.test(text), /\s$/.test(text)];
  return { letters: fold(text), backward: runsBackward(item), startsBlank, endsBlank };
}

/**
 * Matches the texts that styles generate on a page with the strings that belong to no element. Both are in the order of the document
 * but for boxes that are painted earlier or later: what is not found further on is looked for among all that is left.
 */
export function matchGenerated(
  items: readonly GeneratedText[],
  shown: readonly ShownString[],
): readonly GeneratedMatch[] {
  const free = shown.flatMap(({ mcid, glyphs }, at): readonly FreeString[] => {
    if (mcid !== undefined) return [];
    const text = glyphs.join("");
    return [{ at, letters: fold(text), endsBlank: /\s$/.test(text) }];
  });
  const used = new Set<number>();
  const find = (text: SoughtText, from: number, end: number) => {
    for (let place = from; place < end; place += 1) {
      const count = used.has(place) ? 0 : countSpelling(free, used, place, text);
      if (count > 0) return { place, count };
    }
    return undefined;
  };
  const findTurned = (text: SoughtText) => {
    for (let place = 0; text.backward && place < free.length; place += 1) {
      const count = countTurned(free, used, place, text);
      if (count > 0) return { place, count };
    }
    return undefined;
  };
  const matches: GeneratedMatch[] = [];
  let [next, last] = [0, 0];
  const told = items.map((item) => ({ item, text: seek(item) })).filter(({ text }) => text.letters !== "");
  for (const [index, { item, text }] of told.entries()) {
    // The items of one `content` are painted one after another.
    const isNextOf = isOfOne(item, told[index - 1]?.item) && matches.at(-1)?.item === told[index - 1]?.item;
    const count = isNextOf ? countSpelling(free, used, last, text) : 0;
    const ahead = count > 0 ? { place: last, count } : find(text, next, free.length);
    const found = ahead ?? find(text, 0, next) ?? findTurned(text);
    if (!found) continue;
    const { place } = found;
    last = place + found.count;
    for (let taken = place; taken < last; taken += 1) used.add(taken);
    matches.push({ item, at: free.slice(place, last).map(({ at }) => at) });
    // What is painted later than what follows it is passed over.
    const follower = told.find((other, at) => at > index && !isOfOne(item, other.item));
    const isLate = found.place > next && follower && find(follower.text, next, found.place);
    if (found === ahead && !isLate) next = last;
  }
  return matches;
}

/** Whether two texts are items of one `content`. */
function isOfOne(one: GeneratedText, other: GeneratedText | undefined): boolean {
  return one.owners[0] !== undefined && one.owners[0] === other?.owners[0] && one.side === other.side;
}

/** How many free strings from a place on spell a text, with the white space around that it has itself; 0 if they do not. */
function countSpelling(
  free: readonly FreeString[],
  used: ReadonlySet<number>,
  from: number,
  { letters, startsBlank, endsBlank }: SoughtText,
): number {
  const first = free[from]?.letters ?? "";
  if (first === "" ? !startsBlank : !letters.startsWith(first)) return 0;
  let spelt = "";
  // Its strings are painted one after another.
  const follows = (place: number) => free[place]?.at === (free[from]?.at ?? 0) + place - from;
  for (let place = from; follows(place) && !used.has(place); place += 1) {
    spelt += free[place]?.letters ?? "";
    if (!letters.startsWith(spelt)) return 0;
    if (spelt !== letters) continue;
    const next = free[place + 1];
    const hasBlank = endsBlank && !free[place]?.endsBlank && next?.letters === "" && follows(place + 1);
    return place + (hasBlank ? 2 : 1) - from;
  }
  return 0;
}

/** Text without what fonts and lines may change. */
export function fold(text: string): string {
  // Most strings are plain.
  if (/^[!-@[-~]*$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, "");
}

/** How many free strings from a place on have the letters of a text in another order, as text is painted that runs from right to left; 0 if they do not. */
function countTurned(
  free: readonly FreeString[],
  used: ReadonlySet<number>,
  from: number,
  { letters, startsBlank, endsBlank }: SoughtText,
): number {
  const [hasBlank, own] = [startsBlank || endsBlank, [...letters]];
  if (free[from]?.letters === "" && !hasBlank) return 0;
  const left = createDifference();
  for (const letter of own) left.add(letter);
  const follows = (place: number) => free[place]?.at === (free[from]?.at ?? 0) + place - from;
  for (let place = from; follows(place) && !used.has(place); place += 1) {
    for (const letter of free[place]?.letters ?? "") {
      if (!left.has(letter)) return 0;
      left.take(letter);
    }
    if (!left.isNone()) continue;
    const isBlankNext = free[place + 1]?.letters === "" && follows(place + 1);
    return place + (hasBlank && isBlankNext ? 2 : 1) - from;
  }
  return 0;
}

// Finds what styles generate among the strings that a page shows without saying whose they are.
import type { GeneratedText } from "../facts.ts";
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
  const find = (text: string, from: number, end: number) => {
    for (let place = from; place < end; place += 1) {
      const count = used.has(place) ? 0 : countSpelling(free, used, place, text);
      if (count > 0) return { place, count };
    }
    return undefined;
  };
  const matches: GeneratedMatch[] = [];
  let next = 0;
  const told = items.filter(({ text }) => fold(text) !== "");
  for (const [index, item] of told.entries()) {
    const { text } = item;
    const ahead = find(text, next, free.length);
    const found = ahead ?? find(text, 0, next) ?? find(reverse(text), 0, free.length);
    if (!found) continue;
    const { place, count } = found;
    for (let taken = place; taken < place + count; taken += 1) used.add(taken);
    matches.push({ item, at: free.slice(place, place + count).map(({ at }) => at) });
    // What is painted later than what follows it is passed over.
    const follower = told[index + 1];
    const isLate = ahead && ahead.place > next && follower && find(follower.text, next, ahead.place);
    if (ahead && !isLate) next = place + count;
  }
  return matches;
}

/** How many free strings from a place on spell a text, with the white space around that it has itself; 0 if they do not. */
function countSpelling(
  free: readonly FreeString[],
  used: ReadonlySet<number>,
  from: number,
  text: string,
): number {
  const letters = fold(text);
  if (free[from]?.letters === "" && !/^\s/.test(text)) return 0;
  let spelt = "";
  // Its strings are painted one after another.
  const follows = (place: number) => free[place]?.at === (free[from]?.at ?? 0) + place - from;
  for (let place = from; follows(place) && !used.has(place); place += 1) {
    spelt += free[place]?.letters ?? "";
    if (!letters.startsWith(spelt)) return 0;
    if (spelt !== letters) continue;
    const next = free[place + 1];
    const endsBlank =
      /\s$/.test(text) && !free[place]?.endsBlank && next?.letters === "" && follows(place + 1);
    return place + (endsBlank ? 2 : 1) - from;
  }
  return 0;
}

/** Text without what fonts and lines may change. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, "");
}

/** As it is painted where it is read from right to left. */
function reverse(text: string): string {
  return [...text].reverse().join("");
}

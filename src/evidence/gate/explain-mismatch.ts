// Why a quotation does not stand where it is cited: where it does, or what the nearest passage says instead.
import type { SourcePart } from "../../model/pack.ts";
import type { PassageRange } from "../../model/passages.ts";
import { quotedWords } from "../matching/editors-marks.ts";
import { matchQuotation } from "../matching/match-quotation.ts";
import { readQuotation } from "../matching/read-segments.ts";
import { foldText, wordsOf } from "../words/fold-text.ts";
import { mergeRanges } from "../words/folded-text.ts";
import { bareWord, showDifference } from "../words/word-difference.ts";
import { certainWords, type IndexedSource, type WordIndex } from "../words/word-index.ts";

/**
 * Passages that have all the words of a quotation near one another, and in which it is looked for. More have them only where all are
 * of the commonest; the limit keeps the time for a large pack in proportion to its size.
 */
const MOST_SEARCHED_PASSAGES = 2_000;

/** The first place where the quotation stands; `among` are the ids of the sources to look in, all without it. */
export function findElsewhere(
  quotation: string,
  index: WordIndex,
  among?: ReadonlySet<string>,
): { readonly source: SourcePart; readonly from: number; readonly to: number } | undefined {
  const words = certainWords(quotation);
  const read = readQuotation(quotation);
  let searched = 0;
  for (const holder of listHolders(words, index, among)) {
    if (searched > MOST_SEARCHED_PASSAGES) return undefined;
    for (const range of neighbourhoods(holder, words)) {
      searched += range.to - range.from + 1;
      const match = matchQuotation(read, holder.text, [range]);
      if (match !== undefined && match.to - match.from <= 1)
        return { source: holder.source, from: match.from, to: match.to };
    }
  }
  return undefined;
}

/** The sources that can hold all the words, by the word that fewest of them hold. */
function listHolders(
  words: readonly string[],
  { sources, byId, holders }: WordIndex,
  among: ReadonlySet<string> | undefined,
): readonly IndexedSource[] {
  if (among !== undefined) return [...among].flatMap((id) => byId.get(id) ?? []);
  const rarest = leastOf(words, (word) => holders.get(word)?.length ?? 0);
  return rarest === undefined ? sources : (holders.get(rarest) ?? []);
}

/** Runs of passages in which all the words stand near one another: a quotation runs over two passages at most. */
function neighbourhoods({ text, places }: IndexedSource, words: readonly string[]): readonly PassageRange[] {
  const count = text.passages.length;
  const rarest = leastOf(words, (word) => places.get(word)?.length ?? 0);
  if (rarest === undefined) return [{ from: 1, to: count }];
  const near = (places.get(rarest) ?? []).filter((passage) =>
    words.every((word) => standsNear(places.get(word) ?? [], passage)),
  );
  return mergeRanges(
    near.map((passage) => ({ from: Math.max(1, passage - 1), to: Math.min(count, passage + 1) })),
  );
}

/** Whether one of ascending passages is a passage, or the one before or after it. */
function standsNear(places: readonly number[], passage: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < passage - 1) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) <= passage + 1;
}

function leastOf(words: readonly string[], weigh: (word: string) => number): string | undefined {
  return words.reduce<string | undefined>(
    (least, word) => (least === undefined || weigh(word) < weigh(least) ? word : least),
    undefined,
  );
}

/** The passage that shares most words with a quotation, and the difference word by word. */
export interface NearestPassage {
  readonly source: SourcePart;
  readonly passage: number;
  /** The stretch of the passage beside the quotation: `{+added+}` stands only in the quotation, `[-missing-]` only in the passage. */
  readonly difference: string;
}

/** Passages to compare, those first that have the quotation's rarest words; more would be near by common words alone. */
const MOST_COMPARED_PASSAGES = 100;

/**
 * Finds the nearest passage, by the share of the quotation's words that it has in the same neighbourhood; `among` are the ids of the
 * sources to look in, all without it.
 */
export function findNearest(
  quotation: string,
  index: WordIndex,
  among?: ReadonlySet<string>,
): NearestPassage | undefined {
  const wanted = wordsOf(foldText(quotedWords(quotation)));
  const bag = new Set(wanted.map(bareWord));
  let best: { score: number; source: SourcePart; passage: number; window: string } | undefined;
  for (const { holder, passage } of listCandidates(quotedWords(quotation), index, among)) {
    const { source, text } = holder;
    const { score, window } = bestWindow(wanted.length, bag, text.passages[passage - 1] ?? "");
    if (score > (best?.score ?? 0)) best = { score, source, passage, window };
  }
  if (best === undefined || best.score * 2 < wanted.length) return undefined;
  return {
    source: best.source,
    passage: best.passage,
    difference: showDifference(best.window, wanted),
  };
}

interface Candidate {
  readonly holder: IndexedSource;
  readonly passage: number;
}

/** Passages that have words of a quotation, in order. */
function listCandidates(
  words: string,
  { byId, holders }: WordIndex,
  among: ReadonlySet<string> | undefined,
): readonly Candidate[] {
  const own = among === undefined ? undefined : [...among].flatMap((id) => byId.get(id) ?? []);
  const found = certainWords(words)
    .map((word) => {
      const held = own ?? holders.get(word) ?? [];
      const count = held.reduce((sum, { places }) => sum + (places.get(word)?.length ?? 0), 0);
      return { word, held, count };
    })
    .sort((left, right) => left.count - right.count);
  const chosen = new Map<string, Candidate>();
  for (const { word, held } of found) {
    for (const holder of held) {
      for (const passage of holder.places.get(word) ?? []) {
        if (chosen.size >= MOST_COMPARED_PASSAGES) break;
        chosen.set(`${holder.order} ${passage}`, { holder, passage });
      }
    }
  }
  return [...chosen.values()].sort(
    (left, right) => left.holder.order - right.holder.order || left.passage - right.passage,
  );
}

/** The run of a passage, as long as the quotation, that shares most words with it. */
function bestWindow(
  length: number,
  bag: ReadonlySet<string>,
  passage: string,
): { readonly score: number; readonly window: string } {
  const words = wordsOf(passage);
  const known = words.map((word) => (bag.has(bareWord(word)) ? 1 : 0));
  const size = Math.min(words.length, length + 1);
  let best = { score: 0, at: 0, begins: false };
  let score = 0;
  for (const [index, hit] of known.entries()) {
    score += hit - (index >= size ? (known[index - size] ?? 0) : 0);
    const at = Math.max(0, index - size + 1);
    // Of equal stretches a later one shows best what comes after, until one begins with a word of the quotation.
    const begins = known[at] === 1;
    if (score > best.score || (score === best.score && !best.begins)) best = { score, at, begins };
  }
  return { score: best.score, window: words.slice(best.at, best.at + size).join(" ") };
}

// Which passages hold which words, so that a quotation is looked for where it can stand, and not in every text.
import type { SourcePart } from "../../model/pack.ts";
import { foldText } from "./fold-text.ts";
import type { FoldedText } from "./folded-text.ts";

/** A source with its folded passages. */
export interface ComparableSource {
  readonly source: SourcePart;
  readonly text: FoldedText;
}

/** A source with the passages, counted from 1 and ascending, that hold each of its words. */
export interface IndexedSource extends ComparableSource {
  /** Its number among the sources. */
  readonly order: number;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** The sources of a pack by their words. */
export interface WordIndex {
  readonly sources: readonly IndexedSource[];
  readonly byId: ReadonlyMap<string, IndexedSource>;
  /** The sources that hold a word, in order. */
  readonly holders: ReadonlyMap<string, readonly IndexedSource[]>;
}

/** Made once for each list of sources, at the first quotation that does not stand where it is cited. */
const known = new WeakMap<readonly ComparableSource[], WordIndex>();

/** The index of a list of sources. */
export function indexSources(sources: readonly ComparableSource[]): WordIndex {
  const index = known.get(sources) ?? makeIndex(sources);
  known.set(sources, index);
  return index;
}

function makeIndex(sources: readonly ComparableSource[]): WordIndex {
  const indexed = sources.map(indexSource);
  const holders = new Map<string, IndexedSource[]>();
  for (const source of indexed) {
    for (const word of source.places.keys()) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [source]);
      else list.push(source);
    }
  }
  return { sources: indexed, byId: new Map(indexed.map((one) => [one.source.id, one])), holders };
}

function indexSource({ source, text }: ComparableSource, order: number): IndexedSource {
  const places = new Map<string, number[]>();
  for (const [index, passage] of text.passages.entries()) {
    for (const word of listTokens(passage)) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [index + 1]);
      else if (list.at(-1) !== index + 1) list.push(index + 1);
    }
  }
  return { source, text, order, places };
}

/** The runs of letters and digits of a folded text, in lower case. */
function listTokens(folded: string): readonly string[] {
  return folded.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words of a quotation that stand in its document whatever its editors' marks mean: none beside a bracket. */
export function certainWords(quotation: string): readonly string[] {
  const outside = foldText(quotation).replace(/[\p{L}\p{M}\p{N}]*\[[^\][]*\][\p{L}\p{M}\p{N}]*/gu, " ");
  return [...new Set(listTokens(outside))];
}

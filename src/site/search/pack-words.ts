// The words of an index in a third of the room: each with the numbers of its entries as gaps, for the page to unpack.
import type { AsPlainObject } from "minisearch";

/** The words of an index as a page loads them; `templates/scripts/search-words.js` makes of it what MiniSearch reads. */
export interface PackedWords {
  readonly entries: number;
  readonly averageFieldLength: readonly number[];
  /** For each field how many words each entry has there. */
  readonly fieldLengths: readonly (readonly number[])[];
  /**
   * A line for each word: the word, and for each field after a `|` its entries in order, parted by spaces. An entry is how far it is
   * from the one before in base 36, with `*` and a count where the word stands in it more than once.
   */
  readonly words: string;
}

/**
 * Packs an index. Its entries must have been added under their numbers, counted from 0.
 * @throws Error where MiniSearch writes another form than it did; the version that was asked for writes this one.
 */
export function packWords(index: AsPlainObject, fields: number): PackedWords {
  if (index.serializationVersion !== 2 || index.nextId !== index.documentCount) {
    throw new Error(`The index has a form that is not known: version ${index.serializationVersion}.`);
  }
  const numbers = Array.from({ length: fields }, (_, field) => field);
  return {
    entries: index.documentCount,
    averageFieldLength: index.averageFieldLength,
    fieldLengths: numbers.map((field) =>
      Object.values(index.fieldLength).map((lengths) => lengths[field] ?? 0),
    ),
    words: index.index
      .map(
        ([word, postings]) => `${word}${numbers.map((field) => `|${packEntries(postings[field])}`).join("")}`,
      )
      .join("\n"),
  };
}

/** The keys of an object that are whole numbers come in their order. */
function packEntries(counts: Readonly<Record<string, number>> = {}): string {
  let before = 0;
  return Object.entries(counts)
    .map(([entry, count]) => {
      const gap = (Number(entry) - before).toString(36);
      before = Number(entry);
      return count === 1 ? gap : `${gap}*${count}`;
    })
    .join(" ");
}

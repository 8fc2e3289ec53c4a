// The index of a search as scripts: what a browser needs to find entries, and their texts in pieces that are loaded when shown.
import MiniSearch from "minisearch";
import { KIND_NAMES, type SearchEntry, type SearchedPage } from "./entry.ts";
import { packWords } from "./pack-words.ts";
import type { SearchTerms } from "./search-terms.ts";

/** The most characters of text in one file. A large pack has many, of which a reader loads those that hold what was found. */
const TEXT_IN_FILE = 200_000;

/** A file of the site's assets. */
export interface SearchFile {
  readonly name: string;
  readonly text: string;
}

/** An entry without its text: the numbers of its page, its context and its kinds, with its id and label between. */
type EntryRow = readonly [page: number, id: string, label: string, context: number, kinds: readonly number[]];

/**
 * Composes the files of the index, which are scripts so that a page that was opened from a folder can load them: it may not read a
 * file there. The same pages give the same bytes.
 */
export function composeSearchIndex(pages: readonly SearchedPage[], terms: SearchTerms): SearchFile[] {
  const entries = pages.flatMap((page) => page.entries);
  const contexts = [...new Set(entries.map(({ context }) => context))];
  const contextNumbers = new Map(contexts.map((context, number) => [context, number]));
  const kindNumbers = Object.keys(KIND_NAMES);
  const words = new MiniSearch(terms.indexOptions);
  words.addAll(entries.map(({ label, text }, id) => ({ id, label, text })));
  const files = cutTexts(entries);
  const index = {
    pages: pages.map(({ address, name, title }) => [address, name, title]),
    contexts,
    kinds: Object.values(KIND_NAMES),
    entries: pages.flatMap((page, number) =>
      page.entries.map(
        ({ id, label, context, kinds }): EntryRow => [
          number,
          id,
          label,
          contextNumbers.get(context) ?? 0,
          kinds.map((kind) => kindNumbers.indexOf(kind)),
        ],
      ),
    ),
    /** The number of the first entry of each file of texts. */
    firsts: files.map(({ first }) => first),
    words: packWords(words.toJSON(), terms.indexOptions.fields.length),
  };
  return [
    { name: "search-index.js", text: assign("index", index) },
    ...files.map(({ texts }, number) => ({
      name: `search-texts-${number}.js`,
      text: assign(`texts[${number}]`, texts),
    })),
  ];
}

/** The texts of entries in runs of about equal size. */
function cutTexts(entries: readonly SearchEntry[]): { readonly first: number; readonly texts: string[] }[] {
  const files: { first: number; texts: string[] }[] = [];
  let size = TEXT_IN_FILE;
  for (const [number, { text }] of entries.entries()) {
    if (size >= TEXT_IN_FILE) {
      files.push({ first: number, texts: [] });
      size = 0;
    }
    files.at(-1)?.texts.push(text);
    size += text.length;
  }
  return files;
}

/** A script that puts a value where the search looks for it. Browsers read JSON faster out of a string than as an object. */
function assign(name: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/[\\']/g, "\\$&");
  return `briefingSearch.${name} = JSON.parse('${json}');\n`;
}

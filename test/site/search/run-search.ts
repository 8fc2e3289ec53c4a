// Runs the search as a page runs it, without a browser: the scripts of the site with an index of a pack.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { AsPlainObject } from "minisearch";
import type { Pack } from "../../../src/model/pack.ts";
import { PACKAGE_ROOT } from "../../../src/site/package-root.ts";
import type { SearchedPage } from "../../../src/site/search/entry.ts";
import { listSearchedPages } from "../../../src/site/search/list-pages.ts";
import type { PackedWords } from "../../../src/site/search/pack-words.ts";
import { composeSearchIndex } from "../../../src/site/search/search-index.ts";
import { loadSearchTerms } from "../../../src/site/search/search-terms.ts";
import type { EditionKind } from "../../../src/site/view/site-view.ts";

/** A place that was found. */
interface Hit {
  /** The numbers of its entries. */
  readonly ids: readonly number[];
  readonly label: string;
  readonly title: string;
  readonly context: string;
  readonly href: string;
  readonly kinds: readonly number[];
  readonly terms: readonly string[];
}

/** A search over a pack. */
export interface RunningSearch {
  readonly find: (query: string) => { readonly all: boolean; readonly hits: readonly Hit[] };
  readonly unpackWords: (words: PackedWords) => AsPlainObject;
  /** The text of each entry, from the files of texts. */
  readonly texts: readonly string[];
}

const LIBRARY = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "../umd/index.js");

/** Starts a search over an edition of a pack. */
export async function searchPack(pack: Pack, edition: EditionKind = "public"): Promise<RunningSearch> {
  return searchPages(listSearchedPages(pack, edition));
}

/** Starts a search over some pages. */
export async function searchPages(pages: readonly SearchedPage[]): Promise<RunningSearch> {
  const search = { root: "https://example.org/", texts: [] as string[][] };
  const context = createContext({ briefingSearch: search, URL });
  const scripts = ["search-terms", "search-words", "search-find"].map((name) =>
    join(PACKAGE_ROOT, "templates/scripts", `${name}.js`),
  );
  for (const path of [LIBRARY, ...scripts]) runInContext(await readFile(path, "utf8"), context);
  for (const { text } of composeSearchIndex(pages, await loadSearchTerms())) runInContext(text, context);
  const { find, unpackWords } = search as unknown as Pick<RunningSearch, "find" | "unpackWords">;
  return {
    // What comes out of another context is of other classes; a copy is of those that the tests know.
    find: (query) => structuredClone(find(query)),
    unpackWords: (words) => structuredClone(unpackWords(words)),
    texts: structuredClone(search.texts).flat(),
  };
}

// The words by which a search compares texts, from the very file that the pages run.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import type { Options } from "minisearch";
import { PACKAGE_ROOT } from "../package-root.ts";

/** A word of a text. */
interface FoundWord {
  /** In lower case, without accents. */
  readonly term: string;
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** What `templates/scripts/search-terms.js` gives to a page. */
export interface SearchTerms {
  readonly findWords: (text: string) => readonly FoundWord[];
  readonly queryTerms: (query: string) => readonly { readonly term: string; readonly prefix: boolean }[];
  readonly indexOptions: Pick<Options, "fields" | "tokenize" | "processTerm">;
}

/** Runs the script with a global object of its own, and returns what it puts there. */
export async function loadSearchTerms(): Promise<SearchTerms> {
  const filename = join(PACKAGE_ROOT, "templates/scripts/search-terms.js");
  const scope: { briefingSearch?: SearchTerms } = {};
  compileFunction(await readFile(filename, "utf8"), ["globalThis"], { filename })(scope);
  if (scope.briefingSearch === undefined) throw new Error(`${filename} gave nothing.`);
  return scope.briefingSearch;
}

// The files of the search among the assets of a site: the index, the scripts, the library.
import { copyFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { settleAll } from "../../files/settle-all.ts";
import type { Pack } from "../../model/pack.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import type { EditionKind } from "../view/site-view.ts";
import { listSearchedPages } from "./list-pages.ts";
import { composeSearchIndex } from "./search-index.ts";
import { loadSearchTerms } from "./search-terms.ts";

/** The scripts that a page loads when a search is opened. Those that every page loads are among the site's own. */
const SCRIPTS = [
  "search-terms",
  "search-words",
  "search-find",
  "search-excerpt",
  "search-results",
  "search-panel",
];

/**
 * The folder of MiniSearch. Its package offers modules alone, which a page that was opened from a folder may not load; the classic
 * script lies beside them.
 */
const LIBRARY = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "../..");

/** Writes what a search over an edition needs into `folder`, which must be there. */
export async function writeSearch(pack: Pack, edition: EditionKind, folder: string): Promise<void> {
  const files = composeSearchIndex(listSearchedPages(pack, edition), await loadSearchTerms());
  const own = SCRIPTS.map((name) => `${name}.js`);
  await settleAll([
    ...files.map(({ name, text }) => writeFile(join(folder, name), text)),
    ...own.map((name) => copyFile(join(PACKAGE_ROOT, "templates/scripts", name), join(folder, name))),
    copyFile(join(LIBRARY, "dist/umd/index.js"), join(folder, "minisearch.js")),
    copyFile(join(LIBRARY, "LICENSE.txt"), join(folder, "minisearch-LICENSE.txt")),
  ]);
}

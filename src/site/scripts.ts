// The scripts of the site's pages. Each adds to a page that is whole without it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "./package-root.ts";

/** The files of templates/scripts that every page loads, in this order. Classic scripts, so that they run from a folder, too. */
export const SCRIPTS = ["copy-citation", "mark-place", "filter-rows", "search", "search-open"] as const;

/** The scripts as files. */
export const SCRIPT_FILES: readonly string[] = SCRIPTS.map(fileOf);

/** A script of the site's pages, by its name. */
export async function readScript(name: (typeof SCRIPTS)[number]): Promise<string> {
  return readFile(fileOf(name), "utf8");
}

function fileOf(name: string): string {
  return join(PACKAGE_ROOT, "templates/scripts", `${name}.js`);
}

// The scripts of the site's pages. Each adds to a page that is whole without it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "./package-root.ts";

/** The files of templates/scripts that every page loads, in this order. Classic scripts, so that they run from a folder, too. */
export const SCRIPTS = ["copy-citation", "mark-place", "filter-rows"] as const;

/** A script of the site's pages, by its name. */
export async function readScript(name: (typeof SCRIPTS)[number]): Promise<string> {
  return readFile(join(PACKAGE_ROOT, "templates/scripts", `${name}.js`), "utf8");
}

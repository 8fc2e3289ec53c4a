// The scripts of the site's pages. Each adds to a page that is whole without it.
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "./package-root.ts";

/** The files of templates/scripts that every page loads, in this order. Classic scripts, so that they run from a folder, too. */
export const SCRIPTS = ["copy-citation", "mark-place", "filter-rows"] as const;

/** Copies the scripts into `folder`. */
export async function copyScripts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    SCRIPTS.map((name) =>
      copyFile(join(PACKAGE_ROOT, "templates/scripts", `${name}.js`), join(folder, `${name}.js`)),
    ),
  );
}

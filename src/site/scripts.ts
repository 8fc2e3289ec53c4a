// The scripts of the site's pages. Each adds to a page that is whole without it.
import { copyFile, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { PACKAGE_ROOT } from "./package-root.ts";

/** The files of templates/scripts that every page loads, in this order. Classic scripts, so that they run from a folder, too. */
export const SCRIPTS = ["copy-citation"] as const;

/** The scripts as files. */
export const SCRIPT_FILES: readonly string[] = SCRIPTS.map((name) =>
  join(PACKAGE_ROOT, "templates/scripts", `${name}.js`),
);

/** Copies the scripts into `folder`. */
export async function copyScripts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(SCRIPT_FILES.map((file) => copyFile(file, join(folder, basename(file)))));
}

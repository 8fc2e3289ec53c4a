// The files of the themes that come with the generator; what is in them is for others to understand.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the themes, one file each. */
export const THEME_FOLDER: string = fileURLToPath(new URL("../../templates/themes", import.meta.url));

/** The file of a theme. */
export interface ThemeFile {
  /** As `pack.yaml` names it. */
  readonly name: string;
  /** As the folder of the pack sees it, for problems. */
  readonly file: string;
  readonly text: string;
}

/** Reads the themes of `folder`, sorted by name, for a pack in `packFolder`. */
export async function readThemeFiles(packFolder: string, folder = THEME_FOLDER): Promise<ThemeFile[]> {
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.yaml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -".yaml".length),
      file: relative(packFolder, join(folder, name)).split(sep).join("/"),
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}

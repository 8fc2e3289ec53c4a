// The themes that come with the generator, read as plain data for packs that are made by hand.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { THEME_FOLDER } from "../../src/files/theme-files.ts";
import { type Theme, themeSchema } from "../../src/model/theme.ts";

/** The names of all themes. */
export const THEME_NAMES: readonly string[] = readdirSync(THEME_FOLDER).map((file) =>
  file.replace(".yaml", ""),
);

/** A theme by its name. */
export function sampleTheme(name = "briefing"): Theme {
  return themeSchema.parse(parse(readFileSync(join(THEME_FOLDER, `${name}.yaml`), "utf8")));
}

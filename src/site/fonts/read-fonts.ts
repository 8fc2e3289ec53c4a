// Which fonts a site needs: the families of its theme, and the signs that it shows.
import type { Families } from "./families.ts";
import { readFontFiles, signFile } from "./font-files.ts";
import type { Fonts } from "./fonts.ts";
import { cutSigns, findSigns } from "./signs.ts";

/**
 * Finds the fonts of a site.
 * @param texts whatever may hold a sign that a page shows: the text of the pack, templates, styles, scripts
 */
export async function readFonts(families: Families, texts: readonly string[]): Promise<Fonts> {
  const signs = new Set(texts.flatMap(findSigns));
  const cut = await cutSigns([...signs].sort((left, right) => left - right));
  const files = await readFontFiles(families.all);
  return { families, files: cut === undefined ? files : [...files, signFile(cut)] };
}

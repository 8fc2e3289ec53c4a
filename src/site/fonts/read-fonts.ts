// Which fonts a site needs: the families of its theme, and the signs that it shows.
import { readFile } from "node:fs/promises";
import type { Families } from "./families.ts";
import type { Fonts } from "./fonts.ts";
import { cutSigns, findSigns } from "./signs.ts";

/**
 * Finds the fonts of a site.
 * @param files whatever may show a sign: pages, styles, scripts
 */
export async function readFonts(families: Families, files: readonly string[]): Promise<Fonts> {
  const signs = new Set<number>();
  for (const file of files) {
    for (const sign of findSigns(await readFile(file, "utf8"))) signs.add(sign);
  }
  return { families, signs: await cutSigns([...signs]) };
}

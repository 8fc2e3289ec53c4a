// From a checked pack to a folder with the whole site and the print document.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Pack } from "../model/pack.ts";
import { runEleventy } from "./eleventy.ts";
import { type Families, type FontRole, findFamilies } from "./fonts/families.ts";
import { copyFonts, familyStack } from "./fonts/fonts.ts";
import { readFonts } from "./fonts/read-fonts.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import { copyScripts, SCRIPT_FILES, SCRIPTS } from "./scripts.ts";
import { composePrintStyles, composeSiteStyles, STYLE_FILES } from "./styles.ts";
import { addressOfImage } from "./view/addresses.ts";
import { type EditionKind, viewSite } from "./view/site-view.ts";

/** What to build and where. */
export interface SiteOptions {
  readonly pack: Pack;
  readonly edition: EditionKind;
  /** An absolute path to an empty folder. */
  readonly output: string;
  /** Whether pages link to `briefing.pdf`. */
  readonly pdf: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the site of a pack: its pages, `print/index.html`, and their assets. The same pack gives the same bytes.
 * Returns how many pages a reader can turn to; the print document and `404.html` are none of them.
 * @throws the signal's reason when it is aborted, once nothing is written to the folder any more.
 */
export async function buildSite(options: SiteOptions): Promise<{ pages: number }> {
  const { pack, edition, output, pdf, signal } = options;
  const site = viewSite(pack, edition, pdf);
  const families = await findFamilies(pack.theme);
  await runEleventy({
    templates: join(PACKAGE_ROOT, "templates"),
    configuration: join(PACKAGE_ROOT, "eleventy.config.ts"),
    output,
    data: { site: { ...site, scripts: SCRIPTS, ...viewFonts(families) } },
  });
  signal?.throwIfAborted();
  const assets = join(output, "assets");
  const { print, handout } = site.addresses;
  const pages = [...site.pages.map(({ address }) => address), print, handout];
  const fonts = await readFonts(families, [
    ...pages.map((page) => join(output, page)),
    ...STYLE_FILES,
    ...SCRIPT_FILES,
  ]);
  await copyFonts(fonts, join(assets, "fonts"));
  signal?.throwIfAborted();
  await writeFile(join(assets, "site.css"), await composeSiteStyles(site, fonts));
  await writeFile(join(assets, "print.css"), await composePrintStyles(site, fonts));
  await copyScripts(assets);
  await copyImages(pack, output);
  return { pages: site.pages.length };
}

/** What templates need of the fonts: their names, and for a page that loads no stylesheet the families of each role. */
function viewFonts(families: Families): { fonts: readonly string[]; faces: Record<string, string> } {
  const stack = (role: FontRole): string => familyStack(families, role, { standIns: false });
  return {
    fonts: families.all.map(({ name }) => name),
    faces: { text: stack("text"), display: stack("display") },
  };
}

async function copyImages({ images }: Pack, output: string): Promise<void> {
  for (const { file, path } of images) {
    const target = join(output, addressOfImage(file));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(path, target);
  }
}

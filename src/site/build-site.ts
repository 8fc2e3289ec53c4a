// From a checked pack to a folder with the whole site and the print document.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { programName } from "../files/program-name.ts";
import type { Pack } from "../model/pack.ts";
import type { PageSetup } from "../model/paper.ts";
import { runEleventy } from "./eleventy.ts";
import { copyFonts } from "./fonts.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import { copyScripts, SCRIPTS } from "./scripts.ts";
import { composePrintStyles, composeSiteStyles } from "./styles.ts";
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
  /** How the print document is set, where it differs from what the pack says. */
  readonly page?: Partial<PageSetup> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the site of a pack: its pages, `print/index.html`, and their assets. The same pack gives the same bytes.
 * Returns how many pages a reader can turn to; the print document and `404.html` are none of them.
 * @throws the signal's reason when it is aborted, once nothing is written to the folder any more.
 */
export async function buildSite(options: SiteOptions): Promise<{ pages: number }> {
  const { pack, edition, output, pdf, signal } = options;
  const { paper = pack.manifest.paper, cropMarks = false } = options.page ?? {};
  const site = viewSite(pack, edition, pdf);
  await runEleventy({
    templates: join(PACKAGE_ROOT, "templates"),
    configuration: join(PACKAGE_ROOT, "eleventy.config.ts"),
    output,
    data: { site: { ...site, scripts: SCRIPTS, software: programName() } },
  });
  signal?.throwIfAborted();
  const assets = join(output, "assets");
  await copyFonts(join(assets, "fonts"));
  signal?.throwIfAborted();
  await writeFile(join(assets, "site.css"), await composeSiteStyles(site));
  await writeFile(join(assets, "print.css"), await composePrintStyles(site, { paper, cropMarks }));
  await copyScripts(assets);
  await copyImages(pack, output);
  return { pages: site.pages.length };
}

async function copyImages({ images }: Pack, output: string): Promise<void> {
  for (const { file, path } of images) {
    const target = join(output, addressOfImage(file));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(path, target);
  }
}

// From a checked pack to a folder with the whole site and the print document.
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { programName } from "../files/program-name.ts";
import type { Pack } from "../model/pack.ts";
import type { PageSetup } from "../model/paper.ts";
import { type Assets, composeAssets, listFiles } from "./assets.ts";
import { runEleventy } from "./eleventy.ts";
import { findFamilies } from "./fonts/families.ts";
import { copyFonts } from "./fonts/fonts.ts";
import { readFonts } from "./fonts/read-fonts.ts";
import { composeHostFiles } from "./hosting/host-files.ts";
import { findBase, viewHosting } from "./hosting/hosting-view.ts";
import { composeHostRules } from "./hosting/response-headers.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import { SCRIPT_FILES } from "./scripts.ts";
import { writeSearch } from "./search/write-search.ts";
import { STYLE_FILES } from "./styles.ts";
import { addressOfImage } from "./view/addresses.ts";
import { type EditionKind, type SiteView, viewSite } from "./view/site-view.ts";

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
 * Writes the site of a pack: its pages, `print/index.html`, their assets, and what hosts read. The same pack gives the same bytes.
 * Returns how many pages a reader can turn to; the print document, `404.html` and the page of
 * a search are none of them.
 * @throws the signal's reason when it is aborted, once nothing is written to the folder any more.
 */
export async function buildSite(options: SiteOptions): Promise<{ pages: number }> {
  const { pack, edition, output, pdf, signal } = options;
  const { paper = pack.manifest.paper, cropMarks = false } = options.page ?? {};
  const site = viewSite(pack, edition, pdf);
  const families = await findFamilies(pack.theme);
  // Every text of a page comes from the view or from a file of the templates; both are there before the pages are.
  const texts = [
    ...[...site.pages, ...site.printed, { ...site, pages: [], printed: [] }].map((piece) =>
      JSON.stringify(piece),
    ),
    ...(await readTexts([...(await listTemplates()), ...STYLE_FILES, ...SCRIPT_FILES])),
  ];
  const fonts = await readFonts(families, texts);
  const assets = await composeAssets(site, fonts, { paper, cropMarks }, findBase(pack, site) !== undefined);
  signal?.throwIfAborted();
  await runEleventy({
    templates: join(PACKAGE_ROOT, "templates"),
    configuration: join(PACKAGE_ROOT, "eleventy.config.ts"),
    output,
    data: {
      site: { ...site, software: programName(), fonts: families.all.map(({ name }) => name) },
      hosting: viewHosting(pack, site, assets),
    },
  });
  signal?.throwIfAborted();
  await copyFonts(fonts, join(output, "assets"));
  signal?.throwIfAborted();
  for (const { path, content } of listFiles(assets)) await writeInto(output, path, content);
  await writeSearch(pack, edition, join(output, "assets"));
  await writeHostFiles(pack, site, assets, output);
  await copyImages(pack, output);
  return { pages: site.pages.filter(({ part }) => part.kind !== "search").length };
}

/** The pages of the templates with their pieces. */
async function listTemplates(): Promise<string[]> {
  const root = join(PACKAGE_ROOT, "templates");
  const names = await readdir(root, { recursive: true });
  return names.filter((name) => name.endsWith(".njk")).map((name) => join(root, name));
}

async function readTexts(files: readonly string[]): Promise<string[]> {
  return Promise.all(files.map((file) => readFile(file, "utf8")));
}

async function writeHostFiles(pack: Pack, site: SiteView, assets: Assets, output: string): Promise<void> {
  const rules = composeHostRules({
    styles: [assets.notFoundStyles],
    hidden: site.edition.kind === "full",
    named: listFiles(assets).flatMap(({ path, integrity }) => (integrity === undefined ? [] : [path])),
    address: pack.manifest.address,
  });
  for (const { path, text } of composeHostFiles(rules)) await writeInto(output, path, text);
}

async function writeInto(output: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = join(output, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

async function copyImages({ images }: Pack, output: string): Promise<void> {
  for (const { file, path } of images) {
    const target = join(output, addressOfImage(file));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(path, target);
  }
}

// Builds the sample pack into a folder of its own, and reads what was written.
import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { buildSite } from "../../src/site/build-site.ts";
import type { EditionKind } from "../../src/site/view/site-view.ts";
import { makeSamplePack, type SampleOptions } from "./sample-pack.ts";

/** A site that was built for a test. */
export interface BuiltSite {
  readonly folder: string;
  /** The text of every file that is text, by its path from the root, in order. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every path. */
  readonly paths: readonly string[];
  readonly pages: number;
  text(path: string): string;
  remove(): Promise<void>;
}

/** Builds the sample pack. */
export async function buildSample(
  options: SampleOptions & { readonly edition?: EditionKind; readonly pdf?: boolean } = {},
): Promise<BuiltSite> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "briefing-site-")));
  const { pages } = await buildSite({
    pack: makeSamplePack(options),
    edition: options.edition ?? "public",
    output: folder,
    pdf: options.pdf ?? true,
  });
  const paths = await listFiles(folder);
  const texts = new Map<string, string>();
  for (const path of paths.filter((name) => !/\.(woff2|png)$/.test(name))) {
    texts.set(path, await readFile(join(folder, path), "utf8"));
  }
  return {
    folder,
    texts,
    paths,
    pages,
    text: (path) => texts.get(path) ?? `${path} is missing`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every file below a folder, sorted, with forward slashes. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** The HTML pages of a site. */
export function pagesOf(site: BuiltSite): [string, string][] {
  return [...site.texts].filter(([path]) => path.endsWith(".html"));
}

/** Values of an attribute in the order of the text, entities of addresses resolved. */
export function attributeValues(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&amp;", "&"),
  );
}

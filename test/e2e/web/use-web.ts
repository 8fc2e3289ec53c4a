// What a test file of web pages works with: the sites that were built, their pages, and the browser.
import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import puppeteer, { type Browser } from "puppeteer";
import { afterAll, beforeAll, inject } from "vitest";
import type { SiteName } from "./build-sites.ts";

/** Where a site lies, on disk and served; addresses end with a slash. */
export interface Site {
  readonly name: SiteName;
  readonly folder: string;
  readonly address: string;
}

/** A site by its name. */
export function siteOf(name: SiteName): Site {
  const { folder, origin } = inject("web");
  return { name, folder: join(folder, name), address: `${origin}/${name}/` };
}

/** The paths of a site's pages, sorted; the print document is none that a reader turns to. */
export async function pagesOf({ folder }: Site): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .map((file) => file.split(sep).join("/"))
    .filter((file) => file.endsWith(".html") && !file.startsWith("print/"))
    .sort();
}

/** Of each kind of page that differs between the editions, all: where full texts are printed, and where they are cited first. */
export async function keyPagesOf(site: Site): Promise<string[]> {
  return (await pagesOf(site)).filter((path) => /^(index\.html$|sources\/)/.test(path));
}

/** Connects to the shared browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await puppeteer.connect({ browserWSEndpoint: inject("web").browser, defaultViewport: null });
  });
  afterAll(() => browser?.disconnect());
  return () => {
    if (!browser) throw new Error("The browser is asked for before the tests run.");
    return browser;
  };
}

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxePuppeteer } from "@axe-core/puppeteer";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withServer } from "../../src/print/server/server.ts";
import { startBrowser } from "../start-browser.ts";
import { type BuiltSite, buildSample, pagesOf } from "./built-site.ts";

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  site = await buildSample({
    title: "Harbour dredging: who pays for what the river brings down every winter",
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

const addressOf = (path: string): string => pathToFileURL(join(site.folder, path)).href;

// Every combination over the pages of other packs is that of the tests of test/e2e/web and test/long.
describe.each([
  [1280, "light"],
  [390, "dark"],
])("at %i pixels, %s", (width, scheme) => {
  it("has no axe violation on any page", async () => {
    await withPage(async (page) => {
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const [path] of pagesOf(site)) {
        // The print document is one page of everything; once is enough.
        if (path.startsWith("print/") && width !== 1280) continue;
        await page.goto(addressOf(path));
        const { violations } = await new AxePuppeteer(page).setLegacyMode(true).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${path}: ${id}: ${html.slice(0, 120)}`),
        );
        expect(found).toEqual([]);
      }
    });
  });

  it("has nothing that must be scrolled sideways", async () => {
    await withPage(async (page) => {
      await page.setViewport({ width, height: 800 });
      for (const [path] of pagesOf(site)) {
        if (path.startsWith("print/")) continue;
        await page.goto(addressOf(path));
        expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
      }
    });
  });
});

it("works from a folder below the root of a server, and asks no other origin for anything", async () => {
  const folder = join(site.folder, "..");
  const prefix = site.folder.slice(folder.length + 1);
  await withServer(folder, async ({ origin }) => {
    await withPage(async (page) => {
      const foreign: string[] = [];
      const failed: string[] = [];
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(`${origin}/${prefix}/`) && !url.startsWith("data:")) foreign.push(url);
      });
      page.on("response", (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      for (const [path] of pagesOf(site)) {
        await page.goto(`${origin}/${prefix}/${path}`);
        if (path === "404.html") continue;
        const faces =
          "document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === 'loaded').length)";
        expect(await page.evaluate(faces), path).toBeGreaterThan(2);
      }
      expect(foreign).toEqual([]);
      expect(failed).toEqual([]);
    });
  });
});

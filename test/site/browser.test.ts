// Every page of the sample pack in a browser: what axe finds, what is too wide, and what it asks for from a folder of a server.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withServer } from "../../src/print/server/server.ts";
import { findViolations } from "../e2e/web/find-violations.ts";
import { findSidewaysScroll } from "../e2e/web/in-page/find-sideways-scroll.ts";
import { runInPage } from "../e2e/web/in-page/run-in-page.ts";
import { type View, withPage } from "../e2e/web/open-page.ts";
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

const ONCE_EACH: readonly View[] = [
  { width: 1280, scheme: "light" },
  { width: 390, scheme: "dark" },
];

const addressOf = (path: string): string => pathToFileURL(join(site.folder, path)).href;

// Axe is asked of each page once, on a desk or a phone by turns; in every way of seeing it, among the long tests.
it("has no axe violation on any page, and nothing that must be scrolled sideways", async () => {
  for (const [index, [path]] of pagesOf(site).entries()) {
    for (const view of ONCE_EACH) {
      await withPage(browser, addressOf(path), view, async ({ page }) => {
        const isPrint = path.startsWith("print/");
        if (!isPrint) expect(await runInPage(page, findSidewaysScroll), path).toEqual([]);
        if (view !== ONCE_EACH[index % 2]) return;
        // On paper nothing is aimed at with a finger.
        expect(await findViolations(page, isPrint ? ["target-size"] : []), path).toEqual([]);
      });
    }
  }
});

it("works from a folder below the root of a server, and asks no other origin for anything", async () => {
  const folder = join(site.folder, "..");
  const prefix = site.folder.slice(folder.length + 1);
  await withServer(folder, async ({ origin }) => {
    await lendPage(async (page) => {
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

async function lendPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

// How a page comes to be there: text at the first paint, nothing that jumps, and a folder that can be opened as it lies.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { findHiddenText } from "./in-page/find-hidden-text.ts";
import { runInPage } from "./in-page/run-in-page.ts";
import { withPage } from "./open-page.ts";
import { pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const site = siteOf("repository");
const pages = await pagesOf(site);
const source = pages.find((path) => path.startsWith("sources/")) ?? "";

/** The sum of what moved on its own since the page was opened (https://web.dev/articles/cls, without its windows of time). */
function readShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 150);
      }),
  );
}

/** Opens a page whose files of one kind arrive late, or never; lends it out while they may still be on their way. */
async function openSlowly(
  path: string,
  width: number,
  { kind, ms }: { readonly kind: string; readonly ms: number | "never" },
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser().newPage();
  try {
    await page.setViewport({ width, height: 800 });
    await page.setCacheEnabled(false);
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (request.resourceType() !== kind) request.continue();
      else if (ms !== "never") setTimeout(() => request.continue().catch(() => undefined), ms);
    });
    const loaded = page.goto(site.address + path).catch(() => undefined);
    if (ms !== "never") await loaded;
    await use(page);
  } finally {
    await page.close();
  }
}

it.each([390, 1280])(
  "nothing moves by more than a good page may when the fonts come late, %i",
  async (width) => {
    for (const path of ["index.html", source]) {
      await openSlowly(path, width, { kind: "font", ms: 300 }, async (page) => {
        await page.evaluate("document.fonts.ready.then(() => undefined)");
        expect(await readShift(page), path).toBeLessThan(0.1);
      });
    }
  },
);

it("is painted and whole before any script arrives", async () => {
  for (const path of pages.filter((name) => name !== "404.html")) {
    await openSlowly(path, 390, { kind: "script", ms: "never" }, async (page) => {
      await page.waitForSelector("body > footer", { visible: true });
      await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
      expect(await runInPage(page, findHiddenText), path).toEqual([]);
    });
  }
});

it("works as a folder that is opened where it lies, after it was moved", async () => {
  const parent = await mkdtemp(join(tmpdir(), "briefing moved ü-"));
  try {
    const folder = join(parent, "a pack");
    await cp(site.folder, folder, { recursive: true });
    const addressOf = (path: string) => pathToFileURL(join(folder, path)).href;
    for (const path of pages) {
      await withPage(
        browser(),
        addressOf(path),
        { width: 390, scheme: "light" },
        async ({ faults, page }) => {
          const faces = "[...document.fonts].filter(({ status }) => status === 'loaded').length";
          if (path !== "404.html") expect(await page.evaluate(faces), path).toBeGreaterThan(1);
          expect(faults, path).toEqual([]);
        },
      );
    }
    await withPage(browser(), addressOf("index.html"), { width: 390, scheme: "light" }, async ({ page }) => {
      const link = await page.waitForSelector("main a[href*='/'][href*='#']", { visible: true });
      const wanted = await link?.evaluate((element) => (element as HTMLAnchorElement).href);
      await Promise.all([page.waitForNavigation(), link?.click()]);
      expect(page.url()).toBe(wanted);
      expect(page.url().startsWith(pathToFileURL(folder).href)).toBe(true);
      expect(await page.$eval(":target", ({ id }) => id)).toBe(new URL(page.url()).hash.slice(1));
    });
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});

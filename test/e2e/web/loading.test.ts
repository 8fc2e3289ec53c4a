// How a page comes to be there: text at the first paint, nothing that jumps, and a folder that can be opened as it lies.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { HTTPRequest, Page } from "puppeteer";
import { expect, it } from "vitest";
import { findHiddenText } from "./in-page/find-hidden-text.ts";
import { runInPage } from "./in-page/run-in-page.ts";
import { withPage } from "./open-page.ts";
import { pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const site = siteOf("repository");
const pages = await pagesOf(site);
const source = pages.find((path) => path.startsWith("sources/")) ?? "";

/**
 * The sum of what moved on its own after a moment of the page's clock (https://web.dev/articles/cls, without its windows of time).
 * What moved is known only when it is drawn, so that two frames are waited for; on a busy machine that may take longer than any
 * number of milliseconds.
 */
function readShift(page: Page, after: number): Promise<number> {
  return page.evaluate(async (from) => {
    let sum = 0;
    const add = (entries: PerformanceEntryList): void => {
      for (const entry of entries) {
        if (entry.startTime > from) sum += (entry as PerformanceEntry & { value: number }).value;
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    add(observer.takeRecords());
    observer.disconnect();
    return sum;
  }, after);
}

/** Opens a page whose scripts are held back until they are released, and waits until it is painted with its fonts. */
async function openUnscripted(
  path: string,
  width: number,
  use: (page: Page, release: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const page = await browser().newPage();
  try {
    await page.setViewport({ width, height: 800 });
    // Frames come as to the page in front, however many tabs are open.
    await page.emulateFocusedPage(true);
    await page.setCacheEnabled(false);
    await page.setRequestInterception(true);
    const held: HTTPRequest[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") held.push(request);
      else request.continue();
    });
    const loaded = page.goto(site.address + path).catch(() => undefined);
    await page.waitForSelector("body > footer", { visible: true });
    await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
    // Fonts are asked for when text is first laid out: before that, none is under way.
    await page.waitForFunction(
      "document.fonts.status === 'loaded' && [...document.fonts].some(({ status }) => status === 'loaded')",
    );
    await page.evaluate(
      "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))",
    );
    await use(page, async () => {
      for (const request of held) await request.continue();
      await loaded;
    });
  } finally {
    await page.close();
  }
}

const PAGES = pages.filter((path) => path !== "404.html" && !path.startsWith("print/"));

it("is painted and whole before any script arrives", async () => {
  for (const path of PAGES) {
    await openUnscripted(path, 390, async (page) => {
      expect(await runInPage(page, findHiddenText), path).toEqual([]);
    });
  }
});

it.each([390, 1280])("is not moved by what scripts add when they come late, %i", async (width) => {
  for (const path of ["index.html", source]) {
    await openUnscripted(path, width, async (page, release) => {
      const before = await page.evaluate(() => performance.now());
      await release();
      expect(await readShift(page, before), path).toBeLessThan(0.02);
    });
  }
});

it("tells what moves", async () => {
  await openUnscripted("index.html", 390, async (page) => {
    const before = await page.evaluate(() => {
      const late = Object.assign(document.createElement("p"), { innerHTML: "late<br>".repeat(9) });
      document.querySelector("main")?.prepend(late);
      return performance.now() - 1;
    });
    await expect.poll(() => readShift(page, before), { timeout: 10_000 }).toBeGreaterThan(0.1);
  });
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

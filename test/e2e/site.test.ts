// The site of the repository's own pack in a real browser: from a judgement to its evidence and back, and what a reader needs.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxePuppeteer } from "@axe-core/puppeteer";
import { HtmlValidate } from "html-validate";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/print/browser/find.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { type BuiltPack, buildRepositoryPack } from "./build-repository-pack.ts";

let built: BuiltPack;
let browser: Browser;
let pages: string[];
beforeAll(async () => {
  built = await buildRepositoryPack("--no-pdf");
  const { executablePath, env } = await findBrowser(undefined, systemProbes());
  browser = await puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const files = await readdir(built.folder, { recursive: true });
  pages = files.filter((file) => file.endsWith(".html")).sort();
});
afterAll(async () => {
  await browser?.close();
  await built?.remove();
});

async function withPage<T>(path: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(join(built.folder, path)).href);
    return await use(page);
  } finally {
    await page.close();
  }
}

it("leads from a judgement on the landing page to the passage it cites, and back, without script", async () => {
  await withPage("index.html", async (page) => {
    await page.setJavaScriptEnabled(false);
    await page.reload();
    const cite = await page.waitForSelector("#summary-judgement-3 a.cite");
    const label = await cite?.evaluate((link) => link.textContent);
    expect(label).toMatch(/^S3\s¶¶2–3$/);
    await Promise.all([page.waitForNavigation(), cite?.click()]);
    expect(page.url()).toMatch(/sources\/s3\.html#s3-p2$/);
    const target = await page.$eval("#s3-p2", (anchor) => {
      const block = anchor.closest(".precis");
      return {
        text: block?.textContent ?? "",
        top: block?.getBoundingClientRect().top ?? -1,
        height: innerHeight,
      };
    });
    expect(target.text).toContain("The trigger is a Russian strike");
    expect(target.top).toBeGreaterThanOrEqual(-2);
    expect(target.top).toBeLessThan(target.height);
    const back = await page.$$eval("#s3-p2", ([anchor]) => {
      const links = [...(anchor?.closest(".precis")?.querySelectorAll(".cited-in a") ?? [])];
      return links.find((link) => link.textContent === "Judgement 3")?.getAttribute("href");
    });
    expect(back).toBe("../index.html#summary-judgement-3");
    await Promise.all([
      page.waitForNavigation(),
      page.click(`.precis:has(#s3-p2) .cited-in a[href="${back}"]`),
    ]);
    expect(await page.$eval("#summary-judgement-3", (block) => block.textContent)).toContain(
      "No document shows",
    );
  });
});

describe.each([1280, 390])("at %i pixels", (width) => {
  it.each(["light", "dark"])("has no accessibility violation on any page, %s", async (scheme) => {
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      // The print document is one page of everything; once is enough.
      if (path.startsWith("print/") && (width !== 1280 || scheme !== "light")) continue;
      await withPage(path, async (page) => {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        const { violations } = await new AxePuppeteer(page).setLegacyMode(true).analyze();
        expect(
          violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html }) => `${path}: ${id}: ${html.slice(0, 100)}`),
          ),
        ).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (!path.startsWith("print/")) expect(overflow, path).toBeLessThanOrEqual(0);
      });
    }
  });
});

it("is valid HTML on every page", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  for (const path of pages) {
    const report = await validator.validateFile(join(built.folder, path));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
  }
});

it("links to nothing that is not there", async () => {
  const dead: string[] = [];
  for (const path of pages.filter((name) => name !== "404.html")) {
    await withPage(path, async (page) => {
      const links = await page.$$eval("a[href], link[href], img[src]", (elements) =>
        elements.map(
          (element) => (element as HTMLAnchorElement).href || (element as unknown as HTMLImageElement).src,
        ),
      );
      for (const link of new Set(links.filter((href) => href.startsWith("file:")))) {
        const [address = "", fragment] = link.split("#");
        const found = await page.evaluate(
          async (at, id, here) => {
            if (at === here.split("#")[0])
              return id === undefined || document.getElementById(decodeURIComponent(id)) !== null;
            return undefined;
          },
          address,
          fragment,
          page.url(),
        );
        if (found === false) dead.push(`${path} -> ${link}`);
        if (found === undefined && !(await targets(address, fragment))) dead.push(`${path} -> ${link}`);
      }
    });
  }
  expect(dead).toEqual([]);
});

const known = new Map<string, Set<string> | undefined>();

async function targets(address: string, fragment: string | undefined): Promise<boolean> {
  if (!address.endsWith(".html")) {
    const { existsSync } = await import("node:fs");
    return existsSync(new URL(address));
  }
  if (!known.has(address)) {
    const page = await browser.newPage();
    const response = await page.goto(address).catch(() => null);
    const ids =
      response === null ? undefined : await page.$$eval("[id]", (elements) => elements.map(({ id }) => id));
    known.set(address, ids === undefined ? undefined : new Set(ids));
    await page.close();
  }
  const ids = known.get(address);
  return ids !== undefined && (fragment === undefined || ids.has(decodeURIComponent(fragment)));
}

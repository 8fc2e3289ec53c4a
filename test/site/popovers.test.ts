// Cited passages shown in place: on every page, by keyboard, without script, and never on paper.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxePuppeteer } from "@axe-core/puppeteer";
import { parseHTML } from "linkedom";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../start-browser.ts";
import { type BuiltSite, buildSample, pagesOf } from "./built-site.ts";
import { FULL_TEXTS } from "./sample-pack.ts";

let open: BuiltSite;
let full: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  open = await buildSample();
  full = await buildSample({ edition: "full" });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await open?.remove();
  await full?.remove();
});

const documentOf = (site: BuiltSite, path: string): Document => parseHTML(site.text(path)).document;
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

async function withPage<T>(path: string, width: number, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: 800 });
    await page.goto(pathToFileURL(join(open.folder, path)).href);
    return await use(page);
  } finally {
    await page.close();
  }
}

const BUTTON = "#summary-judgement-1 .show-passage";
const isOpen = (page: Page): Promise<string[]> =>
  page.$$eval(".passages-shown:popover-open", (shown) => shown.map(({ id }) => id));

describe("the pages", () => {
  it("have beside each citation of passages a button for an element of the page, and one element for each that is cited", () => {
    for (const site of [open, full]) {
      for (const [path] of pagesOf(site).filter(([name]) => !name.startsWith("print/"))) {
        const document = documentOf(site, path);
        const part = document.querySelector("[data-part]");
        const buttons = [...(part?.querySelectorAll("button.show-passage") ?? [])];
        const targets = new Set(buttons.map((button) => button.getAttribute("popovertarget")));
        const shown = [...document.querySelectorAll(".passages-shown[popover]")];
        expect([...targets].sort(), path).toEqual(shown.map(({ id }) => id).sort());
        for (const element of shown) expect(element.closest("[data-part]"), path).toBeNull();
        const cited = [...(part?.querySelectorAll(".citation a.cite") ?? [])];
        expect(buttons, path).toHaveLength(cited.length);
        for (const [index, button] of buttons.entries()) {
          const label = (cited[index]?.textContent ?? "").replaceAll("\u00a0", " ");
          expect(button.getAttribute("aria-label")).toBe(`Show ${label}`);
        }
      }
    }
  });

  it("show the précis in the public edition, without the notes and buttons of its own page", () => {
    const shown = documentOf(open, "index.html").getElementById("s1--show-1-2");
    expect(textOf(shown)).toBe("S1 ¶¶1–2 The letter ¶1 The letter opens. ¶¶2–3 It closes “with regret”.");
    expect(shown?.querySelector(".shown-label a")?.getAttribute("href")).toBe("sources/s1.html#s1-p1");
    const other = documentOf(open, "index.html").getElementById("s2--show-1");
    expect(textOf(other)).toBe("S2 ¶1 The minute ¶1 It says so.");
    expect(documentOf(open, "index.html").querySelectorAll("[popover] .show-passage")).toHaveLength(0);
  });

  it("show the words of the document in the full edition", () => {
    const shown = documentOf(full, "index.html").getElementById("s1--show-1-2");
    const words = [...(shown?.querySelectorAll(".shown-passage > p:last-child") ?? [])];
    expect(words.map(({ textContent }) => textContent)).toEqual(FULL_TEXTS.get("S1")?.passages.slice(0, 2));
    expect(shown?.querySelector(".shown-label a")?.getAttribute("href")).toBe("sources/s1.html#s1--t1");
  });

  it("have none of it in print", () => {
    for (const site of [open, full]) expect(site.text("print/index.html")).not.toMatch(/<button|popover/);
  });
});

describe("in a browser", () => {
  it.each([1280, 390])(
    "a button shows its passages within a window of %i pixels, without script",
    async (width) => {
      await withPage("index.html", width, async (page) => {
        await page.setJavaScriptEnabled(false);
        await page.reload();
        expect(await isOpen(page)).toEqual([]);
        await page.click(BUTTON);
        expect(await isOpen(page)).toEqual(["s1--show-1-2"]);
        const box = await page.$eval(":popover-open", (shown) => {
          const { left, right, top, bottom } = shown.getBoundingClientRect();
          return { left, right, top, bottom };
        });
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(800);
        await page.click(":popover-open .shown-close");
        expect(await isOpen(page)).toEqual([]);
      });
    },
  );

  it("works by keyboard: opens, leads on to the passage, and closes with Escape", async () => {
    await withPage("index.html", 1280, async (page) => {
      await page.focus(BUTTON);
      await page.keyboard.press("Enter");
      expect(await isOpen(page)).toEqual(["s1--show-1-2"]);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(
        "sources/s1.html#s1-p1",
      );
      await page.keyboard.press("Escape");
      expect(await isOpen(page)).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
        "Show S1 ¶¶1–2",
      );
    });
  });

  it.each([1280, 390])(
    "has targets of 24 pixels and more, on every page, %i (WCAG 2.2, 2.5.8)",
    async (width) => {
      const paths = pagesOf(open).flatMap(([path, html]) => (html.includes("show-passage") ? [path] : []));
      expect(paths).toEqual(expect.arrayContaining(["index.html", "sources/s1.html"]));
      for (const path of paths) {
        await withPage(path, width, async (page) => {
          const sizes = await page.$$eval("[data-part] .show-passage", (buttons) =>
            buttons.map((button) => {
              const { width: wide, height } = button.getBoundingClientRect();
              return Math.min(wide, height);
            }),
          );
          expect(sizes.length, path).toBeGreaterThan(0);
          expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(24);
        });
      }
    },
  );

  it.each(["light", "dark"])("has no axe violation while it is open, %s", async (scheme) => {
    await withPage("index.html", 1280, async (page) => {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.click(BUTTON);
      const { violations } = await new AxePuppeteer(page).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  });

  it("prints no button from a page of the web", async () => {
    await withPage("index.html", 1280, async (page) => {
      await page.emulateMediaType("print");
      const seen = await page.$$eval(
        "button, [popover]",
        (all) => all.filter((element) => element.checkVisibility()).length,
      );
      expect(seen).toBe(0);
    });
  });
});

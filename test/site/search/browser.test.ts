// The search as a reader uses it, in a real browser: hosted under a strict policy, and opened from a folder.
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withServer } from "../../../src/print/server/server.ts";
import { findViolations } from "../../e2e/web/find-violations.ts";
import { type Served, serveFolder } from "../../serve-folder.ts";
import { startBrowser } from "../../start-browser.ts";
import { type BuiltSite, buildSample } from "../built-site.ts";

let site: BuiltSite;
let browser: Browser;
let server: Served;
beforeAll(async () => {
  site = await buildSample();
  server = await serveFolder(site.folder);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await site?.remove();
});

const hosted = (path: string): string => `${server.origin}/${path}`;
const fromFolder = (path: string): string => pathToFileURL(site.folder).href.concat("/", path);

interface Watched {
  readonly page: Page;
  /** What the console said, what failed, and what was asked of another origin. */
  readonly faults: readonly string[];
}

async function withPage<T>(base: string, use: (watched: Watched) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!/^data:/.test(request.url()) && !request.url().startsWith(base))
      faults.push(`foreign: ${request.url()}`);
  });
  try {
    return await use({ page, faults });
  } finally {
    await page.close();
  }
}

const focused = (page: Page) =>
  page.evaluate("document.activeElement.textContent || document.activeElement.id");
const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent?.trim() ?? ""));
const statusOf = (page: Page): Promise<string> =>
  page.$eval('[role="status"]', (one) => one.textContent ?? "");

/** Types into the field that has the focus, and waits for the results of what stands there. */
async function search(page: Page, words: string, status: RegExp): Promise<void> {
  await page.keyboard.type(words);
  await waitForResults(page);
  expect(await statusOf(page)).toMatch(status);
}

async function waitForResults(page: Page): Promise<void> {
  await page.waitForSelector('.search-results[aria-busy="false"]', { timeout: 10_000 });
}

describe.each([
  ["hosted under a strict policy", hosted],
  ["opened from a folder", fromFolder],
])("%s", (_how, addressOf) => {
  it("leads by the keyboard alone from a page to the passage", async () => {
    await withPage(addressOf(""), async ({ page, faults }) => {
      await page.goto(addressOf("appendices/dates.html"));
      await page.keyboard.press("/");
      expect(await focused(page)).toBe("search--field");
      await search(page, "with regret", /^\d+ results?$/);
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toContain("S1 ¶¶2–3");
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      expect(page.url()).toBe(addressOf("sources/s1.html#s1-p2"));
      expect(await page.$eval(":target", ({ id }) => id)).toBe("s1-p2");
      expect(faults).toEqual([]);
    });
  });

  it("leads to a place of the page itself, from beneath the dialog", async () => {
    await withPage(addressOf(""), async ({ page, faults }) => {
      await page.goto(addressOf("sources/s1.html"));
      await page.keyboard.press("/");
      await search(page, "berth", /^1 result$/);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForSelector(":target");
      expect(await page.$eval(":target", ({ id }) => id)).toBe("s1-a-table");
      expect(await page.$("dialog[open]")).toBeNull();
      expect(faults).toEqual([]);
    });
  });

  it("keeps the query in the address of the page of results, and takes it from there", async () => {
    await withPage(addressOf(""), async ({ page, faults }) => {
      await page.goto(addressOf("index.html"));
      await page.keyboard.press("/");
      await search(page, "harbour", /results/);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      expect(page.url()).toBe(addressOf("search.html?q=harbour"));
      await waitForResults(page);
      expect(await statusOf(page)).toMatch(/^\d+ results$/);
      const marked = new Set((await textsOf(page, ".search-results mark")).map((word) => word.toLowerCase()));
      expect([...marked].sort()).toEqual(["harbour", "harbours"]);
      await page.focus("#search--field");
      await page.keyboard.press("End");
      await page.keyboard.type(" users");
      await waitForResults(page);
      expect(await statusOf(page)).toMatch(/^1 result$/);
      expect(page.url()).toBe(addressOf("search.html?q=harbour+users"));
      expect(faults).toEqual([]);
    });
  });

  it("loads nothing of the index before the search is opened", async () => {
    await withPage(addressOf(""), async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(addressOf("index.html"), { waitUntil: "networkidle0" });
      expect(asked.filter((url) => /search-index|search-texts|minisearch/.test(url))).toEqual([]);
      await page.keyboard.press("/");
      await search(page, "mayor", /results/);
      expect(asked.filter((url) => /search-index|search-texts|minisearch/.test(url)).length).toBe(3);
    });
  });
});

describe("the panel", () => {
  it("narrows the results by part and by kind, says how many are left, and keeps the choice while it holds", async () => {
    await withPage(hosted(""), async ({ page, faults }) => {
      await page.goto(hosted("index.html"));
      await page.click("[data-search-open]");
      await search(page, "board", /results/);
      const all = await statusOf(page);
      const menus = async () => [
        await textsOf(page, "#search--pages option"),
        await textsOf(page, "#search--kinds option"),
      ];
      expect(await menus()).toMatchInlineSnapshot(`
        [
          [
            "the whole pack",
            "Summary (3)",
            "S1 The letter (1)",
            "Facts (4)",
          ],
          [
            "everything",
            "Judgements (1)",
            "Text (2)",
            "Tables and lists (4)",
            "Source records (1)",
          ],
        ]
      `);
      const valueIn = (menu: string, text: string): Promise<string> =>
        page.$$eval(
          `${menu} option`,
          (options, wanted) => options.find((option) => option.textContent?.startsWith(wanted))?.value ?? "",
          text,
        );
      await page.select("#search--kinds", await valueIn("#search--kinds", "Judgements"));
      await waitForResults(page);
      expect(await statusOf(page)).toBe(`1 of ${all}`);
      expect(await textsOf(page, ".search-label")).toEqual(["Judgement 1"]);
      await page.focus("#search--field");
      await page.keyboard.press("End");
      await search(page, " pays", /^1 of \d+ results$/);
      await page.select("#search--kinds", "");
      await page.select("#search--pages", await valueIn("#search--pages", "Facts"));
      await waitForResults(page);
      expect(await statusOf(page)).toMatch(/ of /);
      expect(new Set((await textsOf(page, ".search-label")).map((label) => label.split(":")[0]))).toEqual(
        new Set(["Facts"]),
      );
      expect(faults).toEqual([]);
    });
  });

  it("finds words without their accents, marks them as written, and shows hostile text as text", async () => {
    await withPage(hosted(""), async ({ page, faults }) => {
      await page.goto(hosted("index.html"));
      await page.keyboard.press("/");
      await search(page, "precis passage", /results?$/);
      expect(await textsOf(page, ".search-results mark")).toContain("Précis");
      await page.goto(hosted("search.html"));
      await search(page, "bold include", /results?$/);
      expect((await textsOf(page, ".search-excerpt")).join(" ")).toContain("<b>bold</b>");
      expect(await page.$(".search-results b")).toBeNull();
      expect(faults).toEqual([]);
    });
  });

  it("says when nothing is found, with advice, and when only some of the words are", async () => {
    await withPage(hosted(""), async ({ page }) => {
      await page.goto(hosted("sources/s2.html"));
      await page.keyboard.press("/");
      await search(page, "submarine", /Nothing found/);
      expect(await statusOf(page)).toBe("Nothing found for “submarine”.");
      const advice = '[data-search-part="advice"] a';
      expect(await page.$eval(advice, (link) => link.getAttribute("href"))).toBe("../contents.html");
      expect(await page.$eval(advice, (link) => link.checkVisibility())).toBe(true);
      await search(page, " mayor", /Nothing has all/);
      expect(await statusOf(page)).toMatch(
        /^Nothing has all of these words\. \d+ results with some of them\.$/,
      );
      expect(await page.$eval(advice, (link) => link.checkVisibility())).toBe(false);
    });
  });

  it("shows a few dozen results at first, and more when asked", async () => {
    await withPage(hosted(""), async ({ page }) => {
      await page.goto(hosted("search.html"));
      await search(page, "t", /^\d+ results$/);
      const count = Number.parseInt(await statusOf(page), 10);
      expect(count).toBeGreaterThan(20);
      expect(await textsOf(page, ".search-results > li")).toHaveLength(20);
      await page.click('[data-search-part="more"]');
      await page.waitForSelector(".search-results > li:nth-child(21)");
      expect(await textsOf(page, ".search-results > li")).toHaveLength(Math.min(count, 40));
      expect(await focused(page)).toBe((await textsOf(page, ".search-results a"))[20]);
    });
  });

  it("is closed by Escape, which gives the focus back, and opened again with what was asked", async () => {
    await withPage(hosted(""), async ({ page }) => {
      await page.goto(hosted("index.html"));
      await page.focus(".site-nav a");
      const before = await focused(page);
      await page.keyboard.press("/");
      await search(page, "mayor", /results/);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await focused(page)).toBe("search--field");
      await page.keyboard.press("Escape");
      expect(await page.$("dialog[open]")).toBeNull();
      expect(await focused(page)).toBe(before);
      await page.keyboard.press("/");
      expect(await page.$eval("#search--field", (field) => (field as HTMLInputElement).value)).toBe("mayor");
    });
  });

  it("shows no result of fewer letters than are written by now", async () => {
    await withPage(hosted(""), async ({ page }) => {
      await page.goto(hosted("index.html"));
      await page.keyboard.press("/");
      await search(page, "mayor", /results/);
      const busy = await page.evaluate(`new Promise((resolve) => {
        const { briefingSearch: search } = globalThis;
        const [field, list] = ["field", "list"].map((part) => document.querySelector('dialog [data-search-part="' + part + '"]'));
        const makeItems = search.makeItems;
        const write = (words) => {
          field.value = words;
          field.dispatchEvent(new Event("input"));
        };
        search.makeItems = async (hits) => {
          search.makeItems = makeItems;
          const items = await makeItems(hits);
          write("quay");
          setTimeout(() => resolve(list.ariaBusy), 20);
          return items;
        };
        write("channel");
      })`);
      expect(busy).toBe("true");
    });
  });

  it("leaves the key alone where someone writes, with other keys, and where the reader turned it off", async () => {
    await withPage(hosted(""), async ({ page }) => {
      const isOpen = async (): Promise<boolean> => (await page.$("dialog[open]")) !== null;
      await page.goto(hosted("index.html"));
      await page.keyboard.down("Control");
      await page.keyboard.press("/");
      await page.keyboard.up("Control");
      expect(await isOpen()).toBe(false);
      await page.keyboard.press("/");
      await page.keyboard.type("a/b");
      expect(await page.$eval("#search--field", (field) => (field as HTMLInputElement).value)).toBe("a/b");
      // Results that are still to come would move the choice away from under the pointer.
      await waitForResults(page);
      await page.click("[data-search-key]");
      expect(await page.$eval("[data-search-key]", (choice) => (choice as HTMLInputElement).checked)).toBe(
        false,
      );
      await page.goto(hosted("contents.html"));
      await page.keyboard.press("/");
      expect(await isOpen()).toBe(false);
      await page.evaluate("localStorage.clear()");
    });
  });

  it.each([
    [1280, "light", "index.html"],
    [1280, "dark", "search.html"],
    [390, "light", "search.html"],
    [390, "dark", "index.html"],
  ])("has no axe violation with results, at %i pixels, %s, on %s", async (width, scheme, path) => {
    await withPage(hosted(""), async ({ page }) => {
      await page.setBypassCSP(true);
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto(hosted(path));
      if (path === "index.html") await page.click("[data-search-open]");
      await search(page, "board", /results/);
      expect(await findViolations(page), path).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    });
  });
});

it("moves nothing on a page when its script comes", async () => {
  await withPage(hosted(""), async ({ page }) => {
    await page.setViewport({ width: 390, height: 800 });
    const tops: unknown[] = [];
    for (const block of [true, false]) {
      await page.setRequestInterception(true);
      page.removeAllListeners("request");
      page.on("request", (request) =>
        block && /search-open/.test(request.url()) ? request.abort() : request.continue(),
      );
      await page.goto(hosted("index.html"));
      tops.push(await page.$eval("main", (main) => main.getBoundingClientRect().top));
    }
    expect(tops[0]).toBe(tops[1]);
  });
});

it("offers no field and no button without script, and says on its own page what to do instead", async () => {
  await withPage(fromFolder(""), async ({ page, faults }) => {
    await page.setJavaScriptEnabled(false);
    for (const path of ["index.html", "search.html?q=harbour"]) {
      await page.goto(fromFolder(path));
      const { accessibility } = page;
      const roles = JSON.stringify(await accessibility.snapshot({ interestingOnly: false }));
      expect(roles, path).not.toMatch(/"role":"(searchbox|search|dialog)"|Search the pack/);
      const seen = await page.$eval("body", (body) => (body as HTMLElement).innerText);
      expect(seen.includes("Search the pack"), path).toBe(false);
      expect(seen.includes("A search needs script"), path).toBe(path.startsWith("search"));
    }
    expect(faults).toEqual([]);
  });
});

it("says so where the search cannot be loaded", async () => {
  await withPage(hosted(""), async ({ page }) => {
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      /search-index/.test(request.url()) ? request.abort() : request.continue(),
    );
    await page.goto(hosted("index.html"));
    await page.keyboard.press("/");
    await page.waitForFunction(() =>
      document.querySelector('[role="status"]')?.textContent?.includes("could not be loaded"),
    );
    expect(await statusOf(page)).toContain("look through the contents");
  });
});

it("is found where a hosted pack names its scripts by their content", async () => {
  const named = await buildSample({ address: "https://example.org/packs/harbour" });
  try {
    await withServer(named.folder, ({ origin }) =>
      withPage(origin, async ({ page, faults }) => {
        await page.goto(`${origin}/sources/s2.html`);
        await page.keyboard.press("/");
        await search(page, "regret", /results?$/);
        expect(named.paths.join()).toMatch(/search-open\.[0-9a-f]{16}\.js/);
        // The server is that of the print page, of whose sandbox the console remarks.
        expect(faults.filter((fault) => !fault.includes("sandbox"))).toEqual([]);
      }),
    );
  } finally {
    await named.remove();
  }
});

// How the pages read in a browser: evidence in the margin, the place in the pack, copied citations, filters, measure and rhythm.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../start-browser.ts";
import { type BuiltSite, buildSample } from "./built-site.ts";

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  site = await buildSample();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

async function withPage<T>(path: string, width: number, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: 800 });
    await page.goto(pathToFileURL(join(site.folder, path)).href);
    return await use(page);
  } finally {
    await page.close();
  }
}

const boxOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    return { left, right, top, bottom, width, height };
  });

describe("evidence", () => {
  it("opens in the margin, level with its citation, and covers no text, where the window is wide", async () => {
    await withPage("index.html", 1280, async (page) => {
      await page.click("#summary-judgement-1 .show-passage");
      const shown = await boxOf(page, ":popover-open");
      const citation = await boxOf(page, "#summary-judgement-1 .cite-shown");
      const text = await boxOf(page, "#summary-judgement-1 > p:last-of-type");
      expect(shown.left).toBeGreaterThanOrEqual(text.right);
      expect(shown.right).toBeLessThanOrEqual(1280);
      expect(Math.abs(shown.top - citation.top)).toBeLessThan(40);
    });
  });

  it("opens below its citation where the window is narrow", async () => {
    await withPage("index.html", 390, async (page) => {
      await page.click("#summary-judgement-1 .show-passage");
      const shown = await boxOf(page, ":popover-open");
      const button = await boxOf(page, "#summary-judgement-1 .show-passage");
      const gap = Math.min(Math.abs(shown.top - button.bottom), Math.abs(shown.bottom - button.top));
      expect(gap).toBeLessThan(20);
      expect(shown.width).toBeGreaterThan(330);
    });
  });

  it("stays within the window wherever the citation stands in it", async () => {
    await withPage("index.html", 1280, async (page) => {
      const buttons = await page.$$(".show-passage");
      expect(buttons.length).toBeGreaterThan(3);
      for (const button of buttons) {
        await button.evaluate((element) => element.scrollIntoView({ block: "end" }));
        await button.click();
        const { top, bottom } = await boxOf(page, ":popover-open");
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(800);
        await page.keyboard.press("Escape");
      }
    });
  });

  it("is listed beside each judgement in wide windows, and the row is as high as the list", async () => {
    await withPage("index.html", 1280, async (page) => {
      const rows = await page.$$eval(".judgement", (judgements) =>
        judgements.map((judgement) => {
          const list = judgement.querySelector(".judgement-evidence")?.getBoundingClientRect();
          const own = judgement.getBoundingClientRect();
          return { inside: list !== undefined && list.height > 0 && list.bottom <= own.bottom + 1 };
        }),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ inside }) => inside)).toBe(true);
    });
    await withPage("index.html", 390, async (page) => {
      const { height } = await boxOf(page, ".judgement-evidence");
      expect(height).toBe(0);
    });
  });
});

describe("the place in the pack", () => {
  it("stands beside the text where the window is wide, without a button", async () => {
    await withPage("sources/s1.html", 1500, async (page) => {
      const place = await boxOf(page, "#place");
      const text = await boxOf(page, ".part > h1");
      expect(place.width).toBeGreaterThan(100);
      expect(place.right).toBeLessThanOrEqual(text.left);
      expect((await boxOf(page, ".place-open")).width).toBe(0);
    });
  });

  it.each([true, false])("is opened by its button elsewhere, by keyboard, script %s", async (script) => {
    await withPage("sources/s1.html", 390, async (page) => {
      await page.setJavaScriptEnabled(script);
      await page.reload();
      expect((await boxOf(page, "#place")).width).toBe(0);
      await page.focus(".place-open");
      await page.keyboard.press("Enter");
      const place = await boxOf(page, "#place:popover-open");
      expect(place.right).toBeLessThanOrEqual(390);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("#place") !== null)).toBe(true);
      await page.keyboard.press("Escape");
      expect((await boxOf(page, "#place")).width).toBe(0);
    });
  });

  it("marks the heading that is being read", async () => {
    await withPage("index.html", 1500, async (page) => {
      const marked = () =>
        page.$$eval('#place [aria-current="location"]', (links) =>
          links.map(({ textContent }) => textContent),
        );
      expect(await marked()).toEqual([]);
      const last = await page.$$eval("#place ul ul a", (links) => links.at(-1)?.getAttribute("href") ?? "");
      await page.setViewport({ width: 1500, height: 200 });
      await page.$eval(last, (heading) => heading.scrollIntoView());
      await page.waitForSelector('#place [aria-current="location"]');
      expect(await marked()).toHaveLength(1);
    });
  });
});

describe("copying a citation", () => {
  const copied = async (page: Page, button: string): Promise<string> => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text: string) => document.body.setAttribute("data-copied", text) },
      });
    });
    await page.$eval(button, (element) => (element as HTMLButtonElement).click());
    await page.waitForSelector("body[data-copied]");
    return page.$eval("body", (body) => body.dataset.copied ?? "");
  };

  it("names document, passage, pack, edition and address of a passage", async () => {
    await withPage("sources/s1.html", 1280, async (page) => {
      const text = await copied(page, ".precis .copy-citation");
      expect(text).toMatch(
        /, ¶1\. In: “Harbour dredging: who pays”, edition 2, 15 January 2026, file:.*\/sources\/s1\.html#s1-p1$/,
      );
      expect(await page.$eval(".copy-status", (status) => [status.textContent, status.role])).toEqual([
        `Copied: ${text}`,
        "status",
      ]);
    });
  });

  it("names a judgement by its number", async () => {
    await withPage("index.html", 1280, async (page) => {
      expect(await copied(page, ".judgement .copy-citation")).toMatch(
        /^“Harbour dredging: who pays”, edition 2, 15 January 2026, .*, Judgement 1, file:.*\/index\.html#summary-judgement-1$/,
      );
    });
  });

  it("tells what to copy where the clipboard is closed", async () => {
    await withPage("index.html", 1280, async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
      });
      await page.$eval(".copy-citation", (element) => (element as HTMLButtonElement).click());
      await page.waitForFunction(() => document.querySelector(".copy-status")?.textContent !== "");
      expect(await page.$eval(".copy-status", ({ textContent }) => textContent)).toMatch(
        /^Copy this yourself: “/,
      );
    });
  });

  it("is offered by buttons of 24 pixels, each named after its place, and by none without script", async () => {
    await withPage("sources/s1.html", 390, async (page) => {
      const buttons = await page.$$eval(".copy-citation", (all) =>
        all.map((button) => {
          const { width, height } = button.getBoundingClientRect();
          return { size: Math.min(width, height), name: button.getAttribute("aria-label") };
        }),
      );
      expect(buttons.length).toBeGreaterThan(2);
      expect(Math.min(...buttons.map(({ size }) => size))).toBeGreaterThanOrEqual(24);
      expect(new Set(buttons.map(({ name }) => name)).size).toBe(buttons.length);
      await page.setJavaScriptEnabled(false);
      await page.reload();
      expect(await page.$$(".copy-citation")).toHaveLength(0);
    });
  });
});

describe("the quotations", () => {
  it("can be filtered by source, and are all shown without script", async () => {
    await withPage("evidence.html", 390, async (page) => {
      const visible = () =>
        page.$$eval("#quotations tbody tr", (rows) =>
          rows
            .filter((row) => row.getBoundingClientRect().height > 0)
            .map((row) => row.getAttribute("data-source")),
        );
      const all = await visible();
      expect(new Set(all).size).toBeGreaterThan(1);
      await page.select(".filter select", "S2");
      const some = await visible();
      expect(new Set(some)).toEqual(new Set(["S2"]));
      expect(await page.$eval(".filter output", ({ textContent }) => textContent)).toBe(
        `${some.length} of ${all.length}`,
      );
      await page.setJavaScriptEnabled(false);
      await page.reload();
      expect(await visible()).toEqual(all);
      expect((await boxOf(page, ".filter")).height).toBe(0);
    });
  });

  it("have no filter in print", () => {
    expect(site.text("print/index.html")).not.toContain("data-filter");
  });
});

describe("the text", () => {
  it("has 60 to 75 characters a line in wide windows", async () => {
    await withPage("index.html", 1280, async (page) => {
      const characters = await page.evaluate(() => {
        const paragraph = document.createElement("p");
        paragraph.textContent =
          "The harbour was dredged in spring and again in autumn, and nobody who was asked could say who had paid for it. ".repeat(
            9,
          );
        document.querySelector(".part > h1")?.after(paragraph);
        paragraph.className = "text";
        const range = document.createRange();
        const text = paragraph.firstChild as Text;
        const lines = new Set<number>();
        for (let at = 0; at < text.length; at += 1) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          lines.add(Math.round(range.getBoundingClientRect().top));
        }
        return text.length / lines.size;
      });
      expect(characters).toBeGreaterThanOrEqual(60);
      expect(characters).toBeLessThanOrEqual(75);
    });
  });

  it.each([1280, 390])(
    "has the leading and the size of the theme in a window of %i pixels",
    async (width) => {
      await withPage("index.html", width, async (page) => {
        const measure = () =>
          page.$eval(".part-summary p[id]", (paragraph) => {
            const { fontSize, lineHeight } = getComputedStyle(paragraph);
            return { size: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight) };
          });
        const before = await measure();
        await page.evaluate(() => {
          document.documentElement.style.setProperty("--leading", "1.8");
          document.documentElement.style.setProperty("--text-size", "150%");
        });
        const after = await measure();
        expect(after.size / before.size).toBeCloseTo(150 / 112.5, 2);
        expect(after.line / before.line).toBeCloseTo((1.8 / 1.5) * (150 / 112.5), 2);
      });
    },
  );

  it.each(["index.html", "sources/s1.html", "about.html"])(
    "stands on quarters of a line, from the title to the next table: %s",
    async (path) => {
      await withPage(path, 1280, async (page) => {
        const offsets = await page.evaluate(() => {
          const quarter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.375;
          let start = document.querySelector(".part > h1")?.getBoundingClientRect().top ?? 0;
          const found: { text: string; off: number }[] = [];
          const blocks = document.querySelectorAll(".part :is(p, li, h2, h3, dt, dd, table, .data)");
          let restart = false;
          for (const block of blocks) {
            if (block.matches("table, .data, table *, .data *, .judgement-evidence *")) {
              restart = restart || block.matches("table, .data");
              continue;
            }
            const { top, height } = block.getBoundingClientRect();
            if (height === 0) continue;
            if (restart) start = top;
            restart = false;
            const quarters = (top - start) / quarter;
            found.push({
              text: (block.textContent ?? "").slice(0, 30),
              off: Math.abs(quarters - Math.round(quarters)),
            });
          }
          return found;
        });
        expect(offsets.length).toBeGreaterThan(5);
        expect(offsets.filter(({ off }) => off > 0.12)).toEqual([]);
      });
    },
  );
});

// What another pack may bring: words longer than any line, and passages shorter than what stands beside them.
import type { Page } from "puppeteer";
import { describe, expect, it } from "vitest";
import { findLayoutFaults } from "./inspect-page.ts";
import { withPage } from "./open-page.ts";
import { pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const site = siteOf("full");
const pages = await pagesOf(site);

/** A word as German law makes them. Nothing in it says where it may be broken. */
const LONG_WORD = "Rechtsschutzversicherungsgesellschaftenvertrag";

/** What the generator itself says, or makes of numbers: no pack can make it longer. */
const OWN_WORDS =
  "svg, script, style, code, button, select, output, label, thead, .skip-link, .site-nav, .cite, .signs-confidence, .signs-source, .record th, .facts dt, .turn-label";

/** Puts the long word in place of the first word of every element that a pack fills. Returns of how many. */
const lengthenWords = (page: Page): Promise<number> =>
  page.evaluate(
    (word, own) => {
      let count = 0;
      for (const element of document.body.querySelectorAll("*")) {
        const text = [...element.childNodes].find((node) => node instanceof Text && /\p{L}/u.test(node.data));
        if (!text || element.closest(own)) continue;
        text.textContent = (text.textContent ?? "").replace(/\p{L}[\p{L}’]*/u, word);
        count += 1;
      }
      return count;
    },
    LONG_WORD,
    OWN_WORDS,
  );

it.each(pages)("%s holds a word that is longer than its line", async (path) => {
  await withPage(browser(), site.address + path, { width: 390, scheme: "light" }, async ({ page }) => {
    expect(await lengthenWords(page)).toBeGreaterThan(3);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewport({ width, height: 800 });
      expect(await findLayoutFaults(page), `${width} pixels`).toEqual([]);
    }
  });
});

describe("the gutter", () => {
  /** Gives the first précis labels of several lengths and the text of one line. Returns where numbers and buttons lie. */
  const readGutter = (page: Page) =>
    page.evaluate(() => {
      const labels = ["¶¶112–114", "¶¶1–2, 5, 7, 12–14", "¶1234"];
      const texts = [...document.querySelectorAll(".precis")];
      texts.forEach((precis, index) => {
        const label = precis.querySelector(".passage-label");
        const text = precis.querySelector(".precis-text");
        if (label) label.textContent = labels[index % labels.length] ?? "";
        if (text) text.innerHTML = "<p>Short.</p>";
      });
      return [...document.querySelectorAll(".passage-label, .passage-label + .copy-citation")].map(
        (element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom };
        },
      );
    });

  it.each([390, 960, 1280])("keeps each number and its button apart from all others, %i", async (width) => {
    await withPage(
      browser(),
      `${site.address}sources/s2.html`,
      { width, scheme: "light" },
      async ({ page }) => {
        const boxes = await readGutter(page);
        expect(boxes.length).toBeGreaterThan(8);
        for (const [index, one] of boxes.entries()) {
          expect(one.right - one.left).toBeGreaterThanOrEqual(24);
          expect(one.left).toBeGreaterThanOrEqual(0);
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.right <= other.left ||
              other.right <= one.left ||
              one.bottom <= other.top + 0.5 ||
              other.bottom <= one.top + 0.5;
            expect(apart, JSON.stringify([one, other])).toBe(true);
          }
        }
      },
    );
  });

  it.each([960, 1280])("leaves the number where it was before its button came, %i", async (width) => {
    const placesOf = (script?: "off"): Promise<string[]> =>
      withPage(
        browser(),
        `${site.address}sources/s2.html`,
        { width, scheme: "light", ...(script && { script }) },
        ({ page }) =>
          page.$$eval(".passage-label", (labels) =>
            labels.map((label) => {
              const { right, top } = label.getBoundingClientRect();
              return `${right} ${top}`;
            }),
          ),
      );
    expect(await placesOf()).toEqual(await placesOf("off"));
  });
});

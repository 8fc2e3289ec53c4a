// The repository's figures and tables as they are seen: on phones, in wide windows and on paper.
import type { Page } from "puppeteer";
import { describe, expect, it } from "vitest";
import { findAlike } from "../../site/find-alike.ts";
import { withPage } from "./open-page.ts";
import { siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const site = siteOf("repository");
const PX_PER_PT = 96 / 72;
/** The width of the text on A4 with its gutter, 170 mm, in CSS pixels. */
const PAPER = 643;

const onPage = <T>(path: string, width: number, use: (page: Page) => Promise<T>): Promise<T> =>
  withPage(browser(), site.address + path, { width, scheme: "light" }, ({ page }) => use(page));

describe("a timeline", () => {
  it.for([
    { path: "appendices/chronology.html", media: "screen", width: 390, smallest: 11 },
    { path: "appendices/chronology.html", media: "screen", width: 1280, smallest: 11 },
    { path: "appendices/chronology.html", media: "print", width: PAPER, smallest: 7 * PX_PER_PT },
    { path: "print/index.html", media: "print", width: PAPER, smallest: 7 * PX_PER_PT },
  ])("is one drawing that can be read: $path, $media, $width pixels", async (seen) => {
    await onPage(seen.path, seen.width, async (page) => {
      await page.emulateMediaType(seen.media);
      const panels = await page.$$eval(".timeline .figure-panel", (all) =>
        all.map((panel) => ({
          drawings: [...panel.querySelectorAll<SVGElement>(".drawing")]
            .filter((drawing) => drawing.getBoundingClientRect().height > 0)
            .map((drawing) => drawing.getAttribute("class")),
          // As they are shown: the drawing is scaled to the width that it has.
          sizes: [...panel.querySelectorAll("text")]
            .filter((text) => text.getBoundingClientRect().height > 0)
            .map(
              (text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
            ),
        })),
      );
      expect(panels.length).toBeGreaterThan(0);
      const drawing = seen.width === 390 ? "drawing drawing-narrow" : "drawing drawing-wide";
      for (const { drawings, sizes } of panels) {
        expect(drawings).toEqual([drawing]);
        expect(sizes.length).toBeGreaterThan(3);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(seen.smallest);
      }
    });
  });

  it("has marks that differ without their colours", async () => {
    await onPage("appendices/chronology.html", 1280, async (page) => {
      const key = await page.$$(".timeline .key svg");
      expect(key.length).toBeGreaterThan(4);
      const marks = key.map((_, index) => `.timeline .key li:nth-child(${index + 1}) svg`);
      expect(await findAlike(page, marks)).toEqual([]);
    });
  });
});

describe("a table with a column for each source or subject", () => {
  /** Its cells but those at the head of a row, each with its table's width and what the styles put before it. */
  const readCells = (page: Page, selector: string) =>
    page.$$eval(`${selector} tbody tr`, (rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("td")].map((cell) => {
          const { width, top, bottom } = cell.getBoundingClientRect();
          const { content } = getComputedStyle(cell, "::before");
          // Behind the slash stands what is read aloud.
          const [, before] = /^"((?:[^"\\]|\\.)*)"/.exec(content) ?? [];
          const table = cell.closest("table");
          const column = table?.querySelectorAll("thead th")[cell.cellIndex]?.textContent ?? "";
          const share = width / (table?.getBoundingClientRect().width ?? 1);
          return { share, top, bottom, before, column, display: getComputedStyle(cell).display };
        }),
      ),
    );

  const TABLES = [
    ["evidence.html", ".matrix"],
    ["appendices/comparison.html", ".detail"],
  ] as const;

  it.each(TABLES)(
    "is stacked on a phone, each cell under the name of its column: %s %s",
    async (path, selector) => {
      await onPage(path, 390, async (page) => {
        const rows = await readCells(page, selector);
        expect(rows.length).toBeGreaterThan(3);
        for (const cells of rows) {
          expect(cells.length).toBeGreaterThan(1);
          cells.forEach(({ share, top, before, column }, index) => {
            expect(share).toBeGreaterThan(0.95);
            expect(top).toBeGreaterThanOrEqual((cells[index - 1]?.bottom ?? 0) - 0.5);
            expect(before).toBeTruthy();
            expect(column).toContain(before);
          });
        }
      });
    },
  );

  it.each(TABLES)("has its cells side by side in a wide window: %s %s", async (path, selector) => {
    await onPage(path, 1280, async (page) => {
      const rows = await readCells(page, selector);
      expect(rows.length).toBeGreaterThan(3);
      for (const cells of rows) {
        expect(cells.map(({ before, display }) => ({ before, display }))).toEqual(
          cells.map(() => ({ before: undefined, display: "table-cell" })),
        );
        expect(new Set(cells.map(({ top }) => Math.round(top))).size).toBe(1);
        for (const { share } of cells) expect(share).toBeLessThan(0.6);
      }
    });
  });
});

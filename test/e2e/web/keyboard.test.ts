// What a reader does without a mouse.
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { type View, withPage } from "./open-page.ts";
import { pagesOf, siteOf, useBrowser } from "./use-web.ts";
import { walkFocus } from "./walk-focus.ts";

const browser = useBrowser();
const site = siteOf("repository");
const source = (await pagesOf(site)).find((path) => path.startsWith("sources/")) ?? "";
const VIEWS: readonly View[] = [
  { width: 390, scheme: "light" },
  { width: 1280, scheme: "dark" },
];

it.each(VIEWS)("Tab stops at nothing that cannot be seen, in the order of reading, $width", async (view) => {
  for (const path of ["index.html", source]) {
    await withPage(browser(), site.address + path, view, async ({ page }) => {
      const { stops, faults } = await walkFocus(page);
      expect(faults, path).toEqual([]);
      expect(stops, path).toBeGreaterThan(30);
    });
  }
});

it.each(VIEWS)("the first stop leads past what stands at the head of every page, $width", async (view) => {
  for (const path of ["index.html", source]) {
    await withPage(browser(), site.address + path, view, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await inPage(page, "document.activeElement.getAttribute('href')[0]")).toBe("#");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await inPage(page, "document.activeElement.closest('main') !== null"), path).toBe(true);
    });
  }
});

/** A citation whose passage can be shown in place. */
const OPENER = "[popovertarget]:not([popovertargetaction='hide'])";

it("a citation is opened in place, read, and closed with the focus where it was", async () => {
  for (const key of ["Enter", "Space"] as const) {
    await withPage(browser(), `${site.address}index.html`, VIEWS[0] as View, async ({ page }) => {
      const opener = await page.waitForSelector(OPENER, { visible: true });
      await opener?.focus();
      await page.keyboard.press(key);
      const open = await page.waitForSelector(":popover-open", { visible: true });
      const name = await opener?.evaluate((button) => button.getAttribute("popovertarget"));
      expect(await open?.evaluate(({ id }) => id)).toBe(name);
      expect(await open?.evaluate((box) => (box as HTMLElement).innerText.trim().length)).toBeGreaterThan(20);
      // The next stop is in it, so that what it links to and what is long in it can be reached.
      await page.keyboard.press("Tab");
      expect(await inPage(page, "document.activeElement.closest(':popover-open') !== null")).toBe(true);
      await page.keyboard.press("Escape");
      expect(await page.$(":popover-open")).toBe(null);
      const focused = "document.activeElement.getAttribute('popovertarget')";
      expect(await inPage(page, focused)).toBe(name);
    });
  }
});

it.each([...VIEWS, { width: 390, scheme: "dark", script: "off" } as const])(
  "a citation is followed to its passage, and back, $width $script",
  async (view) => {
    await withPage(browser(), `${site.address}index.html`, view, async ({ page }) => {
      const links = await page.$$("main a[href*='#']");
      const isElsewhere = async (index: number) =>
        links[index]?.evaluate((link) => (link as HTMLAnchorElement).pathname !== location.pathname);
      let index = 0;
      while (!(await isElsewhere(index))) index += 1;
      const wanted = await links[index]?.evaluate((link) => (link as HTMLAnchorElement).href);
      await links[index]?.focus();
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      expect(page.url()).toBe(wanted);
      const target = await page.$eval(":target", (element) => {
        const { top, bottom, left } = element.getBoundingClientRect();
        const above = document.elementFromPoint(left + 1, Math.max(top, 0) + 2);
        const covered = above?.closest("header, nav") ?? null;
        return { seen: bottom >= 0 && top < innerHeight, covered: covered !== null, id: element.id };
      });
      expect(target).toEqual({ seen: true, covered: false, id: new URL(wanted ?? "").hash.slice(1) });
      await page.goBack();
      expect(new URL(page.url()).pathname).toMatch(/\/repository\/index\.html$/);
    });
  },
);

function inPage(page: Page, expression: string): Promise<unknown> {
  return page.evaluate(expression);
}

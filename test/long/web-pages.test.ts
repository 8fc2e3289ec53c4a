// Every page of every site in every combination of width, scheme, contrast and script, and under every strain on its text.
import { describe, expect, it } from "vitest";
import { SITES } from "../e2e/web/build-sites.ts";
import { ALL, CONTRASTS } from "../e2e/web/combinations.ts";
import { inspectPage } from "../e2e/web/inspect-page.ts";
import { tellView, type View, withPage } from "../e2e/web/open-page.ts";
import { inspectEverythingOpened } from "../e2e/web/open-things.ts";
import { ALL_STRAINS, findReflowFaults } from "../e2e/web/reflow.ts";
import { pagesOf, siteOf, useBrowser } from "../e2e/web/use-web.ts";

const browser = useBrowser();
const OPENED: readonly View[] = [
  { width: 390, scheme: "dark" },
  { width: 390, scheme: "light" },
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
];

for (const name of SITES) {
  const site = siteOf(name);
  const pages = await pagesOf(site);
  describe(name, () => {
    it.for(pages)("%s as every reader sees it", async (path) => {
      expect(await inspectPage(browser(), site.address + path, [...ALL, ...CONTRASTS])).toEqual([]);
    });

    it.for(pages)("%s with all that can be opened", async (path) => {
      // The search, which every page has, in every way of seeing it.
      for (const view of /^(index|search)\.html$/.test(path) ? OPENED : OPENED.slice(0, 1)) {
        const { faults } = await withPage(browser(), site.address + path, view, inspectEverythingOpened);
        expect(faults, tellView(view)).toEqual([]);
      }
    });

    it.for(pages)("%s under every strain", async (path) => {
      expect(await findReflowFaults(browser(), site.address + path, ALL_STRAINS)).toEqual([]);
    });
  });
}

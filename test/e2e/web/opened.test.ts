// What a reader opens on a page holds as the page does.
import { expect, it } from "vitest";
import { type View, withPage } from "./open-page.ts";
import { inspectEverythingOpened, inspectOpened, openCitation, WAYS } from "./open-things.ts";
import { keyPagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const repository = siteOf("repository");
const VIEWS: readonly View[] = [
  { width: 390, scheme: "dark" },
  { width: 1280, scheme: "light" },
];

it.each(VIEWS)("a cited passage that is shown in place holds, $width", async (view) => {
  const full = siteOf("full");
  const [landing = "", source = ""] = await keyPagesOf(repository);
  const addresses = [repository.address + landing, repository.address + source, `${full.address}index.html`];
  for (const address of addresses) {
    await withPage(browser(), address, view, async (open) => {
      const opened = await openCitation(open.page);
      expect(opened, address).toBe(true);
      expect(await inspectOpened(open), address).toEqual([]);
    });
  }
});

it("whatever else can be opened holds on the landing page and on that of a source", async () => {
  const ways = new Set<number>();
  for (const path of (await keyPagesOf(repository)).slice(0, 2)) {
    await withPage(browser(), repository.address + path, VIEWS[0] as View, async (open) => {
      const { opened, faults } = await inspectEverythingOpened(open);
      expect(faults, path).toEqual([]);
      for (const [way, there] of opened.entries()) if (there) ways.add(way);
    });
  }
  // The dialog of the search, and the results in it: the pages have no details.
  expect([...ways].sort()).toEqual([1, 2]);
});

it("opens what there is to open", async () => {
  await withPage(browser(), "about:blank", VIEWS[0] as View, async ({ page }) => {
    await page.setContent(`<main><details><summary>More</summary>Inside</details>
      <button aria-haspopup="dialog" onclick="document.querySelector('dialog').showModal()">Open</button>
      <button popovertarget="p">Show</button><p id="p" popover>Shown</p>
      <dialog><input type="search" oninput="document.querySelector('output').value = 'Found'"><output></output></dialog></main>`);
    expect(await openCitation(page)).toBe(true);
    await page.keyboard.press("Escape");
    for (const openIt of WAYS) expect(await openIt(page)).toBe(true);
    expect(await page.$eval("output", ({ value }) => value)).toBe("Found");
  });
});

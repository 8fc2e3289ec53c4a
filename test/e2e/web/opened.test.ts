// What a reader opens on a page: cited passages, details, dialogs, the results of a search.
import type { ElementHandle, Page } from "puppeteer";
import { expect, it } from "vitest";
import { findViolations } from "./find-violations.ts";
import { findLayoutFaults } from "./inspect-page.ts";
import { type OpenPage, type View, withPage } from "./open-page.ts";
import { keyPagesOf, pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const repository = siteOf("repository");
const VIEWS: readonly View[] = [
  { width: 390, scheme: "dark" },
  { width: 1280, scheme: "light" },
];

/** What can be opened on a page besides a citation; each tells whether there was such a thing. */
const WAYS: readonly ((page: Page) => Promise<boolean>)[] = [openDetails, openDialog, searchPage];

/** What is wrong with the page as it stands now. */
const inspect = async ({ page, faults }: OpenPage): Promise<string[]> => [
  ...(await findLayoutFaults(page)),
  ...(await findViolations(page)),
  ...faults,
];

/** The first of the elements that a reader sees. */
async function findVisible(page: Page, selector: string): Promise<ElementHandle | undefined> {
  for (const element of await page.$$(selector)) if (await element.isVisible()) return element;
  return undefined;
}

/** Opens the first citation that can be shown in place at this width. */
async function openCitation(page: Page): Promise<boolean> {
  const opener = await findVisible(page, "main [popovertarget]:not([popovertargetaction='hide'])");
  await opener?.click();
  return opener !== undefined && (await page.waitForSelector(":popover-open", { visible: true })) !== null;
}

function openDetails(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const details of closed) details.open = true;
    return closed.length > 0;
  });
}

async function openDialog(page: Page): Promise<boolean> {
  const opener = await findVisible(page, "[aria-haspopup='dialog'], [command='show-modal']");
  await opener?.click();
  return opener !== undefined && (await page.waitForSelector("dialog[open]", { visible: true })) !== null;
}

/** Looks for a word that the pack is about, where there is a field to search in, and waits for what is found. */
async function searchPage(page: Page): Promise<boolean> {
  const field = await findVisible(page, "input[type='search']");
  if (!field) return false;
  const before = await page.evaluate(() => document.body.innerText);
  await field.type("guarantee");
  await page.waitForFunction((text) => document.body.innerText !== text, {}, before);
  return true;
}

it.each(VIEWS)("a cited passage that is shown in place holds, $width", async (view) => {
  const full = siteOf("full");
  const [landing = "", source = ""] = await keyPagesOf(repository);
  const addresses = [repository.address + landing, repository.address + source, `${full.address}index.html`];
  for (const address of addresses) {
    await withPage(browser(), address, view, async (open) => {
      const opened = await openCitation(open.page);
      // On a phone there is no other way of seeing a passage in place.
      if (view.width === 390) expect(opened, address).toBe(true);
      if (opened) expect(await inspect(open), address).toEqual([]);
    });
  }
});

it("whatever else can be opened holds on every page", async () => {
  for (const path of await pagesOf(repository)) {
    await withPage(browser(), repository.address + path, VIEWS[0] as View, async (open) => {
      for (const openIt of WAYS) {
        if (await openIt(open.page)) expect(await inspect(open), path).toEqual([]);
      }
    });
  }
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

// What a reader opens on a page: cited passages, details, dialogs, the results of a search.
import type { ElementHandle, Page } from "puppeteer";
import { findViolations } from "./find-violations.ts";
import { findLayoutFaults } from "./inspect-page.ts";
import type { OpenPage } from "./open-page.ts";

/** What can be opened on a page besides a citation; each tells whether there was such a thing. */
export const WAYS: readonly ((page: Page) => Promise<boolean>)[] = [openDetails, openDialog, searchPage];

/** The first of the elements that a reader sees. */
async function findVisible(page: Page, selector: string): Promise<ElementHandle | undefined> {
  for (const element of await page.$$(selector)) if (await element.isVisible()) return element;
  return undefined;
}

/** Opens the first citation that can be shown in place at this width. */
export async function openCitation(page: Page): Promise<boolean> {
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

/** What is wrong with the page as it stands now. */
export const inspectOpened = async ({ page, faults }: OpenPage): Promise<string[]> => [
  ...(await findLayoutFaults(page)),
  ...(await findViolations(page)),
  ...faults,
];

/** Opens what can be opened on a page, one after the other; which of the ways there were, and what was wrong with any. */
export async function inspectEverythingOpened(
  open: OpenPage,
): Promise<{ opened: boolean[]; faults: string[] }> {
  const opened: boolean[] = [];
  const faults: string[] = [];
  for (const openIt of WAYS) {
    const there = await openIt(open.page);
    opened.push(there);
    if (there) faults.push(...(await inspectOpened(open)));
  }
  return { opened, faults };
}

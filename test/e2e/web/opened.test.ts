// What a reader opens on a page: cited passages, details, dialogs, the results of a search.
import type { Browser, Page } from "puppeteer";
import { expect, it } from "vitest";
import { findViolations } from "./find-violations.ts";
import { findLayoutFaults } from "./inspect-page.ts";
import { type View, withPage } from "./open-page.ts";
import { keyPagesOf, pagesOf, type Site, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const repository = siteOf("repository");
const VIEWS: readonly View[] = [
  { width: 390, scheme: "dark" },
  { width: 1280, scheme: "light" },
];

/** Opens what `open` opens on a page, and looks at it. Where there is nothing to open, nothing is looked at. */
async function inspectOpened(
  to: Browser,
  address: string,
  view: View,
  open: (page: Page) => Promise<boolean>,
): Promise<{ readonly opened: boolean; readonly faults: readonly string[] }> {
  return withPage(to, address, view, async ({ page, faults }) => {
    if (!(await open(page))) return { opened: false, faults };
    return {
      opened: true,
      faults: [...(await findLayoutFaults(page)), ...(await findViolations(page)), ...faults],
    };
  });
}

/** Opens the first citation that can be shown in place at this width. */
async function openCitation(page: Page): Promise<boolean> {
  for (const opener of await page.$$("main [popovertarget]:not([popovertargetaction='hide'])")) {
    if (!(await opener.isVisible())) continue;
    await opener.click();
    return (await page.waitForSelector(":popover-open", { visible: true })) !== null;
  }
  return false;
}

async function openEverything(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const details of all) details.open = true;
    const dialogs = [...document.querySelectorAll("dialog")];
    dialogs[0]?.showModal();
    return all.length + dialogs.length > 0;
  });
}

it.each(VIEWS)("a cited passage that is shown in place holds, $width", async (view) => {
  const full = siteOf("full");
  const ways: readonly [Site, string][] = [
    ...(await keyPagesOf(repository)).slice(0, 2).map((path) => [repository, path] as [Site, string]),
    [full, "index.html"],
  ];
  let opened = 0;
  for (const [site, path] of ways) {
    const found = await inspectOpened(browser(), site.address + path, view, openCitation);
    expect(found.faults, path).toEqual([]);
    if (found.opened) opened += 1;
  }
  // On a phone there is no other way of seeing a passage in place.
  if (view.width === 390) expect(opened).toBe(ways.length);
});

it("whatever else can be opened holds on every page", async () => {
  for (const path of await pagesOf(repository)) {
    const view = VIEWS[0] as View;
    const { faults } = await inspectOpened(browser(), repository.address + path, view, openEverything);
    expect(faults, path).toEqual([]);
  }
});

it("what is found holds, where the site can be searched", async () => {
  for (const path of await pagesOf(repository)) {
    const { faults } = await inspectOpened(
      browser(),
      repository.address + path,
      VIEWS[0] as View,
      async (page) => {
        const field = await page.$("main input[type='search']");
        if (!field || !(await field.isVisible())) return false;
        await field.type("guarantee");
        await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("uarantee"));
        return true;
      },
    );
    expect(faults, path).toEqual([]);
  }
});

// Every page of the public site, and of each kind of the full edition, as readers see it.
import { expect, it } from "vitest";
import { startInstalledBrowser } from "../../start-browser.ts";
import { ESSENTIAL, ESSENTIAL_CONTRASTS, ONCE, turnOf } from "./combinations.ts";
import { findViolations } from "./find-violations.ts";
import { inspectPage } from "./inspect-page.ts";
import { withPage } from "./open-page.ts";
import { keyPagesOf, pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const repository = siteOf("repository");
const full = siteOf("full");
const pages = await pagesOf(repository);
const fullPages = await keyPagesOf(full);

it("has pages of every kind to look at", () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(fullPages.length).toBeGreaterThan(2);
});

/** Of the landing page and of the first source, axe is asked however they are seen. */
const KEY_PAGES = (await keyPagesOf(repository)).slice(0, 2);
const seen = pages.map((path, index) => ({
  path,
  withAxe: KEY_PAGES.includes(path) ? ESSENTIAL : turnOf(index),
}));

it.for(seen)("$path holds in every width, scheme and with or without script", async ({ path, withAxe }) => {
  expect(await inspectPage(browser(), repository.address + path, ESSENTIAL, withAxe)).toEqual([]);
});

it.for(fullPages)("%s of the full edition holds", async (path) => {
  expect(await inspectPage(browser(), full.address + path, ONCE)).toEqual([]);
});

it("holds with more contrast, and with the reader’s own colours", async () => {
  for (const page of KEY_PAGES) {
    expect(await inspectPage(browser(), repository.address + page, ESSENTIAL_CONTRASTS), page).toEqual([]);
  }
});

it("holds in a browser that is installed, too", async () => {
  const installed = await startInstalledBrowser();
  try {
    expect(await inspectPage(installed, `${repository.address}index.html`, ESSENTIAL)).toEqual([]);
  } finally {
    await installed.close();
  }
});

it("prints from a document in which axe finds no fault", async () => {
  const address = `${repository.address}print/index.html`;
  // On paper nothing is aimed at with a finger.
  const found = await withPage(browser(), address, { width: 1280, scheme: "light" }, ({ page }) =>
    findViolations(page, ["target-size"]),
  );
  expect(found).toEqual([]);
});

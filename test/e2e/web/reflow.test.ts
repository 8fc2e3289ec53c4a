// Text stays readable where a window is narrow, letters are spaced out or twice as large.
import { expect, it } from "vitest";
import { ESSENTIAL_STRAINS, findReflowFaults } from "./reflow.ts";
import { keyPagesOf, pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const pages = [
  ...(await pagesOf(siteOf("repository"))).map((path) => ["repository", path] as const),
  ...(await keyPagesOf(siteOf("full"))).map((path) => ["full", path] as const),
];

it.each(pages)("%s/%s loses no text", async (name, path) => {
  expect(await findReflowFaults(browser(), siteOf(name).address + path, ESSENTIAL_STRAINS)).toEqual([]);
});

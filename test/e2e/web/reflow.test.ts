// Text stays readable where a window is narrow, letters are spaced out or twice as large.
import { expect, it } from "vitest";
import { ESSENTIAL_STRAINS, findReflowFaults } from "./reflow.ts";
import { keyPagesOf, pagesOf, siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const repository = siteOf("repository");
const full = siteOf("full");
const addresses = [
  ...(await pagesOf(repository)).map((path) => repository.address + path),
  ...(await keyPagesOf(full)).map((path) => full.address + path),
];

it.for(addresses)("%s loses no text", async (address) => {
  expect(await findReflowFaults(browser(), address, ESSENTIAL_STRAINS)).toEqual([]);
});

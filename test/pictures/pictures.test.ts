// Pages look as they were approved: each kind of page on the web, and the pages of the PDF on which parts begin.
import { rm } from "node:fs/promises";
import { relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../e2e/build-repository-pack.ts";
import { siteOf } from "../e2e/web/use-web.ts";
import { takePictures } from "./all-pictures.ts";
import { listApproved, RESULTS, readApproved, writePictures } from "./approved-pictures.ts";
import { comparePictures, TOLERATED } from "./compare-pictures.ts";
import type { Picture } from "./palette-png.ts";
import { hasPictureBrowser, withPictureBrowser } from "./picture-browser.ts";

const names = await listApproved();

// Another browser draws letters in another way.
describe.runIf(await hasPictureBrowser())("in the bundled browser", () => {
  let taken: ReadonlyMap<string, Picture>;
  beforeAll(async () => {
    await rm(RESULTS, { recursive: true, force: true });
    taken = await withPictureBrowser((browser) => takePictures(browser, siteOf("open")));
  });

  it("there is an approved picture of every kind of page, and of no other", () => {
    expect([...taken.keys()].sort(), "npm run approve-pictures takes them anew").toEqual(names);
    for (const kind of ["index", "contents", "sources-", "appendices-", "evidence", "about", "404", "pdf-"]) {
      expect(names.some((name) => name.startsWith(kind))).toBe(true);
    }
  });

  it.for(names)("%s", async (name) => {
    const actual = taken.get(name);
    if (!actual) throw new Error(`There is no such page any more. Approve anew: npm run approve-pictures`);
    const approved = await readApproved(name);
    const { pixels, shown } = comparePictures(actual, approved);
    if (pixels <= TOLERATED) return;
    const files = {
      [`${name}.actual`]: actual,
      [`${name}.approved`]: approved,
      [`${name}.difference`]: shown,
    };
    await writePictures(RESULTS, new Map(Object.entries(files)));
    expect.fail(
      `${pixels} pixels differ from the approved picture. See ${name}.*.png in ${relative(REPOSITORY, RESULTS)}. If the page is meant to look so: npm run approve-pictures, and look at what git says has changed.`,
    );
  });
});

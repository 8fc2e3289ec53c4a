// Nothing in a site leads nowhere, and everything in it is found by a relative link.
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { loadPack } from "../../../src/pack/load.ts";
import { useTemporaryFolder } from "../../files/temporary-folder.ts";
import { packFolder } from "../../pack/altered-pack.ts";
import { SITES } from "./build-sites.ts";
import { findBrokenLinks } from "./find-broken-links.ts";
import { pagesOf, siteOf } from "./use-web.ts";

/** Where the pack of the fixtures says that it is hosted. */
const ADDRESS = (await loadPack(packFolder("good"))).pack?.manifest.address ?? "";

it.each(SITES)("%s has no broken link, and no id twice on a page", async (name) => {
  expect(ADDRESS).toMatch(/\/$/);
  expect(await findBrokenLinks(siteOf(name).folder, name === "repository" ? undefined : ADDRESS)).toEqual([]);
});

it("the open edition leads to its PDF from every page", async () => {
  const site = siteOf("open");
  for (const path of (await pagesOf(site)).filter((one) => one !== "404.html" && !one.startsWith("print/"))) {
    const { document } = parseHTML(await readFile(join(site.folder, path), "utf8"));
    expect(document.querySelector("a[href$='.pdf']"), path).not.toBe(null);
  }
});

describe("finds", () => {
  const temporary = useTemporaryFolder();
  const broken = async (page: string, from: string | RegExp, to: string): Promise<string[]> => {
    const folder = join(temporary(), "site");
    await cp(siteOf("open").folder, folder, { recursive: true });
    const path = join(folder, page);
    const text = await readFile(path, "utf8");
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
    return findBrokenLinks(folder, ADDRESS);
  };

  it.each([
    [
      "a fragment",
      "index.html",
      /href="sources\/s1\.html#[^"]+"/,
      'href="sources/s1.html#nowhere"',
      "index.html: sources/s1.html#nowhere names a place that is not there",
    ],
    [
      "a page",
      "index.html",
      /href="sources\/s1\.html(#[^"]+)?"/,
      'href="sources/s9.html"',
      "index.html: sources/s9.html is not there",
    ],
    [
      "a link from the root",
      "index.html",
      /href="contents\.html"/,
      'href="/contents.html"',
      "index.html: /contents.html starts from the root",
    ],
    ["the PDF", "about.html", /href="[^"]+\.pdf"/, 'href="other.pdf"', "about.html: other.pdf is not there"],
    [
      "a popover",
      "index.html",
      /popovertarget="[^"]+"/,
      'popovertarget="none"',
      "index.html: popovertarget names #none, which is not there",
    ],
    [
      "a name",
      "index.html",
      /aria-labelledby="[^"]+"/,
      'aria-labelledby="none"',
      "index.html: aria-labelledby names #none, which is not there",
    ],
    [
      "an id that is there twice",
      "index.html",
      /<main id="main"/,
      '<p id="main"></p><main id="main"',
      "index.html: #main is there twice",
    ],
    [
      "an address in the sitemap",
      "sitemap.xml",
      /about\.html/,
      "us.html",
      "sitemap.xml: us.html is not there",
    ],
    [
      "a link of the page for lost addresses",
      "404.html",
      `href="${ADDRESS}contents.html"`,
      `href="${ADDRESS}c.html"`,
      "404.html: c.html is not there",
    ],
    [
      "a script",
      "index.html",
      /<script src="[^"]+"/,
      '<script src="none.js"',
      "index.html: none.js is not there",
    ],
  ])("%s", async (_, page, from, to, expected) => {
    expect(await broken(page, from, to)).toContain(expected);
  });
});

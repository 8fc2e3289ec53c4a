// A web page printed by a browser: what is read is there, what is pressed is not.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPdf } from "../print/read-pdf.ts";
import { startBrowser } from "../start-browser.ts";
import { type BuiltSite, buildSample } from "./built-site.ts";

let site: BuiltSite;
let browser: Browser;
let out: string;
beforeAll(async () => {
  site = await buildSample();
  out = await mkdtemp(join(tmpdir(), "browser-print-"));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
  await rm(out, { recursive: true, force: true });
});

/** The text of each page of a page of the site that is printed on A4. */
async function print(path: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(join(site.folder, path)).href);
    const pdf = join(out, "page.pdf");
    await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
    return (await readPdf(pdf)).pages;
  } finally {
    await page.close();
  }
}

describe("a web page on paper", () => {
  it("tells pack, edition and marking, and leaves out the ways through the site", async () => {
    const pages = await print("sources/s1.html");
    const [first = ""] = pages;
    expect(first).toContain("Harbour dredging: who pays");
    expect(first).toContain("Edition 2, 15 January 2026");
    expect(first).toContain("TLP:CLEAR");
    const text = pages.join(" ");
    expect(text).toContain("The letter opens.");
    for (const furniture of [
      "Skip to the content",
      "Whole pack as PDF",
      "Previous",
      "Next",
      "Back to note",
    ]) {
      expect(text).not.toContain(furniture);
    }
  });

  it("names the addresses of links that leave the pack, and of no others", async () => {
    const text = (await print("about.html")).join(" ");
    expect(text).toContain("CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)");
    expect(text).not.toContain(".html");
  });
});

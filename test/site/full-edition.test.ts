// The two editions side by side: the full one prints every passage once and leads to it, the public one holds none of them.
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/print/browser/find.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { printDocument } from "../../src/print/print-document.ts";
import { viewSite } from "../../src/site/view/site-view.ts";
import { findLeaks, readText, runsOf, wordsOf } from "../leak-detector.ts";
import { readPdf } from "../print/read-pdf.ts";
import { type BuiltSite, buildSample, pagesOf } from "./built-site.ts";
import { FULL_TEXTS, makeSamplePack } from "./sample-pack.ts";

let full: BuiltSite;
let open: BuiltSite;
beforeAll(async () => {
  full = await buildSample({ edition: "full" });
  open = await buildSample({ edition: "public" });
});
afterAll(async () => {
  await full?.remove();
  await open?.remove();
});

const documentOf = (site: BuiltSite, path: string): Document => parseHTML(site.text(path)).document;
const textsOf = (elements: Iterable<Element>): string[] => [...elements].map((one) => one.textContent ?? "");
/** The words of a text in one form, parted by single spaces. */
const inWords = (text: string): string => ` ${wordsOf(text).join(" ")} `;

/** Every run of a full text that is longer than a quotation may be. */
const RUNS = new Set([...FULL_TEXTS.values()].flatMap(({ passages }) => [...runsOf(passages)]));
const findRuns = (readings: readonly string[]): string[] => [...findLeaks(readings, RUNS)];

describe("the full edition", () => {
  it.each(["S1", "S2"])("prints each passage of %s once and in order, on its page and on paper", (id) => {
    const passages = FULL_TEXTS.get(id)?.passages ?? [];
    expect(passages.length).toBeGreaterThan(1);
    const slug = id.toLowerCase();
    for (const path of [`sources/${slug}.html`, "print/index.html"]) {
      const part = documentOf(full, path).querySelector(`[data-part="${slug}"]`);
      expect(textsOf(part?.querySelectorAll(".passage-words") ?? [])).toEqual(passages);
      expect(textsOf(part?.querySelectorAll(".passage-number") ?? [])).toEqual(
        passages.map((_, index) => `¶${index + 1}`),
      );
      const words = inWords(part?.textContent ?? "");
      for (const passage of passages) expect(words.split(inWords(passage))).toHaveLength(2);
    }
  });

  it("leads with every citation to the passage itself, and with “Cited in” to the précis’s side", () => {
    for (const [path] of pagesOf(full)) {
      const document = documentOf(full, path);
      for (const link of document.querySelectorAll("a.cite")) {
        const [, source, passage] = /^(S\d)\s¶¶?(\d+)/u.exec(link.textContent ?? "") ?? [];
        expect(link.getAttribute("href"), path).toMatch(
          new RegExp(`#${source?.toLowerCase()}--t${passage}$`),
        );
      }
    }
    const cited = documentOf(full, "sources/s1.html").querySelectorAll(".precis .cited-in a");
    expect(cited.length).toBeGreaterThan(3);
    expect(documentOf(full, "sources/s1.html").querySelectorAll(".passage-text .cited-in")).toHaveLength(0);
  });

  it("leads from each précis to its passage and from each passage to its précis", () => {
    for (const path of ["sources/s1.html", "sources/s2.html", "print/index.html"]) {
      const document = documentOf(full, path);
      const there = document.querySelectorAll(".precis .passage-label");
      const back = document.querySelectorAll(".passage-number a");
      expect(back.length).toBeGreaterThanOrEqual(there.length);
      for (const link of there) {
        const target = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
        expect(target?.className).toBe("passage-text");
        expect(target?.querySelector("a")?.getAttribute("href")).toBe(
          `#${link.closest(".precis")?.querySelector(".passage")?.id}`,
        );
      }
      for (const link of back) {
        const target = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
        expect(target?.closest(".precis"), link.outerHTML).toBeTruthy();
      }
    }
  });

  it("says which passages are official text, and prints no omission", () => {
    const document = documentOf(full, "sources/s1.html");
    const official = textsOf(document.querySelectorAll(".passage-text:has(.passage-official)"));
    expect(official).toHaveLength(1);
    expect(official[0]).toMatch(/¶2\s+Official text The Harbours Act/);
    expect(textsOf(document.querySelectorAll(".passage-words")).join()).not.toContain("Buy now");
  });

  it("lists its full texts in the contents", () => {
    const links = [...documentOf(full, "contents.html").querySelectorAll(".toc-inner a")].map((link) =>
      link.getAttribute("href"),
    );
    expect(links).toContain("sources/s2.html#s2--full-text");
    expect(open.text("contents.html")).not.toContain("Full text");
  });

  it("carries its own marking, and asks search engines to stay away, on every page", () => {
    for (const [path, html] of pagesOf(full)) {
      expect(html, path).toContain('<meta name="robots" content="noindex">');
      expect(html, path).toContain("TLP:AMBER+STRICT");
      expect(html, path).not.toContain("TLP:CLEAR");
    }
    expect(full.text("assets/print.css")).toContain('--marking-label: "TLP:AMBER');
    expect(full.text("robots.txt")).toContain("Disallow: /");
  });

  it("holds every long run of words that the public edition must not, so that the search for them can find", () => {
    const print = full.text("print/index.html");
    expect(RUNS.size).toBeGreaterThan(100);
    expect(findRuns(readText("print/index.html", print)).length).toBeGreaterThan(RUNS.size / 2);
  });
});

describe("the public edition", () => {
  it("has no long run of words of a full text in any file", () => {
    for (const [path, text] of open.texts) expect(findRuns(readText(path, text)), path).toEqual([]);
    const unread = open.paths.filter((path) => !open.texts.has(path) && !/\.woff2$/.test(path));
    expect(unread).toEqual([]);
  });

  it("has none in its PDF", async () => {
    const browser = await findBrowser(undefined, systemProbes());
    const output = join(open.folder, "briefing.pdf");
    await printDocument({
      folder: open.folder,
      document: "print/index.html",
      output,
      browser: browser.executablePath,
    });
    const { pages } = await readPdf(output);
    expect(pages.join(" ")).toContain("The harbour board pays");
    expect(findRuns([pages.join(" ")])).toEqual([]);
  });

  it("never looks at the full texts", () => {
    const pack = makeSamplePack();
    const evidence = {
      ...pack.evidence,
      get fullTexts(): never {
        throw new Error("looked");
      },
    };
    expect(() => viewSite({ ...pack, evidence }, "public", true)).not.toThrow();
    expect(() => viewSite({ ...pack, evidence }, "full", true)).toThrow("looked");
  });
});

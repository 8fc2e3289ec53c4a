import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../../src/site/build-site.ts";
import { attributeValues, type BuiltSite, buildSample, listFiles, pagesOf } from "./built-site.ts";
import { makeSamplePack, PRIVATE_NOTE } from "./sample-pack.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSample();
});
afterAll(() => site.remove());

describe("the site of a pack", () => {
  it("has a page for the summary, each source and each appendix, and those that every pack has", () => {
    expect(pagesOf(site).map(([path]) => path)).toMatchInlineSnapshot(`
      [
        "404.html",
        "about.html",
        "appendices/dates.html",
        "appendices/facts.html",
        "contents.html",
        "evidence.html",
        "index.html",
        "print/index.html",
        "print/summary.html",
        "search.html",
        "sources/s1.html",
        "sources/s2.html",
      ]
    `);
    expect(site.pages).toBe(8);
  });

  it("says what it can't link to from nowhere: without an address there is no sitemap and no canonical link", () => {
    expect(site.paths).not.toContain("sitemap.xml");
    for (const [, html] of pagesOf(site)) expect(html).not.toMatch(/rel="canonical"|og:url/);
  });

  it("carries edition, date and marking at head and foot of every page", () => {
    const edition = "Edition 2, 15 January 2026. As of about December 2025.";
    for (const [path, html] of pagesOf(site)) {
      if (path.startsWith("print/")) continue;
      const { document } = parseHTML(html);
      const [head, foot] = [textOf(document, "body > header"), textOf(document, "body > footer")];
      for (const text of [head, foot]) expect(text, path).toContain("TLP:CLEAR");
      expect(foot, path).toContain(edition);
      // The page for addresses that lead nowhere has nothing at its head but the marking.
      if (path !== "404.html") expect(head, path).toContain(edition);
    }
  });

  it("leads to the pages before and after, through breadcrumbs and past the head", () => {
    const html = site.text("sources/s2.html");
    expect(html).toContain('<a class="skip-link" href="#main">');
    expect(html).toMatch(/rel="prev" href="s1.html"/);
    expect(html).toMatch(/rel="next" href="..\/appendices\/facts.html"/);
    expect(html).toMatch(/Breadcrumb[\s\S]*href="..\/contents.html">Sources</);
  });

  it("says which page is open: in the breadcrumbs, and in the navigation where that has it", () => {
    const open = pagesOf(site).map(([path, html]) => {
      const { document } = parseHTML(html);
      const current = [...document.querySelectorAll("[aria-current]")];
      const told = current.map((element) => {
        const place = element.closest("nav")?.getAttribute("aria-label");
        return `${place}: ${element.textContent} (${element.getAttribute("aria-current")})`;
      });
      return [path, ...told];
    });
    expect(open).toMatchInlineSnapshot(`
      [
        [
          "404.html",
        ],
        [
          "about.html",
          "Site: About (page)",
          "In this pack: About this pack (page)",
          "Breadcrumb: About this pack (page)",
        ],
        [
          "appendices/dates.html",
          "In this pack: Chronology (page)",
          "Breadcrumb: Chronology (page)",
        ],
        [
          "appendices/facts.html",
          "In this pack: Facts (page)",
          "Breadcrumb: Facts (page)",
        ],
        [
          "contents.html",
          "Site: Contents (page)",
          "Breadcrumb: Contents (page)",
        ],
        [
          "evidence.html",
          "Site: Evidence (page)",
          "In this pack: Evidence (page)",
          "Breadcrumb: Evidence (page)",
        ],
        [
          "index.html",
          "Site: Summary (page)",
          "In this pack: Summary (page)",
        ],
        [
          "print/index.html",
        ],
        [
          "print/summary.html",
        ],
        [
          "search.html",
          "Breadcrumb: Search (page)",
        ],
        [
          "sources/s1.html",
          "In this pack: S1 The letter (page)",
          "Breadcrumb: The letter (page)",
        ],
        [
          "sources/s2.html",
          "In this pack: S2 The minute (page)",
          "Breadcrumb: The minute (page)",
        ],
      ]
    `);
  });

  it("links to corrections, contact and the PDF, relative to each page", () => {
    const links = attributeValues(site.text("appendices/dates.html"), "href");
    expect(links).toEqual(
      expect.arrayContaining([
        "../about.html#about--contact",
        "../about.html#about--corrections",
        "../harbour-dredging-who-pays-edition-2-2026-01-15.pdf",
      ]),
    );
  });

  it("tells whom to ask and what was corrected, with the day, on its last page and in print", () => {
    for (const path of ["about.html", "print/index.html"]) {
      const { document } = parseHTML(site.text(path));
      const facts = textOf(document, "#about--contact + dl");
      expect(facts, path).toBe(
        "Prepared by A. Clerk and B. Writer For Councillors Contact Write to the clerk.",
      );
      expect(textOf(document, "#about--corrections + dl"), path).toBe(
        "10 January 2026 The sum in judgement 1 was wrong.",
      );
    }
  });

  it("shows no link to a PDF that is not made", async () => {
    const bare = await buildSample({ pdf: false });
    for (const [path, html] of pagesOf(bare)) expect(html, path).not.toContain(".pdf");
    await bare.remove();
  });

  it("keeps notes to self out of everything it writes", () => {
    for (const [path, text] of site.texts) expect(text, path).not.toContain(PRIVATE_NOTE);
  });

  it("ships each face of each font with its licence", () => {
    const css = site.text("assets/site.css");
    const files = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, url]) => `assets/${url}`);
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) expect(site.paths).toContain(file);
    expect(site.paths).toContain("assets/licences/source-serif-4-LICENSE.txt");
    expect(site.paths).toContain("assets/licences/source-sans-3-LICENSE.txt");
  });

  it("writes the same bytes for the same pack, twice in one process", async () => {
    const again = await buildSample();
    expect(again.paths).toEqual(site.paths);
    for (const [path, text] of site.texts) expect(again.text(path), path).toBe(text);
    await again.remove();
  });

  it("is not finished once its making is interrupted", async () => {
    const folder = await mkdtemp(join(tmpdir(), "briefing-site-"));
    const options = { pack: makeSamplePack(), edition: "public", output: folder, pdf: true } as const;
    await expect(buildSite({ ...options, signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
    expect(await listFiles(folder)).not.toContain("assets/site.css");
    await rm(folder, { recursive: true });
  });

  it("has no script but its own files, no style attribute and nothing from elsewhere", () => {
    for (const [path, html] of pagesOf(site)) {
      expect(html, path).not.toMatch(/<script(?! src="[^":]+" defer><\/script>)|<iframe| style=| on\w+="/);
      expect(html, path).not.toMatch(/<(link|img)[^>]+(href|src)="(https?:)?\/\//);
    }
    for (const [path, css] of site.texts)
      if (path.endsWith(".css")) expect(css, path).not.toMatch(/@import|https?:/);
  });
});

describe("links", () => {
  it("lead to a page that is there, and to an id that is on it", () => {
    const ids = new Map(pagesOf(site).map(([path, html]) => [path, new Set(attributeValues(html, "id"))]));
    for (const [path, html] of pagesOf(site)) {
      for (const href of [...attributeValues(html, "href"), ...attributeValues(html, "src")]) {
        if (/^(https?|data|mailto):/.test(href)) continue;
        expect(href, path).not.toMatch(/^\//);
        const url = new URL(href, `file:///${path}`);
        const target = url.pathname.slice(1);
        if (target.endsWith(".pdf")) continue;
        expect(site.paths, `${href} on ${path}`).toContain(target);
        if (url.hash === "") continue;
        expect(ids.get(target), `${href} on ${path}`).toContain(decodeURIComponent(url.hash.slice(1)));
      }
    }
  });

  it("stay within the document in print", () => {
    const links = attributeValues(site.text("print/index.html"), "href").filter(
      (href) => !/^https?:|^data:/.test(href),
    );
    expect(links.filter((href) => !href.startsWith("#"))).toEqual(["../assets/print.css"]);
  });

  it("lead back from a passage to the places that cite it", () => {
    expect(site.text("sources/s1.html")).toMatch(
      /Cited in: .*<a href="..\/index.html#summary-judgement-1">Judgement 1<\/a>/,
    );
    expect(site.text("print/index.html")).toMatch(
      /Cited in: .*<a href="#summary-judgement-1">Judgement 1<\/a>/,
    );
  });
});

/** HTML without what only a screen has room or use for. */
function withoutScreenOnly(html: string): string {
  return html
    .replace(/<ul class="judgement-evidence".*?<\/ul>\n/gs, "")
    .replace(/<p class="filter".*?<\/p>\n/gs, "");
}

describe("the print document", () => {
  it("holds every part in order, each with the ids and the text of its page", () => {
    const print = site.text("print/index.html");
    expect(attributeValues(print, "data-part")).toEqual([
      "cover",
      "contents",
      "summary",
      "s1",
      "s2",
      "facts",
      "dates",
      "evidence",
      "about",
    ]);
    for (const [path, html] of pagesOf(site)) {
      const slug = attributeValues(html, "data-part")[0];
      // A search is of no use on paper.
      if (slug === undefined || slug === "cover" || /^(print\/.*|search\.html)$/.test(path)) continue;
      const own = sectionOf(withoutNotes(html), slug);
      const printed = sectionOf(withoutNotes(print), slug);
      expect(attributeValues(printed, "id"), slug).toEqual(attributeValues(own, "id"));
      expect(withoutLinks(printed), slug).toBe(withoutScreenOnly(withoutLinks(own)));
    }
  });

  it("gives each id once", () => {
    for (const [path, html] of pagesOf(site)) {
      const ids = attributeValues(html, "id");
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it("says who made it and what it is about, and loads its stylesheet alone", () => {
    const print = site.text("print/index.html");
    expect(print).toContain('<meta name="author" content="A. Clerk and B. Writer">');
    expect(print).toContain('<meta name="description" content="Who pays for dredging the harbour.">');
    expect(print).toContain("<title>Harbour dredging: who pays</title>");
    expect(print).not.toMatch(/http-equiv|<script/);
  });
});

describe("the print document", () => {
  it("tells of each part and block in which file and on which line it stands, and no page does", () => {
    const print = site.text("print/index.html");
    expect(print).toMatch(/<section [^>]*data-part="cover" data-source-file="pack.yaml"/);
    expect(print).toMatch(/<section [^>]*data-part="s1" data-source-file="sources\/s1.md"/);
    expect(print).toMatch(/<p [^>]*data-source-line="\d+"/);
    for (const [path, html] of pagesOf(site)) {
      if (!path.startsWith("print/")) expect(html).not.toContain("data-source-");
    }
  });
});

describe("the mark for what comes from outside the sources", () => {
  it("is explained at the foot of each part that has it, and of no other", () => {
    const explained = pagesOf(site)
      .filter(([, html]) => html.includes('class="legend"'))
      .map(([path]) => path);
    expect(explained).toEqual([
      "appendices/dates.html",
      "index.html",
      "print/index.html",
      "print/summary.html",
      "sources/s1.html",
    ]);
  });
});

/** The text of the first element that a selector finds, as words parted by single blanks. */
function textOf(document: Document, selector: string): string {
  return (document.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
}

function sectionOf(html: string, slug: string): string {
  const start = html.indexOf(`data-part="${slug}"`);
  return html.slice(start, html.indexOf("</section>\n", html.indexOf("</section>", start)));
}

/** A page without its notes and their marks: on the web they stand at its end, in print where they are called. */
function withoutNotes(html: string): string {
  return html
    .replace(/<section class="footnotes">[\s\S]*?<\/section>\n/g, "")
    .replace(/<sup class="footnote-ref">.*?<\/sup>/g, "")
    .replace(/<span class="footnote"[^>]*>.*?<\/span><\/span>/g, "")
    .replaceAll(" part-with-notes", "");
}

function withoutLinks(html: string): string {
  return html
    .replace(/<span class="cite-shown[^"]*">(.*?)<button [^>]*><\/button>(.)<\/span>/g, "$1$2")
    .replace(/ (href|src|data-source-file|data-source-line)="[^"]*"/g, "")
    .replace(/<\/main>[\s\S]*$/, "")
    .trim();
}

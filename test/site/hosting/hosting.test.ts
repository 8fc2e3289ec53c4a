// What a pack with an address says of itself to search engines, feed readers and other sites; and that one without says none of it.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterEach, expect, it } from "vitest";
import { readXml } from "../../print/ua/read-xml.ts";
import { attributeValues, type BuiltSite, buildSample, pagesOf } from "../built-site.ts";

let site: BuiltSite | undefined;
afterEach(() => site?.remove());

const ADDRESS = "https://example.org/packs/harbour/";
const HASHED = /^assets\/[\w-]+\.[0-9a-f]{16}\.(css|js|png)$/;

/** The pages that a reader turns to. */
function readersPages(built: BuiltSite): [string, Document][] {
  return pagesOf(built)
    .filter(([path]) => path !== "404.html" && path !== "print/index.html")
    .map(([path, html]) => [path, parseHTML(html).document]);
}

it("gives a hosted pack canonical links", async () => {
  site = await buildSample({ address: ADDRESS });
  for (const [path, document] of readersPages(site)) {
    const address = `https://example.org/packs/harbour/${path === "index.html" ? "" : path}`;
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute("href")).toBe(address);
    expect(document.querySelector('meta[property="og:url"]')?.getAttribute("content")).toBe(address);
  }
});

it("gives a hosted pack a card that every page names, with its size and what stands on it", async () => {
  site = await buildSample({ address: ADDRESS });
  for (const [path, document] of readersPages(site)) {
    const card = Object.fromEntries(
      [...document.querySelectorAll('meta[property^="og:image"], meta[name="twitter:card"]')].map((meta) => [
        meta.getAttribute("property") ?? meta.getAttribute("name"),
        meta.getAttribute("content"),
      ]),
    );
    const file = card["og:image"]?.replace("https://example.org/packs/harbour/", "") ?? "";
    expect(file, path).toMatch(HASHED);
    const bytes = await readFile(join(site.folder, file));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(card).toMatchObject({
      "og:image:type": "image/png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": "Harbour dredging: who pays. Edition 2, 15 January 2026. TLP:CLEAR",
      "twitter:card": "summary_large_image",
    });
  }
});

it("lists every page of a hosted pack in a sitemap, with the day of the edition (sitemaps.org)", async () => {
  site = await buildSample({ address: ADDRESS });
  expect(site.text("robots.txt")).toMatchInlineSnapshot(`
    "User-agent: *
    Allow: /
    Sitemap: https://example.org/packs/harbour/sitemap.xml
    "
  `);
  const root = readXml(site.text("sitemap.xml"));
  const named = (name: string): string => `http://www.sitemaps.org/schemas/sitemap/0.9 ${name}`;
  expect(root.name).toBe(named("urlset"));
  const entries = root.children.map(({ name, children }) => [
    name,
    ...children.flatMap((child) => [child.name, child.text]),
  ]);
  const pages = readersPages(site).map(([path]) => `${ADDRESS}${path === "index.html" ? "" : path}`);
  expect(entries.map(([, , address]) => address).sort()).toEqual(pages.sort());
  for (const [name, loc, , lastmod, day] of entries) {
    expect([name, loc, lastmod, day]).toEqual([named("url"), named("loc"), named("lastmod"), "2026-01-15"]);
  }
});

it("names the styles and scripts of a hosted pack by their content, and insists on their digests", async () => {
  site = await buildSample({ address: ADDRESS });
  const { folder, paths } = site;
  expect(paths).not.toContain("assets/site.css");
  for (const [path, document] of readersPages(site)) {
    const loaded = [...document.querySelectorAll('link[rel="stylesheet"], script[src]')];
    expect(loaded.length, path).toBeGreaterThan(1);
    for (const element of loaded) {
      const href = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      const file = new URL(href, `file:///${path}`).pathname.slice(1);
      expect(file).toMatch(HASHED);
      const digest = createHash("sha384").update(await readFile(join(folder, file)));
      expect(element.getAttribute("integrity"), `${href} on ${path}`).toBe(
        `sha384-${digest.copy().digest("base64")}`,
      );
      expect(file).toContain(`.${digest.digest("hex").slice(0, 16)}.`);
    }
  }
});

it("says nothing of a host in a pack without an address, which is opened from disk", async () => {
  site = await buildSample();
  for (const [path, html] of pagesOf(site)) {
    expect(html, path).not.toMatch(/integrity=|rel="canonical"|rel="alternate"|og:|twitter:|ld\+json/);
  }
  for (const path of ["sitemap.xml", "feed.xml"]) expect(site.paths).not.toContain(path);
  expect(site.paths).toContain("assets/site.css");
  expect(site.paths.filter((path) => path.endsWith(".png"))).toEqual([]);
});

it("gives 404.html absolute links to a hosted pack", async () => {
  site = await buildSample({ address: "https://example.org/packs/harbour" });
  const links = attributeValues(site.text("404.html"), "href").filter((href) => href !== "data:,");
  expect(links).toEqual([
    "https://example.org/packs/harbour/",
    "https://example.org/packs/harbour/contents.html",
    "https://example.org/packs/harbour/about.html",
  ]);
});

it("gives 404.html no links where the address is not known, and says what to do", async () => {
  site = await buildSample();
  const html = site.text("404.html");
  expect(attributeValues(html, "href")).toEqual(["data:,"]);
  expect(html).toContain("choose <code>index.html</code>");
});

it("keeps the full edition out of search engines, feeds and cards, and under its own marking", async () => {
  site = await buildSample({ edition: "full", address: "https://example.org" });
  expect(site.text("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  expect(site.paths.filter((path) => /sitemap|feed|card/.test(path))).toEqual([]);
  expect(site.text("_headers")).toContain("X-Robots-Tag: noindex");
  for (const [path, html] of pagesOf(site)) {
    expect(html, path).toContain('<meta name="robots" content="noindex">');
    expect(html, path).toContain("TLP:AMBER+STRICT");
    expect(html, path).not.toContain("TLP:CLEAR");
    expect(html, path).not.toMatch(/integrity=|rel="canonical"|rel="alternate"|og:|ld\+json/);
  }
});

it("has an icon of its own on every page, in the accent of the styles", async () => {
  site = await buildSample();
  for (const [path, document] of readersPages(site)) {
    const href = document.querySelector('link[rel="icon"]')?.getAttribute("href") ?? "";
    expect(new URL(href, `file:///${path}`).pathname).toBe("/assets/icon.svg");
  }
  const accent = /--accent: (#[0-9a-f]{6})/.exec(site.text("assets/site.css"))?.[1];
  expect(await readFile(join(site.folder, "assets/icon.svg"), "utf8")).toContain(`fill="${accent}"`);
});

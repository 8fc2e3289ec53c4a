import { afterEach, expect, it } from "vitest";
import { attributeValues, type BuiltSite, buildSample, pagesOf } from "./built-site.ts";

let site: BuiltSite | undefined;
afterEach(() => site?.remove());

it("gives a hosted pack canonical links, cards and a sitemap", async () => {
  site = await buildSample({ address: "https://example.org/packs/harbour/" });
  expect(site.text("sources/s1.html")).toContain(
    '<link rel="canonical" href="https://example.org/packs/harbour/sources/s1.html">',
  );
  expect(site.text("index.html")).toContain(
    '<meta property="og:url" content="https://example.org/packs/harbour/">',
  );
  expect(site.text("robots.txt")).toMatchInlineSnapshot(`
    "User-agent: *
    Allow: /
    Sitemap: https://example.org/packs/harbour/sitemap.xml
    "
  `);
  expect(site.text("sitemap.xml")).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://example.org/packs/harbour/</loc></url>
    <url><loc>https://example.org/packs/harbour/sources/s1.html</loc></url>
    <url><loc>https://example.org/packs/harbour/sources/s2.html</loc></url>
    <url><loc>https://example.org/packs/harbour/appendices/facts.html</loc></url>
    <url><loc>https://example.org/packs/harbour/appendices/dates.html</loc></url>
    <url><loc>https://example.org/packs/harbour/contents.html</loc></url>
    <url><loc>https://example.org/packs/harbour/evidence.html</loc></url>
    <url><loc>https://example.org/packs/harbour/about.html</loc></url>
    </urlset>
    "
  `);
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

it("keeps the full edition out of search engines and under its own marking", async () => {
  site = await buildSample({ edition: "full", address: "https://example.org" });
  expect(site.text("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  expect(site.paths).not.toContain("sitemap.xml");
  for (const [path, html] of pagesOf(site)) {
    expect(html, path).toContain('<meta name="robots" content="noindex">');
    expect(html, path).toContain("TLP:AMBER+STRICT");
    expect(html, path).not.toContain("TLP:CLEAR");
  }
});

// What pages say of themselves in schema.org's words: of a source no more than its document gives.
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { viewStructuredData } from "../../../src/site/hosting/structured-data.ts";
import { viewSite } from "../../../src/site/view/site-view.ts";
import { buildSample, pagesOf } from "../built-site.ts";
import { makeSamplePack } from "../sample-pack.ts";

const FILES = { base: "https://example.org/h", card: "assets/card.png" };

function dataOf(address: string): Record<string, unknown> {
  const pack = makeSamplePack({ address: FILES.base });
  const text = viewStructuredData(pack, viewSite(pack, "public", true), FILES)[address];
  return JSON.parse(text ?? "null");
}

it("describes the pack as a report that cites its sources", () => {
  expect(dataOf("index.html")).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@id": "https://example.org/h/#pack",
      "@type": "Report",
      "alternativeHeadline": "Two letters and a minute",
      "audience": {
        "@type": "Audience",
        "audienceType": "Councillors",
      },
      "author": [
        {
          "name": "A. Clerk",
        },
        {
          "name": "B. Writer",
        },
      ],
      "citation": [
        {
          "@id": "https://example.org/h/sources/s1.html#document",
          "@type": "CreativeWork",
          "author": [
            {
              "@type": "Person",
              "familyName": "Hill",
              "givenName": "Ann",
            },
            {
              "name": "Harbour Users",
            },
          ],
          "identifier": "S1",
          "inLanguage": "en-US",
          "subjectOf": {
            "@id": "https://example.org/h/sources/s1.html",
          },
          "url": "https://example.org/a/very/long/address/that/has/no/place/to/break/anywhere/in/it?and=more&more=still",
        },
        {
          "@id": "https://example.org/h/sources/s2.html#document",
          "@type": "CreativeWork",
          "identifier": "S2",
          "inLanguage": "en",
          "subjectOf": {
            "@id": "https://example.org/h/sources/s2.html",
          },
        },
      ],
      "correction": [
        {
          "@type": "CorrectionComment",
          "datePublished": "2026-01-10",
          "text": "The sum in judgement 1 was wrong.",
        },
      ],
      "datePublished": "2026-01-15",
      "description": "Who pays for dredging the harbour.",
      "encoding": {
        "@type": "MediaObject",
        "contentUrl": "https://example.org/h/briefing.pdf",
        "encodingFormat": "application/pdf",
      },
      "image": "https://example.org/h/assets/card.png",
      "inLanguage": "en-GB",
      "license": "https://creativecommons.org/licenses/by/4.0/",
      "name": "Harbour dredging: who pays",
      "url": "https://example.org/h/",
      "version": "2",
    }
  `);
});

it("leaves out of a source what was supplied or inferred, and what the document does not give", () => {
  // The sample's first source has a supplied title and an inferred date, its second gives nothing.
  for (const address of ["sources/s1.html", "sources/s2.html"]) {
    const source = dataOf(address).mainEntity as Record<string, unknown>;
    expect(source).not.toHaveProperty("name");
    expect(source).not.toHaveProperty("datePublished");
    expect(source).not.toHaveProperty("isPartOf");
  }
});

it("gives what the document gives; of its date only what has no doubt about it", () => {
  const pack = makeSamplePack();
  const datedBy = (issued: string): unknown => {
    const parts = pack.parts.map((part) =>
      part.kind !== "source"
        ? part
        : {
            ...part,
            csl: { ...part.csl, title: "Silt", "container-title": "The Tide", publisher: "Quay", issued },
            standings: (["title", "container-title", "publisher", "issued"] as const).map((field) => ({
              field,
              kind: "given" as const,
              basis: undefined,
            })),
          },
    );
    const given = { ...pack, parts };
    const text = viewStructuredData(given, viewSite(pack, "public", true), FILES)["sources/s1.html"];
    return JSON.parse(text ?? "null").mainEntity;
  };
  expect(datedBy("2025-08-19")).toMatchObject({
    name: "Silt",
    isPartOf: { "@type": "CreativeWork", name: "The Tide" },
    publisher: { name: "Quay" },
    datePublished: "2025-08-19",
  });
  expect(datedBy("2025-08")).toMatchObject({ datePublished: "2025-08" });
  for (const doubtful of ["2025-08~", "2025/2026", "202X"]) {
    expect(datedBy(doubtful)).not.toHaveProperty("datePublished");
  }
});

it("names no PDF that is not made", () => {
  const pack = makeSamplePack();
  const text = viewStructuredData(pack, viewSite(pack, "public", false), FILES)["index.html"] ?? "";
  expect(text).not.toContain("briefing.pdf");
});

it("stands in its page whatever a title holds, and is read back as it was", async () => {
  const title = `</script><script>alert("1")</script><!-- & 'two' \u2028 {{ 7*7 }} \\u003c`;
  const site = await buildSample({ address: "https://example.org", title });
  for (const [path, html] of pagesOf(site)) {
    if (path === "404.html" || path === "print/index.html") continue;
    const { document } = parseHTML(html);
    const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')];
    expect(blocks, path).toHaveLength(1);
    expect(document.querySelectorAll("script:not([src])"), path).toHaveLength(1);
    const { name } = JSON.parse(blocks[0]?.textContent ?? "null") as { name: string };
    expect(name, path).toContain(title);
    expect(document.querySelector('meta[property="og:site_name"]')?.getAttribute("content")).toBe(title);
  }
  await site.remove();
});

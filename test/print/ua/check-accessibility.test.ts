// The checker as a whole: silent on a PDF that conforms, and what it says of a print as the browser makes it.
import { beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../../src/print/browser/find.ts";
import { withBrowser } from "../../../src/print/browser/launch.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";
import { buildTaggedPdf } from "./build-tagged-pdf.ts";
import { checkAccessibility } from "./check-accessibility.ts";
import { listStructure } from "./list-structure.ts";
import { readInOrder } from "./read-in-order.ts";

describe("a PDF that conforms", () => {
  it("has no fault", async () => {
    expect(await checkAccessibility(await buildTaggedPdf())).toEqual([]);
  });
});

const HTML = `<!doctype html><html lang="en"><title>Plain</title>
<style>@page { margin: 20mm; @bottom-center { content: counter(page) } } body { width: 90mm }</style>
<h1>Report</h1><h3>Deep</h3>
<p>See <a href="https://example.org/">the source</a> and <em>more</em>, in lines that go on and on to the next.</p>
<ul><li>First</ul>
<table><tr><th>Year<td>2025</table>
<figure><img alt="A bar" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"><figcaption>A figure</figcaption></figure>`;

describe("a print as the browser makes it", () => {
  let pdf = new Uint8Array();
  beforeAll(async () => {
    const choice = await findBrowser(undefined, systemProbes());
    pdf = await withBrowser({ choice }, async (browser) => {
      const tab = await browser.openTab("http://localhost");
      await tab.open(`data:text/html,${encodeURIComponent(HTML)}`);
      return new Uint8Array(await tab.printPdf());
    });
  });

  it("breaks many rules", async () => {
    const rules = (await checkAccessibility(pdf)).map(({ rule }) => rule);
    expect([...new Set(rules)]).toMatchInlineSnapshot(`
      [
        "trailer-id",
        "06-001",
        "page-labels",
        "01-005",
        "02-001",
        "09-005",
        "14-003",
        "13-004",
        "nested-figure",
        "28-012",
        "bookmarks",
      ]
    `);
  });

  it("is read with its words intact", async () => {
    expect(await readInOrder(pdf)).toMatchInlineSnapshot(`
      "Report
      Deep
      See the source and more, in lines that go on and on to the next.
      First
      Year
      2025
      A figure"
    `);
  });

  it("has a structure of the browser's own", async () => {
    expect((await listStructure(pdf)).replace(/node\d+/g, "node")).toMatchInlineSnapshot(`
      "Document lang="en"
        H1
          NonStruct "Report"
        H3
          NonStruct "Deep"
        P
          NonStruct "See"
          Link +object
            NonStruct "the source"
          NonStruct "and"
          Em
            NonStruct "more"
          NonStruct ", in lines that go on and on to the next…"
        L
          LI
            Lbl
            NonStruct "First"
        Table
          TR
            TH id="node"
              NonStruct "Year"
            TD
              NonStruct "2025"
        Figure
          Figure alt="A bar"
          Caption
            NonStruct "A figure""
    `);
  });
});

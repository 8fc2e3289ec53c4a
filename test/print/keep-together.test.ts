// What must stay together on a page: headings with their text, table heads with a row, the last lines of a paragraph.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { readPdf } from "./read-pdf.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "together-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const CSS = `@page { size: A6; margin: 10mm } body { margin: 0; font: 10pt/14pt sans-serif } section { break-before: page }
p, h1, h2, dl, dt, dd, table { margin: 0; font-size: 10pt; line-height: 14pt } p, dd { orphans: 2; widows: 2 }
h2, dt { break-after: avoid } tr { break-inside: avoid } th, td { padding: 0; text-align: left } small { font-size: 6pt } .tied { break-before: avoid }`;

/** A page of A6 has 25 lines: the block begins at every height of it, from the first line to the last. */
async function printAtEveryHeight(block: string): Promise<readonly string[]> {
  const sections = Array.from({ length: 26 }, (_, lines) => {
    return `<section>${"<p>Filler.</p>".repeat(lines)}${block}</section>`;
  });
  await writeFile(join(folder, "page.css"), CSS);
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Together</title><link rel="stylesheet" href="page.css"></head><body><main><h1>Together</h1>${sections.join("")}</main></body></html>`,
  );
  const output = join(folder, "out.pdf");
  await printDocument({ folder, document: "index.html", output, browser: "bundled" });
  const { pages } = await readPdf(output);
  // Some blocks must have been moved to a page of their own, or nothing was tried.
  expect(pages.length).toBeGreaterThan(28);
  return pages.map((page) => page.replace(/\s+/g, " ").trim());
}

it("parts no heading from a list whose first term has to move", async () => {
  const pages = await printAtEveryHeight(
    "<h2>Heading</h2><dl><dt>Term</dt><dd>Explained in a sentence that is so long that it takes more than one line.</dd></dl>",
  );
  expect(pages.filter((page) => /(Heading|Term)$/.test(page))).toEqual([]);
  expect(pages.filter((page) => page.includes("Heading Term Explained"))).toHaveLength(26);
});

it("leaves no table head without a row, nor the heading before it", async () => {
  const pages = await printAtEveryHeight(
    "<h2>Heading</h2><table><caption>Caption</caption><thead><tr><th>Column</th></tr></thead><tbody><tr><td>First<br>row</td></tr><tr><td>Last row</td></tr></tbody></table>",
  );
  expect(pages.filter((page) => /(Heading|Caption|Column)$/.test(page))).toEqual([]);
  expect(pages.filter((page) => page.includes("Heading Caption Column First row"))).toHaveLength(26);
});

it("counts a line of letters in several sizes as one, and an inline element as part of its line", async () => {
  const pages = await printAtEveryHeight(
    "<p>One<br>Two<br>Three <small>in small</small></p><p>Four<br>Five<br><i>Six</i> <small>in small</small></p>",
  );
  expect(pages.filter((page) => /^(Three|Six) in small/.test(page))).toEqual([]);
});

it("breaks no page before a block that must not begin one", async () => {
  const pages = await printAtEveryHeight("<p>One<br>Two</p><p class='tied'>Tied to it<br>in two lines</p>");
  expect(pages.filter((page) => page.startsWith("Tied"))).toEqual([]);
  expect(pages.filter((page) => page.includes("Two Tied to it in two lines"))).toHaveLength(26);
});

// References to later pages: their numbers are known only when those pages are laid out, and must not push text off a page.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { readPdf } from "./read-pdf.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "references-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const SECTIONS = 14;

/** Paragraphs whose lines are nearly full in every degree, so that one more digit makes some of them a line longer. */
function makeDocument(): string {
  const references = Array.from({ length: 140 }, (_, index) => {
    const target = `s${(index % SECTIONS) + 1}`;
    const words = `${"word ".repeat(11)}${"i".repeat(1 + (index % 47))}`;
    return `<p>${words} <a href="#${target}">ref${index}</a></p>`;
  });
  const sections = Array.from(
    { length: SECTIONS },
    (_, index) => `<section id="s${index + 1}"><h2>Section ${index + 1}</h2><p>Text.</p></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>References</title><link rel="stylesheet" href="page.css"></head>
<body><main><h1>References</h1>${references.join("")}${sections.join("")}</main></body></html>`;
}

const CSS = `@page { size: A5; margin: 15mm } body { margin: 0; font: 10pt/14pt sans-serif } p, h1, h2 { margin: 0; font-size: 10pt; line-height: 14pt; font-weight: 400 }
a { color: inherit; text-decoration: none } a::after { content: ", p. " target-counter(attr(href url), page) } section { break-before: page }`;

it("prints with every reference its page, and loses no line to the digits that come late", async () => {
  await writeFile(join(folder, "index.html"), makeDocument());
  await writeFile(join(folder, "page.css"), CSS);
  const output = join(folder, "out.pdf");
  const { pageOfId } = await printDocument({ folder, document: "index.html", output, browser: "bundled" });
  const text = (await readPdf(output)).pages.join(" ");
  const wrong = Array.from({ length: 140 }, (_, index) => ({
    index,
    page: pageOfId[`s${(index % SECTIONS) + 1}`],
  })).filter(({ index, page }) => !new RegExp(`ref${index}, p\\. ${page}\\b`).test(text));
  expect(wrong).toEqual([]);
  expect(pageOfId.s14).toBeGreaterThan(15);
});

it("marks the document when its pages are cut, so that room kept for numbers can be given back", async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Room</title><link rel="stylesheet" href="room.css"></head><body><main><p>Text.</p></main></body></html>`;
  await writeFile(join(folder, "room.html"), html);
  await writeFile(
    join(folder, "room.css"),
    `p::after { content: "kept" } [data-paginated] p::after { content: "given back" }`,
  );
  const output = join(folder, "room.pdf");
  await printDocument({ folder, document: "room.html", output, browser: "bundled" });
  expect((await readPdf(output)).pages).toEqual([expect.stringContaining("given back")]);
});

it("counts text on the last lines of a page that is higher than the window as printed", async () => {
  const lines = Array.from({ length: 70 }, (_, index) => `<p>Line ${index}</p>`).join("");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Full</title><link rel="stylesheet" href="full.css"></head><body><main><h1>Full</h1>${lines}</main></body></html>`;
  await writeFile(join(folder, "full.html"), html);
  await writeFile(
    join(folder, "full.css"),
    "@page { size: A3; margin: 5mm } p, h1 { margin: 0; font: 10pt/16pt sans-serif }",
  );
  const output = join(folder, "full.pdf");
  const { pages } = await printDocument({ folder, document: "full.html", output, browser: "bundled" });
  expect(pages).toBe(1);
  expect((await readPdf(output)).pages[0]).toContain("Line 69");
});

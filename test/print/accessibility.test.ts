// Every document that is printed meets PDF/UA-1, and reads in the order of its source.
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { generateDocument } from "../bench/print/generate-document.ts";
import { checkAccessibility } from "./ua/check-accessibility.ts";
import { listStructure } from "./ua/list-structure.ts";
import { readInOrder } from "./ua/read-in-order.ts";

const FIXTURES = new URL("../fixtures/print/", import.meta.url);
const DOCUMENTS = await Promise.all(
  ["good", "awkward", "differential"].map(async (folder) =>
    (await readdir(new URL(folder, FIXTURES)))
      .filter((name) => name.endsWith(".html"))
      .map((name) => [folder, name] as const),
  ),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accessible-"));
  await cp(FIXTURES, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function print(inFolder: string, document: string): Promise<Uint8Array> {
  const output = join(folder, "out.pdf");
  await printDocument({ folder: inFolder, document, output, browser: "bundled" });
  return new Uint8Array(await readFile(output));
}

/**
 * What is known to fall short: a document without headings has no bookmarks; where a cell that spans rows is cut at a page's end, the
 * structure counts the rows of its first page alone.
 */
describe("a printed document meets the rules that a program can check", () => {
  it.each(DOCUMENTS.flat())("%s/%s", async (kind, name) => {
    const faults = await checkAccessibility(await print(join(folder, kind), name));
    const hasHeadings = /<h[1-6]/.test(await readFile(join(folder, kind, name), "utf8"));
    const told = faults.map(({ rule, message, page }) => `${rule} (page ${page ?? "–"}): ${message}`);
    const known = hasHeadings ? [] : ["bookmarks (page –): there is no bookmark"];
    if (name === "spanned-rows.html") known.unshift(expect.stringContaining("table-grid"));
    expect(told).toEqual(known);
  });
});

describe("a generated document of several stretches", () => {
  let pdf: Uint8Array;
  let html: string;
  beforeAll(async () => {
    const own = join(folder, "generated");
    await generateDocument(own, { pages: 150 });
    html = await readFile(join(own, "index.html"), "utf8");
    pdf = await print(own, "index.html");
  });

  it("meets the rules", async () => {
    expect(await checkAccessibility(pdf)).toEqual([]);
  });

  it("is one structure: what runs over a page or a stretch is one element", async () => {
    const structure = await listStructure(pdf);
    const inHtml = (tag: string) => html.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
    const inPdf = (type: string) => structure.match(new RegExp(`^\\s*${type}\\b`, "gm"))?.length ?? 0;
    expect(inPdf("Sect")).toBe(inHtml("section") + inHtml("nav"));
    expect(inPdf("Table")).toBe(inHtml("table"));
    expect(inPdf("TR")).toBe(inHtml("tr"));
    expect(inPdf("LI")).toBe(inHtml("li"));
    // Each note has a paragraph of its own.
    expect(inPdf("P")).toBe(inHtml("p") + inPdf("Note"));
    expect(inPdf("Note")).toBeGreaterThan(10);
  });

  it("reads as its source, word for word, with no words run together", async () => {
    const words = (text: string) => text.replace(/\s+/g, " ").trim();
    const read = words(await readInOrder(pdf));
    const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = ""]) =>
      // What footnotes hold stands behind their call, which has a number of its own.
      words((inner.split(/<span class="note">/)[0] ?? "").replace(/<[^>]*>/g, "")),
    );
    expect(paragraphs.length).toBeGreaterThan(500);
    expect(paragraphs.filter((paragraph) => !read.includes(paragraph))).toEqual([]);
  });
});

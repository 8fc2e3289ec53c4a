// Documents that are hard to lay out and must print whole, for readers of every kind.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { expectAccessible } from "./ua/expect-accessible.ts";

const folder = new URL("../fixtures/print/awkward", import.meta.url).pathname;
const NAMES = (await readdir(folder)).filter((name) => name.endsWith(".html"));
let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "awkward-"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

const printed = new Map<string, Promise<unknown>>();

/** Prints a document when it is first asked for. */
async function print(name: string): Promise<ReadPdf> {
  const output = join(out, `${name}.pdf`);
  const options = { folder, document: `${name}.html`, output, browser: "bundled", timeoutMs: 30_000 };
  const printing = printed.get(name) ?? printDocument(options);
  printed.set(name, printing);
  await printing;
  return readPdf(output);
}

describe("a document that is hard to lay out", () => {
  it("prints text that stands directly in the body", async () => {
    const { pages } = await print("direct-text");
    expect(pages[0]).toContain("Direct text comes first, with stress, and goes on: Sentence 1.1");
    expect(pages.at(-1)).toContain("And direct text comes last.");
  });

  it("prints a document whose script asks something before it is printed: its scripts are gone by then", async () => {
    expect((await print("prints-itself")).pages).toEqual([expect.stringContaining("A paragraph.")]);
  });

  it("prints what closed details hide", async () => {
    expect((await print("closed-details")).pages.join()).toContain("What the details hide.");
  });

  it("prints a named page in its own size", async () => {
    const { pages } = await print("wide-page");
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain("Sentence 2.20 tells of the ways in which a promise may be kept.");
  });

  it("prints a page size that the browser has no name for", async () => {
    // That the paper is as large as the pages is part of every print.
    expect((await print("small-page")).pages).toEqual([expect.stringContaining("The text of the card.")]);
  });

  it("takes letters that a font draws in its own way for what they are", async () => {
    expect((await print("letters")).pages).toEqual([expect.stringContaining("Turned a little.")]);
  });

  it("prints footnotes at the foot of their page", async () => {
    const { pages } = await print("footnotes");
    const page = pages.find((text) => text.includes("Sentence 5.1")) ?? "";
    expect(page).toContain("Note 5 says something short.");
    expect(page.indexOf("Note 5")).toBeGreaterThan(page.indexOf("Sentence 55.2"));
  });

  it("accepts a running element, which stands in the margin of the pages", async () => {
    const { pages } = await print("running-element");
    for (const page of pages) expect(page).toContain("The running head");
  });

  it("leaves out what is not meant for paper", async () => {
    const text = (await print("unseen")).pages.join();
    expect(text).not.toContain("hidden paragraph");
    expect(text).not.toContain("screen readers");
  });

  it("takes words cut by hyphens as whole", async () => {
    expect((await print("soft-hyphens")).pages.length).toBeGreaterThan(1);
  });

  it("does without the repeated head of a table where the row that follows needs the room", async () => {
    const { pages } = await print("full-row");
    expect(pages).toHaveLength(3);
    expect(pages[1]).toMatch(/^\s*Line 1 of the full row .* Line 33 of the full row\s*$/);
    expect(pages[2]?.trim()).toBe("The head The last row");
  });

  it("does not repeat a head that takes half a page", async () => {
    const { pages } = await print("large-head");
    expect(pages.filter((page) => page.includes("The head"))).toHaveLength(1);
  });

  it("bookmarks a heading that runs over a page once, with its whole text", async () => {
    const { outline, pages } = await print("split-heading");
    expect(pages).toHaveLength(2);
    expect(outline.map(({ title }) => title)).toEqual([Array(25).fill("A heading of many words").join(" ")]);
  });

  it("reads a document in the character set that it names", async () => {
    expect((await print("western")).pages).toEqual([expect.stringContaining("Café “naïve” – €5.")]);
  });

  it("wraps the lines of a listing that are too long", async () => {
    expect((await print("long-line")).pages.join()).toContain("word38 word39");
  });

  it("breaks a row whose cells hold paragraphs", async () => {
    const { pages } = await print("table-rows");
    const [first = "", last = ""] = pages;
    expect(first).toContain("W67.0 tells");
    expect(last).toContain("W67.14 tells");
    expect(pages.join().match(/W68\.0 tells/g)).toHaveLength(1);
  });

  it("gives a list so deep that its indents would leave no room narrower ones", async () => {
    expect((await print("deep-list")).pages.join()).toContain("Level 14");
  });

  it("keeps the rows together that a cell spans", async () => {
    const text = (await print("spanned-rows")).pages.join(" ");
    for (const [, number] of text.matchAll(/Span (\d+)/g)) {
      expect(text.split(`Span ${number} `)).toHaveLength(2);
    }
    expect(text).toContain("Span 1 ");
  });

  it("wraps what may not wrap in a table wider than the page", async () => {
    expect((await print("wide-table")).pages.join()).toMatch(/Cell\s*number\s*5/);
  });

  it("shrinks a drawing that is larger than the page", async () => {
    expect((await print("large-figure")).pages).toHaveLength(1);
  });

  it("leaves no last line of a paragraph alone on a page", async () => {
    const { pages } = await print("short-paragraphs");
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      // Every sentence is one line: paragraph, then line.
      const [first, second] = [...page.matchAll(/Sentence (\d+)\.\d+/g)].map(([, paragraph]) => paragraph);
      expect(first).toBe(second);
    }
  });
});

describe("a document that was hard to lay out meets the rules of PDF/UA-1, and reads in the order of its source", () => {
  it.each(NAMES)("%s", async (file) => {
    const name = basename(file, ".html");
    await print(name);
    await expectAccessible(join(folder, file), join(out, `${name}.pdf`));
  });
});

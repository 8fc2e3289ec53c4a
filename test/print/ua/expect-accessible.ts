// What is asked of every document that is printed: that it meets PDF/UA-1, and reads in the order of its source.
import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseHTML } from "linkedom";
import { expect } from "vitest";
import { checkAccessibility } from "./check-accessibility.ts";
import { readInOrder } from "./read-in-order.ts";

/** Expects of a PDF that it meets the rules that a program can check, and that every block of its document stands in its structure. */
export async function expectAccessible(document: string, output: string): Promise<void> {
  const pdf = new Uint8Array(await readFile(output));
  const file = await readFile(document);
  await expectRulesMet(pdf, file);
  if (OTHERWISE[basename(document)] === undefined) await expectEveryBlock(pdf, file);
}

/** What is known to fall short: a document without headings has no bookmarks. */
async function expectRulesMet(pdf: Uint8Array, document: Buffer): Promise<void> {
  const faults = await checkAccessibility(pdf);
  const hasHeadings = /<h[1-6]/.test(document.toString("utf8"));
  const told = faults.map(({ rule, message, page }) => `${rule} (page ${page ?? "–"}): ${message}`);
  const known = hasHeadings ? [] : ["bookmarks (page –): there is no bookmark"];
  expect(told).toEqual(known);
}

/** Blocks without blocks in them. */
const BLOCKS =
  "p, h1, h2, h3, h4, h5, h6, li, dt, dd, th, td, figcaption, caption, pre, div, blockquote, summary";
/** What is not for paper. */
const APART = "script, style, template, [hidden], .screen, .hidden";
/**
 * Where the order of reading is not that of the document's text: fixed and running elements stand in margins; what a script makes is
 * not in the file; what styles generate amid a block is not either (`spoken.test.ts` holds these documents to their pages).
 */
const OTHERWISE: Readonly<Record<string, string>> = {
  "all-at-once.html": "generated",
  "generated.html": "generated",
  "page-references.html": "generated",
  "text-references.html": "generated",
  "placed-boxes.html": "fixed",
  "running-elements.html": "running",
  "running-element.html": "running",
  "unseen.html": "hidden",
  // Node decodes windows-1252 as if it were ISO 8859-1.
  "western.html": "decoding",
};

async function expectEveryBlock(pdf: Uint8Array, file: Buffer): Promise<void> {
  const letters = (text: string) =>
    text
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[\s\p{Cf}\u2010\u2011-]+/gu, "");
  const html = new TextDecoder(isUtf8(file) ? "utf-8" : "windows-1252").decode(file);
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll(APART)) element.remove();
  // A note is read where it is called, behind a number: the words before the first tell where a block is.
  for (const note of document.querySelectorAll(".note")) note.replaceWith("\uE000");
  for (const quoted of document.querySelectorAll("q")) quoted.textContent = `“${quoted.textContent}”`;
  const blocks = [...document.querySelectorAll(BLOCKS)].filter(
    (block) => !block.querySelector(`${BLOCKS}, ul, ol, table`),
  );
  const read = letters(await readInOrder(pdf));
  let at = 0;
  const lost = blocks.flatMap((block) => {
    const text = letters(block.textContent?.split("\uE000")[0] ?? "");
    const found = read.indexOf(text, at);
    if (found < 0) return [text];
    at = found;
    return [];
  });
  expect(lost).toEqual([]);
}

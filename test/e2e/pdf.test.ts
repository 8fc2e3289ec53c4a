// The PDF of the repository's own pack, opened again: what it says of its pages is true.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { diffArrays } from "diff";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPack } from "../../src/pack/load.ts";
import { printReference } from "../print/print-reference.ts";
import { type ReadPdf, readPdf } from "../print/read-pdf.ts";
import { checkAccessibility } from "../print/ua/check-accessibility.ts";
import { type BuiltPack, buildRepositoryPack, REPOSITORY } from "./build-repository-pack.ts";

let built: BuiltPack;
let pdf: ReadPdf;
let html: Document;
const pack = await loadPack(join(REPOSITORY, "content"));
const parts = pack.pack?.parts ?? [];

beforeAll(async () => {
  // The same browser as the reference below.
  built = await buildRepositoryPack("--browser", "bundled");
  pdf = await readPdf(built.pdf);
  html = parseHTML(await readFile(join(built.folder, "print/index.html"), "utf8")).document;
});
afterAll(() => built?.remove());

const fold = (text: string): string => text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");

/** The page, counted from 1, on which a part begins: its bookmark's, whose title stands at the head of that page. */
function pageOfPart(title: string): number {
  const page = pdf.outline.find((entry) => entry.depth === 0 && fold(entry.title) === fold(title))?.page ?? 0;
  expect(fold(pdf.pages[page - 1]?.slice(0, 300) ?? "")).toContain(fold(title));
  return page;
}

it("has every part, each on a page of its own, the summary on one", () => {
  expect(parts.map(({ id }) => id)).toEqual([
    "summary",
    "S1",
    "S2",
    "S3",
    "article-5",
    "comparison",
    "chronology",
    "people",
  ]);
  const pages = parts.map(({ title }) => pageOfPart(title));
  expect(pages[0]).toBe(3);
  expect(pages[1]).toBe(4);
  expect([...new Set(pages)].sort((a, b) => a - b)).toEqual(pages);
  expect(pdf.outline.filter(({ page }) => page === 3).map(({ title }) => title)).toContain("Cautions");
});

it("meets the rules of PDF/UA-1 that a program can check", async () => {
  expect(await checkAccessibility(new Uint8Array(await readFile(built.pdf)))).toEqual([]);
});

it("has its proof beside it", async () => {
  const proof = JSON.parse(await readFile(built.pdf.replace(/\.pdf$/, ".proof.json"), "utf8"));
  const digest = createHash("sha256")
    .update(await readFile(built.pdf))
    .digest("hex");
  expect(proof.pdf).toMatchObject({ sha256: digest, pages: pdf.pages.length });
  expect(proof.source.blocks).toBeGreaterThan(500);
});

it("prints in the contents the pages on which parts and headings stand", () => {
  const entries = [...html.querySelectorAll("#contents a.toc-link")].map((link) => ({
    text: link.textContent?.trim() ?? "",
    id: link.getAttribute("href")?.slice(1) ?? "",
  }));
  expect(entries.length).toBeGreaterThan(25);
  const contents = fold(pdf.pages[1] ?? "");
  let from = 0;
  for (const { text, id } of entries) {
    const target = pdf.links.find(({ name, from: page }) => page === 2 && name === id)?.to;
    expect(target, id).toBeGreaterThan(2);
    const heading = html.querySelector(`[id="${id}"]`);
    const title = heading?.querySelector("h1")?.textContent ?? heading?.textContent ?? "";
    expect(fold(pdf.pages[(target ?? 0) - 1] ?? ""), title).toContain(fold(title));
    const printed = `${fold(text)}${target}`;
    const at = contents.indexOf(printed, from);
    expect(at, printed).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
});

it("numbers its pages in one sequence that counts the cover", () => {
  for (const [index, text] of pdf.pages.entries())
    expect(text).toContain(`${index + 1} of ${pdf.pages.length}`);
});

it("carries the marking twice on every page, and edition and title in its running heads", () => {
  for (const text of pdf.pages) expect(text.match(/TLP:CLEAR/g)?.length).toBeGreaterThanOrEqual(2);
  for (const text of pdf.pages.slice(1)) expect(text).toContain("Edition 1, 25 November 2026");
  expect(pdf.pages[pageOfPart("The guarantees compared") - 1]).toContain("Comparison · Edition 1");
});

it("prints with every citation the page to which it leads", async () => {
  const cited = [...html.querySelectorAll("a.cite")].map((link) => ({
    label: link.textContent?.replace(/\u00a0/g, " ") ?? "",
    id: link.getAttribute("href")?.slice(1) ?? "",
  }));
  expect(cited.length).toBeGreaterThan(200);
  const all = fold(pdf.pages.join(" "));
  const wrong = cited.filter(({ label, id }) => {
    const page = pdf.links.find(({ name }) => name === id)?.to;
    return page === undefined || !all.includes(`${fold(label)},p.${page}`);
  });
  expect(wrong).toEqual([]);
  const numbers = [...all.matchAll(/S\d¶+[\d,–]*?,p\.(\d+)/g)].map(([, page]) => Number(page));
  expect(numbers.length).toBeGreaterThanOrEqual(cited.length);
  expect(numbers.every((page) => page > 3 && page <= pdf.pages.length)).toBe(true);
});

it("prints with every link within the pack the page to which it leads", () => {
  const inner = [...html.querySelectorAll("a.inner, .cited-in a")];
  expect(html.querySelectorAll("a.inner").length).toBeGreaterThan(3);
  expect(html.querySelectorAll(".cited-in a").length).toBeGreaterThan(100);
  const all = fold(pdf.pages.join(" "));
  for (const link of inner) {
    const page = pdf.links.find(({ name }) => name === link.getAttribute("href")?.slice(1))?.to;
    expect(all).toContain(`${fold(link.textContent ?? "")}(p.${page})`);
  }
});

it("has no internal link without a page, and one for every internal link of the document", () => {
  expect(pdf.links.filter(({ to }) => to < 1)).toEqual([]);
  const wanted = new Set(
    [...html.querySelectorAll('a[href^="#"]:not(.permalink)')].map((link) =>
      link.getAttribute("href")?.slice(1),
    ),
  );
  const found = new Set(pdf.links.map(({ name }) => name));
  expect([...wanted].filter((id) => id !== undefined && !found.has(id))).toEqual([]);
});

it("has a bookmark for every heading, in order, at its page", () => {
  const headings = [...html.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) =>
    fold(heading.textContent ?? ""),
  );
  expect(pdf.outline.map(({ title }) => fold(title))).toEqual(headings);
  for (const { title, page } of pdf.outline)
    expect(fold(pdf.pages[page - 1] ?? ""), title).toContain(fold(title));
});

it("prints the address of every link that leads outside", () => {
  const outside = [...html.querySelectorAll('a[href^="http"]')].map(
    (link) => link.getAttribute("href") ?? "",
  );
  expect(outside.length).toBeGreaterThan(0);
  const printed = fold(pdf.pages.join(" "));
  for (const address of outside) expect(printed).toContain(fold(address));
});

it("says who made it, what of and in which language, and is tagged", async () => {
  expect(pdf.info).toMatchObject({
    Title: "Article 5 and the guarantees offered to Ukraine",
    Author: "European security desk",
    Language: "en-GB",
    Subject: pack.pack?.manifest.subject,
  });
  const roles = new Set(pdf.roles.flat());
  for (const role of ["H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Link"]) expect(roles).toContain(role);
});

it("has a summary of one sheet beside it, with every judgement", async () => {
  const alone = await readPdf(join(built.folder, "summary.pdf"));
  expect(alone.pages.length).toBeLessThanOrEqual(2);
  const text = fold(alone.pages.join(""));
  const markdown = await readFile(join(REPOSITORY, "content/summary.md"), "utf8");
  // The first words of each, before any citation or abbreviation, whose form is the generator's.
  const openings = Array.from(
    markdown.matchAll(/^::: judgement .*\n((?:\S+ ){7})/gm),
    ([, words = ""]) => words,
  );
  expect(openings).toHaveLength(markdown.match(/^::: judgement/gm)?.length ?? 0);
  expect(openings.length).toBeGreaterThan(3);
  for (const words of openings) expect(text).toContain(fold(words));
});

it("tells in print and on its page what it was made from and by what", async () => {
  const { name, version } = JSON.parse(await readFile(join(REPOSITORY, "package.json"), "utf8"));
  const about = parseHTML(await readFile(join(built.folder, "about.html"), "utf8")).document;
  const page = about.querySelector("main")?.textContent ?? "";
  const part = pdf.pages.slice(pageOfPart("About this pack") - 1).join("");
  for (const text of [page, part].map(fold)) {
    expect(text).toContain(pack.pack?.fingerprint ?? "a pack without problems");
    expect(text).toContain(fold(`Made with ${name} ${version}.`));
  }
});

it("repeats the head of a table that runs over a page", () => {
  const first = pageOfPart("The guarantees compared");
  const pages = pdf.pages
    .slice(first - 1)
    .filter(
      (text) =>
        text.includes("Versailles treaty in the Senate") &&
        text.includes("Budapest Memorandum") &&
        text.includes("Question"),
    );
  expect(pages.length).toBeGreaterThanOrEqual(2);
});

/**
 * The words of the flow: running heads and feet away, and page numbers, which follow where a page breaks, with the room that the
 * stock tool leaves behind them.
 */
function wordsOf(pages: readonly string[]): string[] {
  return pages.flatMap((page) =>
    page
      .replace(/^.*?\d+ of \d+ TLP:CLEAR/, "")
      .replace(/, p\. \d+(?: (?=[\];,]))?/g, ", p.")
      .replace(/\(p\. \d+\)/g, "(p.)")
      .split(" ")
      .filter((word) => word !== ""),
  );
}

it("comes to as many pages and to the same text with pagedjs-cli's own Printer", async () => {
  const path = join(built.folder, "reference.pdf");
  await printReference(built.folder, "print/index.html", path);
  const [own, stock] = [pdf, await readPdf(path)];
  expect(stock.pages.length).toBe(own.pages.length);
  // The contents are compared apart: their lines end with page numbers.
  expect(own.pages[1]?.replace(/\d+/g, "")).toBe(stock.pages[1]?.replace(/\d+/g, ""));
  const changes = diffArrays(wordsOf(stock.pages.toSpliced(1, 1)), wordsOf(own.pages.toSpliced(1, 1)));
  expect(changes.filter(({ removed }) => removed)).toEqual([]);
  // The stock tool does not repeat the head of a table that runs over a page; nothing else may be more than it prints.
  const added = changes.filter((change) => change.added).map(({ value }) => value.join(" "));
  const heads = [...html.querySelectorAll("thead")].map((head) => fold(head.textContent ?? ""));
  expect(added.length).toBeGreaterThan(0);
  for (const words of added) expect(heads).toContain(fold(words));
});

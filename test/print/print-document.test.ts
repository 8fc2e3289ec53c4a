// A document of several pages, printed and opened again.
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PrintResult, printDocument } from "../../src/print/print-document.ts";
import { normaliseText } from "../../src/print/proof/normalise-text.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { listStructure } from "./ua/list-structure.ts";

const folder = new URL("../fixtures/print/good", import.meta.url).pathname;
const HEADINGS = [
  ["A good briefing", 0],
  ["Origins of the pledge", 1],
  ["Detail of origins of the pledge", 2],
  ["Practice since 1949", 1],
  ["Detail of practice since 1949", 2],
  ["The series in figures", 1],
  ["Outlook", 1],
  ["Detail of outlook", 2],
] as const;

let out: string;
let result: PrintResult;
let pdf: ReadPdf;
const progress: { stage: string; pages: number }[] = [];
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "print-"));
  result = await printDocument({
    folder,
    document: "index.html",
    output: join(out, "new", "good.pdf"),
    browser: "bundled",
    cache: join(out, "cache"),
    metadata: { date: new Date("2026-03-04T05:06:07Z") },
    onProgress: (step) => progress.push(step),
  });
  pdf = await readPdf(join(out, "new", "good.pdf"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

/** A page without its running head and its number. */
function withoutMargins(text: string, index: number): string {
  const section = pdf.outline.findLast(({ page, depth }) => depth === 1 && page <= index + 1)?.title ?? "";
  return text.replace(`Page ${index + 1} of ${result.pages}`, "").replace(section, "");
}

describe("printDocument", () => {
  it("tells of its stages and its pages, and leaves only the PDF and its proof", async () => {
    expect([...new Set(progress.map(({ stage }) => stage))]).toEqual(["browser", "pages", "print", "finish"]);
    const counts = progress.filter(({ stage }) => stage === "pages").map(({ pages }) => pages);
    // A part may be laid out again when it is known how many digits the page numbers in it have.
    expect(counts.slice(0, result.pages)).toEqual(
      Array.from({ length: result.pages }, (_, index) => index + 1),
    );
    expect(counts.at(-1)).toBe(result.pages);
    expect(result.pages).toBe(pdf.pages.length);
    expect(await readdir(join(out, "new"))).toEqual(["good.pdf", "good.proof.json"]);
  });

  it("tells in its proof of a browser without a sandbox, and why", async () => {
    const output = join(out, "free.pdf");
    const free = await printDocument({
      folder,
      document: "index.html",
      output,
      browser: "bundled",
      sandbox: "off",
    });
    expect(free.proof.browser).toMatchObject({ sandbox: "off", reason: "it was turned off" });
    expect(JSON.parse(await readFile(join(out, "free.proof.json"), "utf8"))).toEqual(free.proof);
  });

  it("holds every block of the source, whole", () => {
    const html = readFileSync(join(folder, "index.html"), "utf8");
    const body = html.slice(html.indexOf("<body>"));
    const plain = (text: string) => normaliseText(text).replaceAll(/[-‐‑]/g, "");
    const text = plain(pdf.pages.map(withoutMargins).join(""));
    const blocks = [...body.matchAll(/<(p|td|th|li|h\d|caption)\b[^>]*>([^<]+)/g)].map(
      ([, , block]) => block ?? "",
    );
    expect(blocks.length).toBeGreaterThan(200);
    expect(blocks.filter((block) => !text.includes(plain(block)))).toEqual([]);
  });

  it("gives the contents the page numbers that a viewer shows", () => {
    const contents = pdf.pages[0] ?? "";
    for (const [title, depth] of HEADINGS.filter(([, level]) => level === 1)) {
      const { page } =
        pdf.outline.find((bookmark) => bookmark.title === title && bookmark.depth === depth) ?? {};
      expect(contents).toContain(`${title} ${page}`);
      expect(pdf.pages[(page ?? 0) - 1]).toContain(title);
    }
  });

  it("has the headings as its outline, each once, leading to its page", () => {
    expect(pdf.outline.map(({ title, depth }) => [title, depth])).toEqual(HEADINGS);
    const ids = [
      "top",
      "origins",
      "origins-detail",
      "practice",
      "practice-detail",
      "table",
      "outlook",
      "outlook-detail",
    ];
    expect(pdf.outline.map(({ page }) => page)).toEqual(ids.map((id) => result.pageOfId[id]));
  });

  it("links inside the document", () => {
    expect(new Set(pdf.links.map(({ name }) => name))).toEqual(
      new Set(["origins", "practice", "table", "outlook"]),
    );
    for (const { name, to } of pdf.links) expect(to).toBe(result.pageOfId[name]);
  });

  it("heads each page with its section and foots it with its number", () => {
    pdf.pages.forEach((text, index) => {
      expect(text).toContain(`Page ${index + 1} of ${result.pages}`);
      const section = pdf.outline.findLast(({ page, depth }) => depth === 1 && page <= index + 1);
      if (section) expect(text).toContain(section.title);
    });
  });

  it("repeats the head of a table on each page it runs on to, and names it once to assistive technology", async () => {
    const first = result.pageOfId.table ?? 0;
    const last = (result.pageOfId.outlook ?? 0) - 1;
    expect(last - first).toBeGreaterThanOrEqual(2);
    for (let page = first; page <= last; page += 1)
      expect(pdf.pages[page - 1]).toContain("Head A Head B Head C");
    const structure = await listStructure(await readFile(join(out, "new", "good.pdf")));
    expect(structure.match(/^\s*Table$/gm)).toHaveLength(1);
    expect(structure.match(/^\s*TR$/gm)).toHaveLength(71);
  });

  it("keeps running heads and page numbers out of the structure", () => {
    const last = pdf.roles.at(-1) ?? [];
    expect(last).not.toContain("H2");
    expect(pdf.roles.flat().filter((role) => role === "H2")).toHaveLength(4);
  });

  it("says what it is", () => {
    expect(pdf.info).toMatchObject({
      Title: "A good briefing",
      Author: "The Desk",
      Subject: "Five pages that must print without loss",
      Keywords: "allies, guarantees",
      Language: "en-GB",
      CreationDate: "D:20260304050607Z",
      ModDate: "D:20260304050607Z",
    });
    expect(pdf.info.Producer).toMatch(/^briefing-pack \d/);
  });
});

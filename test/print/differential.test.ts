// The reference: pagedjs-cli prints the same documents, and must come to the same pages with the same text in the same places.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { type Reference, startReference } from "./print-reference.ts";
import { findMoved, readLayout } from "./read-layout.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";

/** Each document with the least number of pages at which it still shows what it is for. */
const DOCUMENTS: Readonly<Record<string, number>> = {
  good: 7,
  "all-at-once": 11,
  breaks: 11,
  "counted-pages": 8,
  counters: 8,
  "footnote-marks": 6,
  "footnote-resets": 6,
  footnotes: 5,
  "head-breaks": 6,
  "inner-links": 12,
  languages: 7,
  "left-hand-parts": 9,
  "list-parts": 7,
  lists: 7,
  "long-contents": 8,
  "loose-ends": 6,
  margins: 8,
  marks: 5,
  "named-pages": 10,
  "nested-parts": 8,
  "numbered-paragraphs": 6,
  "overridden-breaks": 7,
  "page-counts": 7,
  "page-references": 13,
  "page-sides": 8,
  "part-at-once": 5,
  pictures: 8,
  "placed-boxes": 5,
  "right-hand-parts": 9,
  "running-elements": 6,
  "running-heads": 7,
  "script-made": 7,
  selectors: 7,
  styles: 8,
  "table-parts": 5,
  tables: 8,
  "text-references": 5,
  "without-parts": 5,
};

const FIXTURES = new URL("../fixtures/print/", import.meta.url);

let folder: string;
let reference: Reference;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "differential-"));
  await cp(new URL("differential", FIXTURES), folder, { recursive: true });
  await cp(new URL("good/print.css", FIXTURES), join(folder, "print.css"));
  // The reference does not repeat table heads: the table is left out.
  const html = await readFile(new URL("good/index.html", FIXTURES), "utf8");
  await writeFile(join(folder, "good.html"), html.replace(/<table>.*<\/table>/s, ""));
  reference = await startReference();
});
afterAll(async () => {
  await reference?.end();
  await rm(folder, { recursive: true, force: true });
});

describe("a document printed by this engine and by pagedjs-cli", () => {
  it.each(Object.entries(DOCUMENTS))("%s: has the same pages", async (name, leastPages) => {
    const [ownPath, referencePath] = [join(folder, `${name}.own.pdf`), join(folder, `${name}.pdf`)];
    await Promise.all([
      printDocument({ folder, document: `${name}.html`, output: ownPath, browser: "bundled" }),
      reference.print(folder, `${name}.html`, referencePath),
    ]);
    const [own, expected] = [await readPdf(ownPath), await readPdf(referencePath)];
    expect(expected.pages.length).toBeGreaterThanOrEqual(leastPages);
    expect(own.pages).toEqual(expected.pages);
    const [ownLinks, links] = [listLinks(own), listLinks(expected)];
    expect(ownLinks.map(({ name: link }) => link)).toEqual(links.map(({ name: link }) => link));
    expect(farthest(ownLinks, links)).toBeLessThan(1);
    expect(findMoved(await readLayout(referencePath), await readLayout(ownPath))).toEqual([]);
  });
});

/** A link, with all of its areas that touch taken together. */
interface WholeLink {
  readonly name: string;
  readonly area: readonly [left: number, bottom: number, right: number, top: number];
}

/**
 * Where links lead and where they are, in the order of their names; what Paged.js names at random, the notes, goes by one name. The
 * reference gives first letters an area of their own where a block goes on from the page before: those that touch are one.
 */
function listLinks({ links }: ReadPdf): readonly WholeLink[] {
  const whole: WholeLink[] = [];
  for (const { from, to, name, area } of links) {
    const [left = 0, bottom = 0, right = 0, top = 0] = area;
    const named = `${from} to ${to}, ${name.replace(/^note-.*/, "a note")}`;
    const last = whole.at(-1);
    const touches = last?.name === named && last.area[1] === bottom && Math.abs(last.area[2] - left) < 1;
    if (touches) whole.pop();
    whole.push({ name: named, area: [touches ? last.area[0] : left, bottom, right, top] });
  }
  return whole.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** Left, right and height of an area: the reference counts its top from that of a sheet of Letter paper, whatever the page is. */
function shapeOf([left, bottom, right, top]: WholeLink["area"]): readonly number[] {
  return [left, right, top - bottom];
}

/** The greatest distance between the areas of links and the nearest of the same name among others, each taken once, in points. */
function farthest(links: readonly WholeLink[], others: readonly WholeLink[]): number {
  const left = [...others];
  const distances = links.map(({ name, area }) => {
    const near = left
      .filter((other) => other.name === name)
      .map((other) => ({
        other,
        by: Math.max(
          ...shapeOf(area).map((side, place) => Math.abs(side - (shapeOf(other.area)[place] ?? 0))),
        ),
      }))
      .sort((a, b) => a.by - b.by)[0];
    if (near) left.splice(left.indexOf(near.other), 1);
    return near?.by ?? Number.POSITIVE_INFINITY;
  });
  return Math.max(0, ...distances);
}

it("leaves out no document of the folder", async () => {
  const files = await readdir(new URL("differential", FIXTURES));
  const names = files.filter((file) => file.endsWith(".html")).map((file) => basename(file, ".html"));
  expect(["good", ...names].sort()).toEqual(Object.keys(DOCUMENTS).sort());
});

it("tells of text that stands elsewhere, in another size or not at all", () => {
  const placed = (left: number, size = 9) => ({ text: "Words", left, top: 40, size });
  const pages = [[placed(30)], [placed(30), placed(60)], [placed(30)], [placed(30)]];
  const others = [[placed(30.2)], [placed(30), placed(58)], [placed(30, 8)], []];
  expect(findMoved(pages, others)).toEqual([
    "page 2: “Words” at 60.0, 40.0 (9.0 pt), then “Words” at 58.0, 40.0 (9.0 pt)",
    "page 3: “Words” at 30.0, 40.0 (9.0 pt), then “Words” at 30.0, 40.0 (8.0 pt)",
    "page 4: 1 pieces of text, then 0",
  ]);
});

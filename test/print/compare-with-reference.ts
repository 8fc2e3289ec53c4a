// Prints documents with this engine and with pagedjs-cli, and compares what they come to.
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import type { Reference } from "./print-reference.ts";
import { findMoved, readLayout } from "./read-layout.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { expectAccessible } from "./ua/expect-accessible.ts";

/** Each document with the least number of pages at which it still shows what it is for. */
export const COMPARED: Readonly<Record<string, number>> = {
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

/** Where the documents are; `good` lies with others. */
export const COMPARED_FOLDER = new URL("../fixtures/print/differential", import.meta.url);

/** Puts the documents into a folder of a test's own. */
export async function copyCompared(folder: string): Promise<void> {
  const good = new URL("../good/", `${COMPARED_FOLDER.href}/`);
  await cp(COMPARED_FOLDER, folder, { recursive: true });
  await cp(new URL("print.css", good), join(folder, "print.css"));
  // The reference does not repeat table heads: the table is left out.
  const html = await readFile(new URL("index.html", good), "utf8");
  await writeFile(join(folder, "good.html"), html.replace(/<table>.*<\/table>/s, ""));
}

/** Expects of both engines the same pages, with the same text and links in the same places; of this one, pages that all can read. */
export async function expectSame(folder: string, reference: Reference, name: string): Promise<void> {
  const [ownPath, referencePath] = [join(folder, `${name}.own.pdf`), join(folder, `${name}.pdf`)];
  await Promise.all([
    printDocument({ folder, document: `${name}.html`, output: ownPath, browser: "bundled" }),
    reference.print(folder, `${name}.html`, referencePath),
  ]);
  const [own, expected] = [await readPdf(ownPath), await readPdf(referencePath)];
  expect(expected.pages.length).toBeGreaterThanOrEqual(COMPARED[name] ?? Number.POSITIVE_INFINITY);
  expect(own.pages).toEqual(expected.pages);
  const [ownLinks, links] = [listLinks(own), listLinks(expected)];
  expect(ownLinks.map(({ name: link }) => link)).toEqual(links.map(({ name: link }) => link));
  expect(farthest(ownLinks, links)).toBeLessThan(1);
  expect(findMoved(await readLayout(referencePath), await readLayout(ownPath))).toEqual([]);
  await expectAccessible(join(folder, `${name}.html`), ownPath);
}

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

// Bookmarks: the headings in their nesting, each linked to those around it.
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import type { HeadingFacts } from "../../../../src/print/pdf/facts.ts";
import { createPdfFile } from "../../../../src/print/pdf/write/pdf-file.ts";
import { writeOutline } from "../../../../src/print/pdf/write/write-outline.ts";
import { openSample, writeSample } from "./write-sample.ts";

function heading(level: number, text: string, y = 0): HeadingFacts {
  return { mark: "", level, text, place: { page: 0, x: 0, y } };
}

const get = (dict: PDFDict, key: string) => dict.get(PDFName.of(key));
const numberOf = (dict: PDFDict) => dict.lookupMaybe(PDFName.of("Count"), PDFNumber)?.asNumber();

/** The bookmarks below one, as `Title +2 (…)`; fails where a link back does not agree with the way forth. */
function show(document: PDFDocument, parent: PDFRef): string {
  const { context } = document;
  const dict = context.lookup(parent, PDFDict);
  const shown: string[] = [];
  let before: PDFRef | undefined;
  let ref = get(dict, "First");
  while (ref instanceof PDFRef) {
    const bookmark = context.lookup(ref, PDFDict);
    expect(get(bookmark, "Parent")).toBe(parent);
    expect(get(bookmark, "Prev")).toBe(before);
    const count = numberOf(bookmark);
    const title = bookmark.lookup(PDFName.of("Title"), PDFHexString).decodeText();
    const place = String(get(bookmark, "Dest")).replace(/\s+/g, " ");
    const inner = count === undefined ? "" : ` ${count > 0 ? "+" : ""}${count} (${show(document, ref)})`;
    shown.push(`${title} ${place}${inner}`);
    before = ref;
    ref = get(bookmark, "Next");
  }
  expect(get(dict, "Last")).toBe(before);
  return shown.join(", ");
}

/** How many bookmarks are shown at first, and all of them. */
async function outline(...headings: readonly HeadingFacts[]) {
  const bytes = writeSample((file) => ({
    catalog: `/Outlines ${writeOutline(file, headings, ({ y }) => `[${y}]`)} 0 R`,
  }));
  const document = await openSample(bytes);
  const root = document.catalog.get(PDFName.of("Outlines"));
  if (!(root instanceof PDFRef)) throw new Error("There is no outline");
  return { count: numberOf(document.context.lookup(root, PDFDict)), shown: show(document, root) };
}

it("opens the one title of a document, and what is under it is closed", async () => {
  const { count, shown } = await outline(
    heading(1, "Title", 1),
    heading(2, "A", 2),
    heading(3, "Aa", 3),
    heading(3, "Ab", 4),
    heading(2, "B", 5),
  );
  expect(shown).toBe("Title [ 1 ] +2 (A [ 2 ] -2 (Aa [ 3 ], Ab [ 4 ]), B [ 5 ])");
  expect(count).toBe(3);
});

it("closes all where there are several titles", async () => {
  const { count, shown } = await outline(heading(1, "A"), heading(2, "Aa"), heading(1, "B"));
  expect(shown).toBe("A [ 0 ] -1 (Aa [ 0 ]), B [ 0 ]");
  expect(count).toBe(2);
});

it("nests by what stands above, whatever levels are left out", async () => {
  const { shown } = await outline(heading(3, "Deep"), heading(1, "A"), heading(4, "Aa"), heading(2, "Ab"));
  expect(shown).toBe("Deep [ 0 ], A [ 0 ] -2 (Aa [ 0 ], Ab [ 0 ])");
});

it("keeps letters of every script, and brackets", async () => {
  expect((await outline(heading(1, "Київ (Kyiv) \\ 𝔸"))).shown).toBe("Київ (Kyiv) \\ 𝔸 [ 0 ]");
});

it("is none where there are no headings", () => {
  expect(writeOutline(createPdfFile(), [], () => "")).toBeUndefined();
});

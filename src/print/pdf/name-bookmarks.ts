// Gives the bookmarks of a PDF the text of their headings: the browser joins the lines of a long one without a blank.
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { normaliseText } from "../proof/normalise-text.ts";

/**
 * Names the bookmarks in place. A bookmark takes the next heading that begins with its text; one that matches none
 * keeps its own.
 * @param headings the text of each heading, in the order of the document
 */
export function nameBookmarks(pdf: PDFDocument, headings: readonly string[]): void {
  const keys = headings.map(normaliseText);
  let next = 0;
  for (const bookmark of listBookmarks(pdf.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict))) {
    const title = bookmark.lookup(PDFName.of("Title"));
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue;
    const key = normaliseText(title.decodeText());
    const found = keys.findIndex((heading, index) => index >= next && heading.startsWith(key));
    const heading = headings[found];
    if (heading === undefined) continue;
    bookmark.set(PDFName.of("Title"), PDFHexString.fromText(heading));
    next = found + 1;
  }
}

/** The entries below one, in reading order. */
function* listBookmarks(parent: PDFDict | undefined): Generator<PDFDict> {
  const [first, next] = [PDFName.of("First"), PDFName.of("Next")];
  let entry = parent?.lookupMaybe(first, PDFDict);
  while (entry) {
    yield entry;
    yield* listBookmarks(entry);
    entry = entry.lookupMaybe(next, PDFDict);
  }
}

// Reads the text of a PDF back, page by page; hides the library that does it.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a page of a PDF says. */
export interface PdfPageText {
  /** The text of the page in the order it is painted. */
  readonly text: string;
  /** How many glyphs are the font's sign for “no such character”: a reader sees nothing, or a box. */
  readonly missingGlyphs: number;
}

/** A font's glyph 0 (`.notdef`) stands for no character; the library reads it as this one. */
const NOTDEF = "\u0000";

/** The text of each page. The PDF is one that the browser made: its text is in fonts that map back to characters. */
export async function readPdfText(pdf: Uint8Array): Promise<readonly PdfPageText[]> {
  // The library takes possession of the bytes it is given.
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const document = await loading.promise;
    const pages: PdfPageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const text = items.map((item) => ("str" in item ? item.str : "")).join("");
      pages.push({
        text: text.replaceAll(NOTDEF, ""),
        missingGlyphs: text.split(NOTDEF).length - 1,
      });
      page.cleanup();
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

// Whether a printed file is whole: it can be read, and holds what the document holds.
import { normaliseText } from "../../../src/print/proof/normalise-text.ts";
import { readPdf } from "../../print/read-pdf.ts";

/** The text of each page of a PDF. */
export async function readTexts(path: string): Promise<readonly string[]> {
  return (await readPdf(path)).pages;
}

/** Every way in which pages fall short of a document; none if they are whole. */
export function findMissing(pages: readonly string[], openings: readonly string[]): readonly string[] {
  const text = normaliseText(pages.join(" "));
  const missing = openings.filter((opening) => !text.includes(normaliseText(opening)));
  return missing.length === 0 ? [] : [`${missing.length} paragraphs are missing, first: ${missing[0]}`];
}

/** Every way in which the pages of two prints of one document differ; the first page that does is named. */
export function findDifference(own: readonly string[], stock: readonly string[]): readonly string[] {
  if (own.length !== stock.length) return [`${own.length} pages, but ${stock.length} by pagedjs-cli`];
  const page = own.findIndex((text, index) => normaliseText(text) !== normaliseText(stock[index] ?? ""));
  return page === -1 ? [] : [`page ${page + 1} has other text than by pagedjs-cli`];
}

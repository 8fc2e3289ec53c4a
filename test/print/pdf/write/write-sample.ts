// A file of one page to which a test adds what it is about, opened with another library.
import { PDFDocument } from "@cantoo/pdf-lib";
import { createPdfFile, type PdfFile } from "../../../../src/print/pdf/write/pdf-file.ts";

/** Writes the sample. `add` returns more entries for the catalog and, for the trailer, what stands beside its root. */
export function writeSample(
  add: (file: PdfFile, page: number) => { readonly catalog?: string; readonly trailer?: string } = () => ({}),
): Uint8Array {
  const file = createPdfFile();
  const [catalog, tree, page] = [file.reserve(), file.reserve(), file.reserve()];
  const { catalog: entries = "", trailer = "" } = add(file, page);
  const content = file.addStream("", new TextEncoder().encode("0 0 1 1 re f"));
  file.set(page, `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 200 100]/Contents ${content} 0 R>>`);
  file.set(tree, `<</Type/Pages/Count 1/Kids[${page} 0 R]>>`);
  file.set(catalog, `<</Type/Catalog/Pages ${tree} 0 R${entries}>>`);
  return file.finish(`/Root ${catalog} 0 R${trailer}`);
}

/** Opens a file as it is written: nothing in it is changed, and nothing wrong in it is passed over. */
export function openSample(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
}

// Reads a PDF into what the rules look at.
import { ParseSpeeds, PDFDict, PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import { type DocumentContent, type Page, readContent } from "./read-content.ts";
import { itemsAt } from "./read-objects.ts";
import { readStructure, type StructElement, type Structure } from "./read-structure.ts";

/** A PDF, read. */
export interface UaDocument {
  readonly bytes: Uint8Array;
  readonly pdf: PDFDocument;
  readonly catalog: PDFDict;
  readonly info: PDFDict | undefined;
  readonly pages: readonly Page[];
  readonly pageNumbers: ReadonlyMap<string, number>;
  readonly content: DocumentContent;
  /** Undefined where the document is not tagged at all. */
  readonly structure: Structure | undefined;
  /** All elements in reading order. */
  readonly elements: readonly StructElement[];
  readonly annotations: readonly Annotation[];
}

/** An annotation of a page. */
export interface Annotation {
  readonly page: Page;
  /** The object it is; empty for a direct one. */
  readonly key: string;
  readonly dict: PDFDict;
}

/**
 * Reads a PDF.
 * @throws Error of the library if it is no PDF, or encrypted.
 */
export async function readDocument(bytes: Uint8Array): Promise<UaDocument> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const pages = pdf
    .getPages()
    .map(({ ref, node }, index): Page => ({ number: index + 1, key: ref.toString(), dict: node }));
  const structure = readStructure(pdf.catalog);
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info);
  return {
    bytes,
    pdf,
    catalog: pdf.catalog,
    info: info instanceof PDFDict ? info : undefined,
    pages,
    pageNumbers: new Map(pages.map(({ key, number }) => [key, number])),
    content: readContent(pages),
    structure,
    elements: structure?.elements ?? [],
    annotations: pages.flatMap(readAnnotations),
  };
}

function readAnnotations(page: Page): readonly Annotation[] {
  return itemsAt(page.dict, "Annots").flatMap((raw) => {
    const dict = page.dict.context.lookup(raw);
    return dict instanceof PDFDict ? [{ page, dict, key: raw instanceof PDFRef ? raw.toString() : "" }] : [];
  });
}

/** The page that an element is on, as far as its own entry or its first content says. */
export function pageOf(element: StructElement, { pageNumbers }: UaDocument): { readonly page?: number } {
  const find = (inner: StructElement): number | undefined => {
    for (const kid of inner.kids) {
      const page = kid.kind === "element" ? find(kid) : pageNumbers.get(kid.page);
      if (page !== undefined) return page;
    }
    return undefined;
  };
  const page = find(element);
  return page === undefined ? {} : { page };
}

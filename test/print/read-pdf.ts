// Opens a PDF again for the tests: text and structure of each page, outline, links and metadata.
import { readFile } from "node:fs/promises";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** One entry of the outline, with the page it leads to (counted from 1) and its depth from 0. */
interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly depth: number;
}

/** What a test may ask of a PDF. */
export interface ReadPdf {
  /** The text of each page, as words parted by single blanks. */
  readonly pages: readonly string[];
  readonly outline: readonly Bookmark[];
  /** Links inside the document: from page, to page; the area is left, bottom, right, top. */
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly name: string;
    readonly area: readonly number[];
  }[];
  readonly info: Readonly<Record<string, unknown>>;
  /** Roles of the structure of each page, in order. */
  readonly roles: readonly (readonly string[])[];
}

type OutlineItem = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];
type StructNode = { role?: string; children?: StructNode[] };

/** Reads a PDF file. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    verbosity: 0,
    useSystemFonts: false,
  });
  const pdf = await loading.promise;
  try {
    const pageOf = async (dest: string | unknown[] | null): Promise<number> => {
      const explicit = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
      return explicit ? (await pdf.getPageIndex(explicit[0])) + 1 : 0;
    };
    const flatten = async (items: readonly OutlineItem[], depth: number): Promise<Bookmark[]> => {
      const rows: Bookmark[] = [];
      for (const { title, dest, items: inner } of items) {
        rows.push({ title, page: await pageOf(dest), depth }, ...(await flatten(inner, depth + 1)));
      }
      return rows;
    };
    const [pages, links, roles]: [string[], ReadPdf["links"][number][], string[][]] = [[], [], []];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""))
          .join("")
          .replace(/\s+/g, " "),
      );
      for (const { dest, rect } of (await page.getAnnotations()).filter(
        ({ subtype }) => subtype === "Link",
      )) {
        if (dest) links.push({ from: number, to: await pageOf(dest), name: String(dest), area: rect });
      }
      roles.push(listRoles((await page.getStructTree()) as StructNode | null));
    }
    const { info } = await pdf.getMetadata();
    return {
      pages,
      links,
      roles,
      outline: await flatten((await pdf.getOutline()) ?? [], 0),
      info: { ...info },
    };
  } finally {
    await loading.destroy();
  }
}

function listRoles(node: StructNode | null): string[] {
  if (!node) return [];
  const inner = (node.children ?? []).flatMap(listRoles);
  return node.role && node.role !== "NonStruct" ? [node.role, ...inner] : inner;
}

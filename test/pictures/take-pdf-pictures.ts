// Draws pages of a PDF without a browser and without a program of the system's, so that they come out the same everywhere.
import { readFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Picture } from "./palette-png.ts";

/** A page to draw. */
export interface PdfShot {
  /** What its file is called, without an extension: of the part that begins on the page. */
  readonly name: string;
  /** Counted from 1. */
  readonly page: number;
}

/** A PDF that is open. */
export interface OpenPdf {
  /** The cover, and the page on which each part begins, but of one source only. */
  readonly shots: readonly PdfShot[];
  /** Draws a page. @param scale pixels to a point; 1 where left out */
  draw(shot: Pick<PdfShot, "page">, scale?: number): Promise<Picture>;
}

/** Opens a PDF, lends it out and closes it. @param skip titles of parts that need no picture */
export async function withPdf<T>(
  path: string,
  skip: readonly string[],
  use: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  const data = new Uint8Array(await readFile(path));
  // Glyphs are drawn from their outlines in the file; no font of the machine takes part.
  const loading = getDocument({ data, verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const pdf = await loading.promise;
  try {
    return await use({
      shots: await listShots(pdf, skip),
      draw: ({ page }, scale = 1) => drawPage(pdf, page, scale),
    });
  } finally {
    await loading.destroy();
  }
}

async function listShots(pdf: PDFDocumentProxy, skip: readonly string[]): Promise<PdfShot[]> {
  const shots: PdfShot[] = [{ name: "pdf-cover", page: 1 }];
  for (const { title, dest } of await pdf.getOutline()) {
    const place = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
    if (!place || skip.includes(title)) continue;
    const page = (await pdf.getPageIndex(place[0])) + 1;
    const words = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    if (page > 1) shots.push({ name: `pdf-${words}`, page });
  }
  return shots;
}

async function drawPage(pdf: PDFDocumentProxy, number: number, scale: number): Promise<Picture> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  await page.render({
    canvas: null,
    // The canvas is that of the web in all that is used of it.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  return { width, height, data: new Uint8Array(context.getImageData(0, 0, width, height).data) };
}

// Finishes the PDF that the browser prints: what it says about itself and how a viewer shows it.
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { nameBookmarks } from "./name-bookmarks.ts";
import type { PdfMetadata } from "./pdf-metadata.ts";

/** What the finishing steps need to know. */
export interface FinishOptions {
  readonly metadata: PdfMetadata;
  /** The text of each heading of the document, in order. */
  readonly headings: readonly string[];
  /** Name and version of this program. */
  readonly program: string;
}

type Step = (pdf: PDFDocument, options: FinishOptions) => void;

/** The steps, in the order they are taken. Pages are never copied to another file: that would drop their tags. */
const STEPS: readonly (readonly [name: string, step: Step])[] = [
  ["describe", describe],
  ["date", date],
  ["sign", sign],
  ["name the bookmarks", (pdf, { headings }) => nameBookmarks(pdf, headings)],
  ["show the title", showTitle],
];

/** A finished PDF. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
}

/** Takes every step on a PDF and returns the new one. */
export async function finishPdf(printed: Uint8Array, options: FinishOptions): Promise<FinishedPdf> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  for (const [, step] of STEPS) step(pdf, options);
  const sizes = pdf.getPages().map((page) => [page.getWidth(), page.getHeight()] as const);
  return { bytes: await pdf.save({ updateFieldAppearances: false }), sizes };
}

function describe(pdf: PDFDocument, { metadata }: FinishOptions): void {
  if (metadata.title) pdf.setTitle(metadata.title);
  if (metadata.author) pdf.setAuthor(metadata.author);
  if (metadata.subject) pdf.setSubject(metadata.subject);
  if (metadata.keywords?.length) pdf.setKeywords([metadata.keywords.join(", ")]);
  if (metadata.language) pdf.setLanguage(metadata.language);
}

function date(pdf: PDFDocument, { metadata }: FinishOptions): void {
  if (!metadata.date) return;
  pdf.setCreationDate(metadata.date);
  pdf.setModificationDate(metadata.date);
}

function sign(pdf: PDFDocument, { program }: FinishOptions): void {
  pdf.setCreator(program);
  pdf.setProducer(program);
}

function showTitle(pdf: PDFDocument): void {
  const preferences = pdf.catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  pdf.catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

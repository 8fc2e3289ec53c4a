// Reads the content of a page: cuts its streams into operators, and finds what they show.
import type { PdfDict, PdfValue } from "../parse/pdf-value.ts";
import type { PrintedFile } from "../parse/printed-file.ts";
import { numberOfForm } from "./content-number.ts";
import type { ContentStream, FormContent, PageContent, ShownString } from "./page-content.ts";
import { readFont, type ShownFont } from "./read-font.ts";
import { readShown } from "./read-shown.ts";
import { scanOperators } from "./scan-operators.ts";

/** Reads fonts of a file, each once. */
export type FontReader = (resources: PdfDict, name: string) => ShownFont;

/** A reader of the fonts of a file. */
export function createFontReader(file: PrintedFile): FontReader {
  const byRef = new Map<number, ShownFont>();
  return (resources, name) => {
    const font = file.dict(resources["/Font"])[`/${name}`];
    if (typeof font !== "object" || font === null || !("ref" in font)) return readFont(file, font);
    const known = byRef.get(font.ref) ?? readFont(file, font);
    byRef.set(font.ref, known);
    return known;
  };
}

/** Reads the content of a page. @param index its number, from 0 */
export function readPageContent(
  file: PrintedFile,
  page: PdfDict,
  index: number,
  fonts: FontReader,
): PageContent {
  const text = file.array(page["/Contents"]).map((part) => readStream(file, part));
  const stream = readContentStream(file, text.join("\n"), file.dict(page["/Resources"]), 0);
  const shown: ShownString[] = [];
  readShown(stream, index, fonts, (string) => shown.push(string));
  return { stream, shown };
}

function readStream(file: PrintedFile, value: PdfValue): string {
  if (typeof value !== "object" || value === null || !("ref" in value)) return "";
  const bytes = file.unpack(file.object(value.ref));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function readContentStream(
  file: PrintedFile,
  text: string,
  resources: PdfDict,
  firstNumber: number,
): ContentStream {
  const forms = new Map<string, FormContent>();
  const operators = scanOperators(text);
  let marked = false;
  for (const { name, start, at } of operators) {
    if (name === "BDC") marked ||= MCID.test(text.slice(start, at));
    if (name !== "Do") continue;
    const key = text.slice(start + 1, at).trim();
    const form =
      forms.get(key) ??
      readForm(file, file.dict(resources["/XObject"])[`/${key}`], { resources, firstNumber });
    if (!form) continue;
    forms.set(key, form);
    marked ||= form.marked;
  }
  return { text, operators, resources, forms, firstNumber, marked };
}

/** A number that binds content to an element of the structure. */
export const MCID = /\/MCID\s+(\d+)/;

function readForm(
  file: PrintedFile,
  value: PdfValue | undefined,
  outer: Pick<ContentStream, "resources" | "firstNumber">,
): FormContent | undefined {
  if (typeof value !== "object" || value === null || !("ref" in value)) return undefined;
  const dict = file.dict(value);
  if (dict["/Subtype"] !== "/Form") return undefined;
  const resources = dict["/Resources"] ? file.dict(dict["/Resources"]) : outer.resources;
  // Chromium 147 numbers the marks of forms with those of the page, 156 apart.
  const firstNumber = "/StructParents" in dict ? numberOfForm(value.ref) : outer.firstNumber;
  return { ...readContentStream(file, readStream(file, value), resources, firstNumber), ref: value.ref };
}

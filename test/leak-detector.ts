// Looks for long runs of words of full texts, as a reader of any form of a file would see them.
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { parseHTML } from "linkedom";

/** Short attributed quotation ends here, in words. */
const LONGEST = 40;

/** The words of a text in lower case, letters and digits only; passage numbers between them are none. */
export function wordsOf(text: string): string[] {
  const words = text
    .replace(/¶+\d+(?:[–,]\s?\d+)*/gu, " ")
    .normalize("NFKC")
    .toLowerCase();
  return words.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every run of 41 words of a full text; a passage that is the text of a law or treaty interrupts it. */
export function runsOf(passages: readonly string[], official: ReadonlySet<number> = new Set()): Set<string> {
  const runs = new Set<string>();
  let words: string[] = [];
  const take = (): void => {
    for (const run of cutRuns(words)) runs.add(run);
    words = [];
  };
  for (const [index, passage] of passages.entries()) {
    if (official.has(index + 1)) take();
    else words.push(...wordsOf(passage));
  }
  take();
  return runs;
}

function cutRuns(words: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - LONGEST) }, (_, at) =>
    words.slice(at, at + LONGEST + 1).join(" "),
  );
}

/** The runs that a file repeats. */
export function findLeaks(readings: readonly string[], runs: ReadonlySet<string>): Set<string> {
  return new Set(readings.flatMap((text) => cutRuns(wordsOf(text)).filter((run) => runs.has(run))));
}

/** A text file as it stands, and, where it is HTML, as it reads without its tags. */
export function readText(path: string, text: string): string[] {
  if (!path.endsWith(".html")) return [text];
  return [text, parseHTML(text).document.documentElement?.textContent ?? ""];
}

/** Everything a PDF says beside its pages: each string of each object, and each stream of metadata or attachments. */
export async function readPdfObjects(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const found: string[] = [];
  const read = (object: unknown): void => {
    if (object instanceof PDFString || object instanceof PDFHexString) found.push(object.decodeText());
    else if (object instanceof PDFDict) for (const [, value] of object.entries()) read(value);
    else if (object instanceof PDFStream) {
      read(object.dict);
      const type = object.dict.get(PDFName.of("Type"));
      const isFile = type === PDFName.of("Metadata") || type === PDFName.of("EmbeddedFile");
      if (isFile && object instanceof PDFRawStream) found.push(new TextDecoder().decode(object.contents));
    } else if (object !== null && typeof object === "object" && "asArray" in object) {
      for (const value of (object as { asArray(): unknown[] }).asArray()) read(value);
    }
  };
  for (const [, object] of pdf.context.enumerateIndirectObjects()) read(object);
  return found;
}

/** Whether a PDF holds an attached file. */
export async function hasAttachments(bytes: Uint8Array): Promise<boolean> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context.enumerateIndirectObjects().some(([, object]) => {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return false;
    const type = dict.get(PDFName.of("Type"));
    return type === PDFName.of("EmbeddedFile") || type === PDFName.of("Filespec");
  });
}

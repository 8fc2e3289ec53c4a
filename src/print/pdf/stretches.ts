// Interim: one stretch only.
import { type PdfPageText, readPdfText } from "../proof/pdf-text.ts";
import type { DocumentFacts, StretchFacts } from "./facts.ts";
import { finishPdf } from "./finish-pdf.ts";

export interface Fragment {
  readonly bytes: Uint8Array;
  readonly pageTexts: readonly PdfPageText[];
}
export async function readStretch(pdf: Uint8Array, _facts: StretchFacts): Promise<Fragment> {
  return { bytes: pdf, pageTexts: await readPdfText(pdf) };
}
export async function joinStretches(fragments: readonly Fragment[], document: DocumentFacts) {
  const [first] = fragments;
  if (!first) throw new Error("nothing to join");
  return finishPdf(first.bytes, {
    metadata: document.metadata,
    headings: document.headings.map(({ text }) => text),
    program: document.program,
  });
}

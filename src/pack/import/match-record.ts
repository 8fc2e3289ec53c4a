// Finds the record of a supplied document by its fingerprint.
import { hashPassages, type Receipts } from "../../evidence/receipts/receipts.ts";
import type { SourcePart } from "../../model/pack.ts";
import { applyOmissions } from "./apply-omissions.ts";
import type { SuppliedDocument } from "./supplied-document.ts";

/**
 * The source whose record or receipt bears the document's fingerprint: that of its bytes, or, for the same text in another
 * encoding, that of its passages once the record's omissions are taken out.
 */
export function matchRecord(
  documentHash: string,
  document: SuppliedDocument,
  sources: readonly SourcePart[],
  receipts: Receipts | undefined,
): SourcePart | undefined {
  const receiptOf = (source: SourcePart) => receipts?.sources.find(({ id }) => id === source.id);
  const byBytes = sources.find(
    (source) => source.document === documentHash || receiptOf(source)?.document === documentHash,
  );
  if (byBytes !== undefined) return byBytes;
  return sources.find((source) => {
    const expected = receiptOf(source)?.text;
    if (expected === undefined) return false;
    const { passages, faults } = applyOmissions(document.paragraphs, source.omissions);
    if (faults.some(({ lines }) => lines.length === 0)) return false;
    return hashPassages(passages.map(({ text }) => text)) === expected;
  });
}

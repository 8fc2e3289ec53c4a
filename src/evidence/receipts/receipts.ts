// Receipts: what `evidence.lock.json` says of sources and of quotations that were found in them.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Problem } from "../../errors.ts";
import type { FullText } from "../../model/full-text.ts";
import type { SourcePart } from "../../model/pack.ts";
import { passagesIn } from "../../model/passages.ts";
import type { QuotationUse } from "../gate/quotation-uses.ts";
import type { QuotationSite, Verdict } from "../gate/verdict.ts";
import { splitAtMarks } from "../matching/editors-marks.ts";
import { foldText, wordsOf } from "../words/fold-text.ts";
import { hashOmissions } from "./check-omissions.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 digest");

const sourceReceipt = z.strictObject({
  /** The source's id. */
  id: z.string(),
  /** SHA-256 of the bytes of the document as supplied. */
  document: digest,
  /** SHA-256 of the normalised passages. */
  text: digest,
  /** The number of passages. */
  passages: z.int().positive(),
  /** The number of words, official text left out. */
  words: z.int().nonnegative(),
  /** The number of paragraphs that omissions took out of the document. */
  omitted: z.int().nonnegative(),
  /** SHA-256 of the first and last words of these omissions. */
  omissions: digest,
});

const quotationReceipt = z.strictObject({
  /** SHA-256 of the normalised words with their editors' marks. */
  hash: digest,
  /** The source in which they were found. */
  source: z.string(),
  /** The first passage. */
  from: z.int().positive(),
  /** The last passage. */
  to: z.int().positive(),
  /** Whether the source itself quotes the words. */
  spoken: z.boolean(),
  /** The codes of what the comparison warned of, where it did. */
  warnings: z.array(z.string()).optional(),
});

/** The schema of `evidence.lock.json`. */
export const receiptsSchema = z.strictObject({
  /** The version of this form. */
  version: z.literal(2),
  /** Sorted by id. */
  sources: z.array(sourceReceipt),
  /** Sorted by source, passage and hash. */
  quotations: z.array(quotationReceipt),
});

/** The receipts of a pack. */
export type Receipts = z.infer<typeof receiptsSchema>;

/** The hash by which a quotation is known: of its folded words, with what an editor put in and the marks of it. */
export function hashQuotation(quotation: string): string {
  const marked = splitAtMarks(foldText(quotation.replace(/[,.;:]\s*$/u, "")))
    .map((piece) => {
      if (piece.kind === "words") return piece.text;
      if (piece.kind === "elision") return " … ";
      if (piece.kind === "capital") return `[${piece.letter}]`;
      return piece.joined ? `[${piece.text}]` : ` [${piece.text}] `;
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  return createHash("sha256").update(marked, "utf8").digest("hex");
}

/** The fingerprint of a text's passages: the same for every copy that says the same. */
export function hashPassages(passages: readonly string[]): string {
  return createHash("sha256").update(passages.map(foldText).join("\n"), "utf8").digest("hex");
}

/** The words of a full text without its official text. */
export function countWords(source: SourcePart, { passages }: FullText): number {
  const official = new Set(source.officialText.flatMap((text) => passagesIn(text.passages)));
  return passages.reduce(
    (sum, text, index) => (official.has(index + 1) ? sum : sum + wordsOf(text).length),
    0,
  );
}

/** Makes the receipts of everything that was verified: new ones from comparison, and earlier ones that still hold. */
export function makeReceipts(
  sources: readonly SourcePart[],
  held: readonly { readonly source: SourcePart; readonly fullText: FullText }[],
  verdicts: readonly Verdict[],
  before: Receipts | undefined,
): Receipts {
  const heldIds = new Set(held.map(({ source }) => source.id));
  const known = new Set(sources.map(({ id }) => id));
  const kept = (before?.sources ?? []).filter(({ id }) => known.has(id) && !heldIds.has(id));
  const fresh = held.map(({ source, fullText }) => ({
    id: source.id,
    document: documentOf(source, fullText, before),
    text: fullText.fingerprint.text,
    passages: fullText.passages.length,
    words: countWords(source, fullText),
    omitted: fullText.omissions.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
    omissions: hashOmissions(fullText.omissions),
  }));
  const quotations = verdicts.flatMap(({ use, site, problems }) =>
    site === undefined ? [] : [receiptOf(use, site, problems)],
  );
  const unique = new Map(
    quotations.map((receipt) => [`${receipt.source} ${receipt.from} ${receipt.to} ${receipt.hash}`, receipt]),
  );
  return {
    version: 2,
    sources: [...kept, ...fresh].sort((left, right) => compare(left.id, right.id)),
    quotations: [...unique.values()].sort(
      (left, right) =>
        compare(left.source, right.source) ||
        left.from - right.from ||
        left.to - right.to ||
        compare(left.hash, right.hash),
    ),
  };
}

/** A copy of the same text in another encoding stands for the document that the record names. */
function documentOf(source: SourcePart, { fingerprint }: FullText, before: Receipts | undefined): string {
  return isSameText(source, fingerprint, before)
    ? (source.document ?? fingerprint.document)
    : fingerprint.document;
}

/** Whether a full text is another copy of what a source's receipt was made from. */
export function isSameText(
  source: SourcePart,
  fingerprint: FullText["fingerprint"],
  receipts: Receipts | undefined,
): boolean {
  const receipt = receipts?.sources.find(({ id }) => id === source.id);
  return receipt?.text === fingerprint.text && receipt.document === source.document;
}

function receiptOf(
  use: QuotationUse,
  { source, from, to, spoken }: QuotationSite,
  problems: readonly Problem[],
): Receipts["quotations"][number] {
  const warnings = [...new Set(problems.filter(isWarning).map(({ code }) => code))].sort();
  const receipt = { hash: hashQuotation(use.quotation.text), source: source.id, from, to, spoken };
  return warnings.length === 0 ? receipt : { ...receipt, warnings };
}

function isWarning({ severity }: Problem): boolean {
  return severity === "warning";
}

/** Receipts as the file holds them: sorted, one entry a line, so that a change is a line in a diff. */
export function formatReceipts({ version, sources, quotations }: Receipts): string {
  const lines = (entries: readonly object[]): string =>
    entries.length === 0
      ? "[]"
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  return `{\n  "version": ${version},\n  "sources": ${lines(sources)},\n  "quotations": ${lines(quotations)}\n}\n`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

// Verifies an assembled pack with the receipts and full texts that lie beside it.
import { contentProblem, type Problem } from "../errors.ts";
import { type GateResult, runGate } from "../evidence/gate/gate.ts";
import { formatReceipts, type Receipts, receiptsSchema } from "../evidence/receipts/receipts.ts";
import { measureCoverage } from "../evidence/support/coverage.ts";
import { type EvidenceFiles, RECEIPTS_FILE, vaultFile } from "../files/evidence-files.ts";
import type { Manifest } from "../model/manifest.ts";
import { type PackEvidence, type Part, sourcesOf, type VerifiedQuotation } from "../model/pack.ts";
import { parseVaultFile } from "./vault/vault-file.ts";

/** The outcome of verification. */
export interface Verification {
  readonly evidence: PackEvidence;
  readonly problems: readonly Problem[];
  /** The text of the receipts as it ought to be. */
  readonly receipts: string;
  /** Whether the receipts on disk say the same. */
  readonly current: boolean;
  /** The receipts on disk. */
  readonly before: Receipts | undefined;
}

/** Verifies all quotations, fingerprints and limits. */
export function verifyPack(
  parts: readonly Part[],
  limits: Manifest["quotationLimits"],
  files: EvidenceFiles,
  { complete }: { readonly complete: boolean },
): Verification {
  const vault = [...files.vault].map(([file, text]) => readVaultFile(file, text, parts, complete));
  const fullTexts = vault.flatMap(({ fullText }) => fullText ?? []);
  const { receipts, problems: broken } = readReceipts(files.receipts);
  const result = runGate({ parts, fullTexts, receipts, limits });
  const text = formatReceipts(result.receipts);
  const problems = [
    ...files.problems,
    ...vault.flatMap((one) => one.problems),
    ...broken,
    ...result.problems,
  ];
  return {
    evidence: {
      quotations: listVerified(result),
      sources: describeSources(parts, result),
      fullTexts: new Map(fullTexts.map((fullText) => [fullText.sourceId, fullText])),
    },
    problems,
    receipts: text,
    current: fullTexts.length === 0 || text === files.receipts,
    before: receipts,
  };
}

/**
 * Reads a full text; one that is not where its source's full text belongs is a problem, so that each source has one at most. Where
 * not every record could be read, a source that is not known may be that of another.
 */
function readVaultFile(
  file: string,
  text: string,
  parts: readonly Part[],
  complete: boolean,
): ReturnType<typeof parseVaultFile> {
  const parsed = parseVaultFile(file, text);
  const id = parsed.provenance?.source;
  if (id === undefined) return parsed;
  const place = { file, line: 1, column: 1 };
  const known = parts.some((part) => part.kind === "source" && part.id === id);
  const message = known
    ? `this file says that it is the full text of ${id}, which stands in ${vaultFile(id)}`
    : `this file says that it is the full text of ${id}, which is no source of the pack`;
  if (known && file === vaultFile(id)) return parsed;
  if (!known && !complete) return { ...parsed, fullText: undefined };
  const problem = contentProblem(
    "vault-file-misplaced",
    place,
    message,
    "Delete the file; “briefing import FILE” writes it where it belongs.",
  );
  return { ...parsed, fullText: undefined, problems: [...parsed.problems, problem] };
}

/** The problem of receipts that comparison has overtaken. */
export function outdatedReceipts(): Problem {
  return {
    code: "receipts-out-of-date",
    kind: "evidence",
    severity: "error",
    place: { file: RECEIPTS_FILE, line: 1, column: 1 },
    message: "the receipts are not those of the pack as it stands",
    fix: "Run “briefing check --update” and commit the file, so that those without the documents can verify the pack.",
  };
}

function readReceipts(text: string | undefined): {
  receipts: Receipts | undefined;
  problems: readonly Problem[];
} {
  if (text === undefined) return { receipts: undefined, problems: [] };
  const broken = (message: string): { receipts: undefined; problems: readonly Problem[] } => {
    const fix =
      "Restore the file, or delete it and run “briefing check --update” with the documents imported.";
    return {
      receipts: undefined,
      problems: [
        contentProblem("broken-receipts", { file: RECEIPTS_FILE, line: 1, column: 1 }, message, fix),
      ],
    };
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken(`the receipts are not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = receiptsSchema.safeParse(value);
  if (parsed.success) return { receipts: parsed.data, problems: [] };
  const issue = parsed.error.issues[0];
  return broken(`the receipts are damaged at ${issue?.path.join(".") || "the top"}: ${issue?.message ?? ""}`);
}

function listVerified({ verdicts }: GateResult): VerifiedQuotation[] {
  return verdicts.flatMap(({ use, state, site }) => {
    if (site === undefined || (state !== "comparison" && state !== "receipt")) return [];
    const { quotation, part, pinpoints } = use;
    return [
      {
        text: quotation.text,
        state,
        partId: part.id,
        elementId: quotation.citation?.blockId,
        sourceId: site.source.id,
        from: site.from,
        to: site.to,
        speaker: pinpoints.find(({ source }) => source.id === site.source.id)?.speaker,
        official: site.official,
      },
    ];
  });
}

function describeSources(parts: readonly Part[], { shares, receipts }: GateResult): PackEvidence["sources"] {
  return sourcesOf(parts).map((source) => {
    const share = shares.find(({ sourceId }) => sourceId === source.id);
    const receipt = receipts.sources.find(({ id }) => id === source.id);
    return {
      sourceId: source.id,
      fingerprint: receipt === undefined ? undefined : { document: receipt.document, text: receipt.text },
      covered: measureCoverage(source).covered.length,
      passages: source.passages,
      quoted:
        share === undefined ? undefined : { words: share.words, quoted: share.quoted, limit: share.limit },
    };
  });
}

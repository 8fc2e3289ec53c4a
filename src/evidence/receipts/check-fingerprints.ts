// Full texts, receipts and records must speak of the same document.
import type { Problem } from "../../errors.ts";
import type { FullText } from "../../model/full-text.ts";
import type { SourcePart } from "../../model/pack.ts";
import { checkAppliedOmissions, checkOmissionsByReceipt, hashOmissions } from "./check-omissions.ts";
import { hashPassages, isSameText, type Receipts } from "./receipts.ts";

/** Problems of a full text that is not the document of its record, or was altered in the vault. */
export function checkFullText(
  source: SourcePart,
  fullText: FullText,
  receipts: Receipts | undefined,
): readonly Problem[] {
  const { fingerprint, passages } = fullText;
  const again = "Import the document again with “briefing import FILE”.";
  const problems: Problem[] = [];
  if (hashPassages(passages) !== fingerprint.text) {
    problems.push(
      problem(
        source,
        "vault-altered",
        `the full text of ${source.id} in the vault was altered after its import`,
        again,
      ),
    );
  }
  const another = source.document !== undefined && source.document !== fingerprint.document;
  if (another && !isSameText(source, fingerprint, receipts)) {
    const message = `the full text of ${source.id} in the vault is of another document than the record names`;
    problems.push(
      problem(source, "source-changed", message, `${again} Or correct \`document\` in the record.`),
    );
  }
  if (isRewritten(source, fullText, receipts)) {
    const message = `the full text of ${source.id} in the vault is not the one that its receipt was made from, though both name the same document and omissions`;
    const fix = `${again} If this text is the right one, delete the line of ${source.id} under \`sources\` in evidence.lock.json and run “briefing check --update”.`;
    problems.push(problem(source, "source-changed", message, fix));
  }
  problems.push(...checkAppliedOmissions(source, fullText));
  if (passages.length !== source.passages) {
    const message = `the record of ${source.id} counts ${source.passages} passages, and its full text has ${passages.length}`;
    const fix = "Correct `passages` and the passages cited, or the omissions, and import the document again.";
    problems.push(problem(source, "passages-differ", message, fix));
  }
  return problems;
}

/** Whether the same document, with the same omissions, has come to another text than it had at the last comparison. */
function isRewritten(
  source: SourcePart,
  { fingerprint, omissions }: FullText,
  receipts: Receipts | undefined,
): boolean {
  const receipt = receipts?.sources.find(({ id }) => id === source.id);
  return (
    receipt !== undefined &&
    receipt.document === fingerprint.document &&
    receipt.omissions === hashOmissions(omissions) &&
    receipt.text !== fingerprint.text
  );
}

/** Problems of receipts that are of another document than a source's record, for sources whose full text is not at hand. */
export function checkSourceReceipt(source: SourcePart, receipts: Receipts | undefined): readonly Problem[] {
  const receipt = receipts?.sources.find(({ id }) => id === source.id);
  const fix = "Import the document and run “briefing check --update”.";
  if (receipt === undefined) {
    return [
      problem(
        source,
        "source-without-receipt",
        `${source.id} has neither a full text in the vault nor a receipt`,
        fix,
      ),
    ];
  }
  const problems: Problem[] = [];
  if (source.document !== undefined && receipt.document !== source.document) {
    const message = `the receipts of ${source.id} are of another document than the record names`;
    problems.push(problem(source, "receipt-of-another-document", message, fix));
  }
  if (receipt.passages !== source.passages) {
    const message = `the record of ${source.id} counts ${source.passages} passages, and its receipt ${receipt.passages}`;
    problems.push(problem(source, "passages-differ", message, fix));
  }
  problems.push(...checkOmissionsByReceipt(source, receipt));
  return problems;
}

function problem(source: SourcePart, code: string, message: string, fix: string): Problem {
  return { code, kind: "evidence", severity: "error", place: source.place, message, fix };
}

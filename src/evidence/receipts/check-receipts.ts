// The quotation gate without a full text: each quotation against the receipt of its last comparison.
import type { Problem } from "../../errors.ts";
import { formatPassages, type PassageRange } from "../../model/passages.ts";
import { askForSpeaker } from "../gate/compare-quotations.ts";
import { isOfficial, type Pinpoint, type QuotationUse } from "../gate/quotation-uses.ts";
import { quotationProblem, showQuotation, type Verdict } from "../gate/verdict.ts";
import { hashQuotation, type Receipts } from "./receipts.ts";

/** Looks a quotation up in the receipts. */
export function checkReceipt(use: QuotationUse, receipts: Receipts | undefined): Verdict {
  const hash = hashQuotation(use.quotation.text);
  const known = (receipts?.quotations ?? []).filter((receipt) => receipt.hash === hash);
  for (const pinpoint of use.pinpoints) {
    const { source } = pinpoint;
    // A quotation may join passages that are cited one by one.
    const passages = use.pinpoints.filter((other) => other.source.id === source.id).flatMap(rangesOf);
    const receipt = known.find(
      (candidate) =>
        candidate.source === source.id &&
        [candidate.from, candidate.to].every((passage) =>
          passages.some(({ from, to }) => from <= passage && passage <= to),
        ),
    );
    if (receipt === undefined) continue;
    const { from, to, spoken, warnings = [] } = receipt;
    const site = { source, from, to, official: isOfficial(source, from, to), spoken };
    const problems = [
      ...askForSpeaker(use, pinpoint, spoken, site.official),
      ...warnings.map((code) => repeatWarning(use, code)),
    ];
    return { use, state: "receipt", site, problems };
  }
  return { use, state: "failed", site: undefined, problems: [explain(use, known)] };
}

function rangesOf({ passages }: Pinpoint): readonly PassageRange[] {
  return passages;
}

/** What a comparison warned of holds as long as its receipt does; only the document shows why. */
function repeatWarning(use: QuotationUse, code: string): Problem {
  const message = `${showQuotation(use)} was found in its document, with this warning`;
  const fix = "Import the document and run “briefing check” to read why; then quote more fully, or leave it.";
  return quotationProblem(use, code, message, fix, "warning");
}

function explain(use: QuotationUse, known: Receipts["quotations"]): Problem {
  const cited = use.pinpoints
    .map(({ source, passages }) => `${source.id} ${formatPassages(passages)}`)
    .join(" or ");
  const elsewhere = known[0];
  if (elsewhere !== undefined) {
    const found = `${elsewhere.source} ${formatPassages([elsewhere])}`;
    const message = `${showQuotation(use)} is cited from ${cited}; its receipt says ${found}`;
    return quotationProblem(use, "wrong-pinpoint", message, `Cite ${found}.`);
  }
  const message = `${showQuotation(use)} has no receipt for ${cited}: it is new, or was edited since it was last compared`;
  const fix =
    "Restore its words; or import the document and run “briefing check --update”, which compares it.";
  return quotationProblem(use, "quotation-without-receipt", message, fix);
}

// What the quotation gate found of a quotation.
import type { Problem } from "../../errors.ts";
import type { SourcePart } from "../../model/pack.ts";
import type { QuotationUse } from "./quotation-uses.ts";

/** Where a quotation was found. */
export interface QuotationSite {
  readonly source: SourcePart;
  /** The first and the last passage. */
  readonly from: number;
  readonly to: number;
  /** Whether it is the text of a law or treaty. */
  readonly official: boolean;
  /** Whether the source itself puts the words between quotation marks. */
  readonly spoken: boolean;
}

/** A quotation and its state. `unverified` is one that lacks a citation, which another check reports. */
export interface Verdict {
  readonly use: QuotationUse;
  readonly state: "comparison" | "receipt" | "failed" | "unverified";
  readonly site: QuotationSite | undefined;
  readonly problems: readonly Problem[];
}

/** Makes a problem of a quotation. */
export function quotationProblem(
  use: QuotationUse,
  code: string,
  message: string,
  fix: string,
  severity: Problem["severity"] = "error",
): Problem {
  return { code, kind: "evidence", severity, place: use.quotation.place, message, fix };
}

/** A quotation as a problem shows it, cut where it is long. */
export function showQuotation(use: QuotationUse): string {
  const { text } = use.quotation;
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

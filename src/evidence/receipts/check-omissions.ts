// Every line of a supplied document is a passage or a declared omission: what was left out of a full text is what its record declares.
import { createHash } from "node:crypto";
import type { Problem } from "../../errors.ts";
import type { AppliedOmission, FullText } from "../../model/full-text.ts";
import type { SourcePart } from "../../model/pack.ts";
import { foldText } from "../words/fold-text.ts";

type Phrases = Pick<AppliedOmission, "starts" | "ends">;

/** The hash by which the omissions of a source are known, whatever their order. */
export function hashOmissions(omissions: readonly Phrases[]): string {
  return createHash("sha256").update(omissions.map(nameOf).sort().join("\n"), "utf8").digest("hex");
}

function nameOf({ starts, ends }: Phrases): string {
  return `${foldText(starts)} … ${foldText(ends)}`;
}

/** Compares the omissions of a record with those that were applied when its document was imported. */
export function checkAppliedOmissions(source: SourcePart, { omissions }: FullText): readonly Problem[] {
  const declared = new Set(source.omissions.map(nameOf));
  const applied = new Set(omissions.map(nameOf));
  const again = "Import the document again with “briefing import FILE”.";
  return [
    ...omissions
      .filter((omission) => !declared.has(nameOf(omission)))
      .map(({ starts, ends, paragraphs }) =>
        problem(
          source,
          "omission-undeclared",
          `${paragraphs === 1 ? "1 paragraph" : `${paragraphs} paragraphs`} of ${source.id}, from “${starts}” to “${ends}”, ${paragraphs === 1 ? "is" : "are"} neither passages nor a declared omission`,
          `Declare the omission in the record again. Or take the paragraphs in as passages: ${again.charAt(0).toLowerCase()}${again.slice(1)}`,
        ),
      ),
    ...source.omissions
      .filter((omission) => !applied.has(nameOf(omission)))
      .map(({ what }) =>
        problem(
          source,
          "omission-not-applied",
          `the omission “${what}” of ${source.id} was declared after its document was imported`,
          again,
        ),
      ),
  ];
}

/** Compares the omissions of a record with those of its receipt, where the full text is not at hand. */
export function checkOmissionsByReceipt(
  source: SourcePart,
  receipt: { readonly omissions: string; readonly omitted: number },
): readonly Problem[] {
  if (hashOmissions(source.omissions) === receipt.omissions) return [];
  const { omitted } = receipt;
  return [
    problem(
      source,
      "omissions-changed",
      `the omissions of ${source.id} are not those of its receipt, by which ${omitted === 1 ? "1 paragraph is" : `${omitted} paragraphs are`} left out of the document`,
      "Restore them; or import the document and run “briefing check --update”.",
    ),
  ];
}

function problem(source: SourcePart, code: string, message: string, fix: string): Problem {
  return { code, kind: "evidence", severity: "error", place: source.place, message, fix };
}

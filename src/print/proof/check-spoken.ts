// Proof that what a reader is to hear is told apart in the PDF from decoration.
import type { Problem } from "../../errors.ts";
import type { UntaggedText } from "../pdf/fragment.ts";
import { printProblem } from "../print-problem.ts";
import { quoteFrom } from "./normalise-text.ts";
import { placeOf } from "./place-of.ts";
import type { SourceText } from "./printed-text.ts";

/**
 * Generated texts that were not found among what their pages show: no screen reader would read them.
 * @param places where elements stand in their file, as far as it is known
 * @param before how many pages of the document come before those of the texts
 */
export function checkGenerated(
  texts: readonly UntaggedText[],
  places: SourceText["places"],
  before: number,
): readonly Problem[] {
  return texts.map(({ page, text, owners }) =>
    printProblem(
      "text-unspoken",
      `Text that styles add on page ${before + page + 1} is not to be found in the PDF as it was laid out, so no screen reader would read it: “${quoteFrom(text, 0)}”`,
      'Let it be painted whole and in its place (no clipping, no moving off the page), write it into the document, or say that it is decoration (content: "…" / "").',
      placeOf({ places }, owners.find((owner) => owner in places) ?? ""),
    ),
  );
}

/**
 * Blocks of the document that their pages show and the PDF tells nothing of.
 * @param places where elements stand in their file, as far as it is known
 * @param before how many pages of the document come before those of the texts
 */
export function checkSilent(
  texts: readonly UntaggedText[],
  places: SourceText["places"],
  before: number,
): readonly Problem[] {
  return texts.map(({ page, text, owners }) =>
    printProblem(
      "text-unspoken",
      `Text on page ${before + page + 1} is in the PDF as decoration only, so no screen reader would read it: “${quoteFrom(text, 0)}”`,
      "Look for styles that take the text apart (::first-letter, ::first-line) or paint it in place of text, and leave them out for this block.",
      placeOf({ places }, owners[0] ?? ""),
    ),
  );
}

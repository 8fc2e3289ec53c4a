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
  return texts.map((text) =>
    explain(text, places, before, {
      found: (page) =>
        `Text that styles add on page ${page} is not to be found in the PDF as it was laid out, so no screen reader would read it`,
      fix: 'Let it be painted whole and in its place (no clipping, no moving off the page), write it into the document, or say that it is decoration (content: "…" / "").',
    }),
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
  return texts.map((text) =>
    explain(text, places, before, {
      found: (page) =>
        `Text on page ${page} is in the PDF as decoration only, so no screen reader would read it`,
      fix: "Look for styles that take the text apart (::first-letter, ::first-line) or paint it in place of text, and leave them out for this block.",
    }),
  );
}

/** The problem of a text that nobody hears, at the nearest element whose place is known. */
function explain(
  { page, text, owners }: UntaggedText,
  places: SourceText["places"],
  before: number,
  { found, fix }: { readonly found: (page: number) => string; readonly fix: string },
): Problem {
  const nearest = owners.find((owner) => owner in places) ?? "";
  return printProblem(
    "text-unspoken",
    `${found(before + page + 1)}: “${quoteFrom(text, 0)}”`,
    fix,
    placeOf({ places }, nearest),
  );
}

// Proof that the PDF shows its text with fonts of its own, whose letters are drawn as on the pages.
import type { Problem } from "../../errors.ts";
import type { FragmentFont } from "../pdf/fragment.ts";
import { printProblem } from "../print-problem.ts";

/**
 * Fonts that are not in the file, and fonts of Type 3: their letters are small drawings, without what a printer needs to show them
 * well. Each is told of once.
 * @param before how many pages of the document come before those of the fonts
 */
export function checkFonts(fonts: readonly FragmentFont[], before = 0): readonly Problem[] {
  return fonts.flatMap(({ name, kind, embedded, page }) => {
    const called = name ? `The font ${name}` : "A font";
    if (!embedded) {
      return [
        printProblem(
          "font-not-embedded",
          `${called} on page ${before + page + 1} is not in the PDF, so that another reader may show other letters`,
          "Name a font that may be embedded, as a file beside the document (@font-face).",
        ),
      ];
    }
    if (kind !== "Type3") return [];
    return [
      printProblem(
        "font-drawn",
        `${called} on page ${before + page + 1} is drawn letter by letter (Type 3): it is a variable font, a bold or slanted face that the browser makes up, or one of pictures`,
        "Load a static file for each weight and style that is used, and set font-synthesis: none.",
      ),
    ];
  });
}

// Core rule: words between signs that only look like quotation marks would escape the check of quotations.
import type { MarkdownIt } from "markdown-it";
import { findUnknownMarks } from "../../model/quotation-marks.ts";
import { rejectSigns } from "../reject-signs.ts";

/** Adds the rule; it needs to know what stands within a quotation. */
export function unknownMarks(parser: MarkdownIt): void {
  parser.core.ruler.after("single_marks", "unknown_marks", (state) =>
    rejectSigns(state, findUnknownMarks, ({ sign }) => ({
      code: "unknown-quotation-mark",
      message: `${sign} is not known as a quotation mark, and words that it quotes are not checked`,
      fix: "Write “…” around quoted words, and leave the sign out where nothing is quoted.",
    })),
  );
}

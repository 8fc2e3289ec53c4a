// Core rule: words between single quotation marks would escape the check of quotations; they are a problem outside a quotation.
import type { MarkdownIt } from "markdown-it";
import { findSingleMarks } from "../../model/quotation-marks.ts";
import { rejectSigns } from "../reject-signs.ts";

/** Adds the rule; it needs to know what stands within a quotation. */
export function singleMarks(parser: MarkdownIt): void {
  parser.core.ruler.after("quotation", "single_marks", (state) =>
    rejectSigns(state, findSingleMarks, ({ shown }) => ({
      code: "single-quotation-marks",
      message: `${shown} … stands between single quotation marks, and such words are not checked`,
      fix: "Use double marks for quoted words, and none for others; an apostrophe is ’.",
    })),
  );
}

// Quoted words say where they stand.
import type { Problem } from "../../errors.ts";
import type { Part } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";

/**
 * Problems of quotations without a citation. In a précis block the passages of the block stand in for it; everywhere else a
 * quotation carries the next citation in its paragraph, list item or cell.
 */
export function checkUncitedQuotations(part: Part): readonly Problem[] {
  return proseOfPart(part)
    .flatMap(({ quotations }) => quotations)
    .filter(({ citation, precis }) => citation === undefined && precis === undefined)
    .map(({ text, place }): Problem => {
      const shown = text.length > 50 ? `${text.slice(0, 47)}…` : text;
      return {
        code: "quotation-without-citation",
        kind: "evidence",
        severity: "error",
        place,
        message: `the quotation “${shown}” has no citation after it`,
        fix: "Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      };
    });
}

// Proof that nothing is lost on the way to paper: all text of the source, once, in order, where it can be seen.
import type { Problem } from "../../errors.ts";
import { printProblem } from "../print-problem.ts";
import { checkControls } from "./check-controls.ts";
import { checkTexts } from "./check-texts.ts";
import { checkFigures, checkMargins, checkPlaces } from "./check-visibility.ts";
import { quoteFrom } from "./normalise-text.ts";
import { placeOf } from "./place-of.ts";
import type { PagedText, SourceText } from "./printed-text.ts";
import { gatherUnits, listUnits, type Unit } from "./printed-units.ts";

/** Every way in which the pages fall short of the source; none if the document is whole. */
export function checkCompleteness(source: SourceText, paged: PagedText): readonly Problem[] {
  const units = listUnits(source, new Set(paged.notes));
  const inFlow = gatherUnits(paged.texts.filter((text) => text.area !== "margin"));
  // What styles move into the margin (running elements) is repeated there.
  const inMargin = gatherUnits(paged.texts.filter((text) => text.area === "margin"));
  return [
    ...checkTexts(units, (ref) => inFlow.get(ref), inMargin),
    ...checkOrder(units, paged, source),
    ...checkPlaces(units, paged, inMargin),
    ...checkFigures(source, paged),
    ...checkMargins(paged),
    ...checkControls(source),
  ];
}

function checkOrder(units: readonly Unit[], paged: PagedText, source: SourceText): readonly Problem[] {
  const position = new Map(units.map((unit, index) => [unit.ref, index] as const));
  const seen = new Set<string>();
  let furthest = -1;
  for (const { unit, text, page, area, continued } of paged.texts) {
    const index = position.get(unit);
    if (area !== "flow" || index === undefined || seen.has(unit) || continued) continue;
    seen.add(unit);
    if (index < furthest) {
      return [
        printProblem(
          "text-moved",
          `Text on page ${page} is printed out of order: “${quoteFrom(text, 0)}”`,
          "Let the block stay in the flow of the text, without styles that move it to another page.",
          placeOf(source, unit),
        ),
      ];
    }
    furthest = index;
  }
  return [];
}

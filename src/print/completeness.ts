// Proof that nothing is lost on the way to paper: all text of the source, once, in order, where it can be seen.
import type { Problem } from "../errors.ts";
import { checkFigures, checkPlaces } from "./check-visibility.ts";
import { normaliseText, quoteFrom } from "./normalise-text.ts";
import { printProblem } from "./print-problem.ts";
import type { PagedText, SourceText } from "./printed-text.ts";
import { type Found, gatherUnits, isHeldBy, listUnits, type Unit } from "./printed-units.ts";

/** Every way in which the pages fall short of the source; none if the document is whole. */
export function checkCompleteness(source: SourceText, paged: PagedText): readonly Problem[] {
  const units = listUnits(source, new Set(paged.notes));
  const inFlow = gatherUnits(paged.texts.filter((text) => text.area !== "margin"));
  // What styles move into the margin (running elements) is repeated there.
  const inMargin = gatherUnits(paged.texts.filter((text) => text.area === "margin"));
  return [
    ...checkTexts(units, (ref) => inFlow.get(ref), inMargin),
    ...checkOrder(units, paged),
    ...checkPlaces(units, paged, inMargin),
    ...checkFigures(source, paged),
  ];
}

function checkTexts(
  units: readonly Unit[],
  findInFlow: (ref: string) => Found | undefined,
  inMargin: ReadonlyMap<string, Found>,
): readonly Problem[] {
  const problems: Problem[] = [];
  let lost: { unit: Unit; count: number; after: number } | undefined;
  let lastPage = 0;
  const closeGap = () => {
    if (lost) problems.push(explainLostBlocks(lost.unit, lost.count, lost.after));
    lost = undefined;
  };
  for (const unit of units) {
    const found = findInFlow(unit.ref);
    if (found) {
      closeGap();
      problems.push(...compareUnit(unit, found));
      lastPage = found.lastPage;
    } else if (!isHeldBy(inMargin.get(unit.ref), unit)) {
      lost = lost ? { ...lost, count: lost.count + 1 } : { unit, count: 1, after: lastPage };
    }
  }
  closeGap();
  return problems;
}

function compareUnit(unit: Unit, found: Found): readonly Problem[] {
  const [expected, actual] = [normaliseText(unit.text), normaliseText(found.text)];
  if (expected === actual) return [];
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same += 1;
  const where = `${unit.name} on ${pages(found)}`;
  if (same === expected.length || actual.length > expected.length) {
    return [
      printProblem(
        "text-repeated",
        `Text of ${where} is printed more than once, from “${quoteFrom(found.text, same)}”`,
        "Keep the block on one page (break-inside: avoid), or make it simpler: rows and columns that span are repeated.",
      ),
    ];
  }
  return [
    printProblem("text-lost", `Text of ${where} is lost from “${quoteFrom(unit.text, same)}”`, FIX_LOSS),
  ];
}

const FIX_LOSS =
  "Keep the block on one page (break-inside: avoid), or split it into simpler blocks that can be broken.";

function explainLostBlocks(first: Unit, count: number, after: number): Problem {
  const place = after === 0 ? "on the first page" : `after page ${after}`;
  const more = count > 1 ? `, and ${count - 1} more ${count === 2 ? "block" : "blocks"} after it` : "";
  return printProblem(
    "text-lost",
    `The text of ${first.name}, expected ${place === "on the first page" ? place : `on or ${place}`}, is lost: “${quoteFrom(first.text, 0)}”${more}`,
    FIX_LOSS,
  );
}

function checkOrder(units: readonly Unit[], paged: PagedText): readonly Problem[] {
  const position = new Map(units.map((unit, index) => [unit.ref, index] as const));
  const seen = new Set<string>();
  let furthest = -1;
  for (const { unit, text, page, area } of paged.texts) {
    const index = position.get(unit);
    if (area !== "flow" || index === undefined || seen.has(unit)) continue;
    seen.add(unit);
    if (index < furthest) {
      return [
        printProblem(
          "text-moved",
          `Text on page ${page} is printed out of order: “${quoteFrom(text, 0)}”`,
          "Let the block stay in the flow of the text, without styles that move it to another page.",
        ),
      ];
    }
    furthest = index;
  }
  return [];
}

function pages({ firstPage, lastPage }: Found): string {
  return firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage}–${lastPage}`;
}

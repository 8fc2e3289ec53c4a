// Proof that every text of the source is on the pages, whole and once.
import type { Problem } from "../../errors.ts";
import { printProblem } from "../print-problem.ts";
import { normaliseText, quoteFrom } from "./normalise-text.ts";
import { type Found, isHeldBy, type Unit } from "./printed-units.ts";

/** What is wrong with a unit, in a way that can be told of a run of units at once. */
type Fault = "lost" | "repeated";

/** Every unit of the source that the pages lack, hold in part or hold twice; the margin may hold it instead. */
export function checkTexts(
  units: readonly Unit[],
  findInFlow: (ref: string) => Found | undefined,
  inMargin: ReadonlyMap<string, Found>,
): readonly Problem[] {
  const problems: Problem[] = [];
  // Units in a row with the same fault have one cause: they are told as one.
  let run: { fault: Fault; first: Problem; count: number } | undefined;
  let lastPage = 0;
  const endRun = () => {
    if (run) problems.push(countMore(run.first, run.count - 1));
    run = undefined;
  };
  const add = (fault: Fault, explain: () => Problem) => {
    if (run?.fault !== fault) {
      endRun();
      run = { fault, first: explain(), count: 0 };
    }
    run.count += 1;
  };
  for (const unit of units) {
    const found = findInFlow(unit.ref);
    if (found) {
      const [expected, actual] = [normaliseText(unit.text), normaliseText(found.text)];
      if (isRepeated(expected, actual)) add("repeated", () => explainRepeated(unit, found, expected));
      else {
        endRun();
        if (expected !== actual) problems.push(explainLostText(unit, found, expected, actual));
      }
      lastPage = found.lastPage;
    } else if (!isHeldBy(inMargin.get(unit.ref), unit)) {
      add("lost", () => explainLostBlock(unit, lastPage));
    }
  }
  endRun();
  return problems;
}

/** Whether the whole text is there with more of it behind. */
function isRepeated(expected: string, actual: string): boolean {
  return actual !== expected && (actual.startsWith(expected) || actual.length > expected.length);
}

function explainRepeated(unit: Unit, found: Found, expected: string): Problem {
  return printProblem(
    "text-repeated",
    `Text of ${unit.name} on ${pages(found)} is printed more than once, from “${quoteFrom(found.text, countSame(expected, normaliseText(found.text)))}”`,
    "Keep the block on one page (break-inside: avoid), or make it simpler: rows and columns that span are repeated.",
    unit.place,
  );
}

function explainLostText(unit: Unit, found: Found, expected: string, actual: string): Problem {
  return printProblem(
    "text-lost",
    `Text of ${unit.name} on ${pages(found)} is lost from “${quoteFrom(unit.text, countSame(expected, actual))}”`,
    FIX_LOSS,
    unit.place,
  );
}

function countSame(expected: string, actual: string): number {
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same += 1;
  return same;
}

const FIX_LOSS =
  "Keep the block on one page (break-inside: avoid), or split it into simpler blocks that can be broken.";

function explainLostBlock(unit: Unit, after: number): Problem {
  const place = after === 0 ? "on the first page" : `on or after page ${after}`;
  return printProblem(
    "text-lost",
    `The text of ${unit.name}, expected ${place}, is lost: “${quoteFrom(unit.text, 0)}”`,
    FIX_LOSS,
    unit.place,
  );
}

function countMore(problem: Problem, more: number): Problem {
  if (more === 0) return problem;
  const message = problem.message.replace(/\.$/, "");
  return { ...problem, message: `${message}, and ${more} more ${more === 1 ? "block" : "blocks"} after it.` };
}

function pages({ firstPage, lastPage }: Found): string {
  return firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage}–${lastPage}`;
}

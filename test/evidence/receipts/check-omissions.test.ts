// What was left out of a document is what its record declares: with the full text, and by receipt.
import { expect, test } from "vitest";
import { runGate } from "../../../src/evidence/gate/gate.ts";
import type { AppliedOmission } from "../../../src/model/full-text.ts";
import type { Omission } from "../../../src/model/pack.ts";
import { harbourPack, tell } from "../gate-sample.ts";

const APPLIED: AppliedOmission = { starts: "Buy lamps", ends: "the price.", paragraphs: 3 };

/** The sample pack whose first record declares omissions and whose full text was made with some. */
function packWith(declared: readonly (typeof APPLIED)[], applied: readonly (typeof APPLIED)[]) {
  const plain = harbourPack("");
  const [source] = plain.parts;
  if (source?.kind !== "source") throw new Error("The sample begins with a source.");
  const omissions = declared.map(({ starts, ends }): Omission => {
    return { what: "Advertisement", reason: source.body, starts, ends };
  });
  const [first, ...others] = plain.fullTexts;
  if (first === undefined) throw new Error("The sample has full texts.");
  return {
    ...harbourPack("", { omissions }),
    fullTexts: [{ ...first, omissions: applied }, ...others],
  };
}

const problemsOf = (...args: Parameters<typeof packWith>) => runGate(packWith(...args)).problems.map(tell);

test("omissions that were applied as they are declared are no problem, whatever quotation marks they are written with", () => {
  expect(problemsOf([], [])).toEqual([]);
  expect(problemsOf([APPLIED], [APPLIED])).toEqual([]);
  expect(
    problemsOf([{ ...APPLIED, starts: "Buy “lamps”" }], [{ ...APPLIED, starts: 'Buy "lamps"' }]),
  ).toEqual([]);
});

test("an omission that is declared no more is named", () => {
  expect(problemsOf([], [APPLIED])).toMatchInlineSnapshot(`
    [
      "error omission-undeclared: 3 paragraphs of S1, from “Buy lamps” to “the price.”, are neither passages nor a declared omission → Declare the omission in the record again. Or take the paragraphs in as passages: import the document again with “briefing import FILE”.",
    ]
  `);
});

test("an omission that was declared after the import is named", () => {
  expect(problemsOf([APPLIED], [])).toMatchInlineSnapshot(`
    [
      "error omission-not-applied: the omission “Advertisement” of S1 was declared after its document was imported → Import the document again with “briefing import FILE”.",
    ]
  `);
});

test("without the full text the receipt tells that the omissions were changed", () => {
  const { receipts } = runGate(packWith([APPLIED], [APPLIED]));
  expect(receipts.sources[0]).toMatchObject({ omitted: 3 });
  const byReceipt = (declared: readonly AppliedOmission[]) =>
    runGate({ ...packWith(declared, []), fullTexts: [], receipts }).problems.map(tell);
  expect(byReceipt([APPLIED])).toEqual([]);
  expect(byReceipt([])).toMatchInlineSnapshot(`
    [
      "error omissions-changed: the omissions of S1 are not those of its receipt, by which 3 paragraphs are left out of the document → Restore them; or import the document and run “briefing check --update”.",
    ]
  `);
  expect(byReceipt([{ ...APPLIED, ends: "the prices." }])).toHaveLength(1);
});

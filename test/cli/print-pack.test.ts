// When a build warns of a cover summary that is too long to be read in haste.
import { expect, it } from "vitest";
import { findLongSummary, type PackPdf } from "../../src/cli/print-pack.ts";
import { FAKE_PACK, fakePrint } from "./fake-io.ts";

/** The whole pack, in which the summary begins on page 3 and the first source after it, and the summary alone. */
function makePdfs(pagesOfSummary: number, pagesAlone: number): readonly PackPdf[] {
  const whole = fakePrint({ pages: 9, pageOfId: { summary: 3, s1: 3 + pagesOfSummary } });
  const alone = fakePrint({ pages: pagesAlone, pageOfId: { summary: 1 } });
  return [
    { address: "briefing.pdf", name: "pack.pdf", result: whole },
    { address: "summary.pdf", name: "pack-summary.pdf", result: alone },
  ];
}

it.each([
  [1, 1, []],
  [1, 2, []],
  [2, 2, ["summary-over-one-page"]],
  [1, 3, ["summary-pdf-over-two-pages"]],
  [3, 4, ["summary-over-one-page", "summary-pdf-over-two-pages"]],
])("of %i pages in the pack and %i alone: %j", (inPack, alone, codes) => {
  const found = findLongSummary(FAKE_PACK, makePdfs(inPack, alone));
  expect(found.map(({ code }) => code)).toEqual(codes);
  for (const problem of found) {
    expect(problem).toMatchObject({
      severity: "warning",
      place: { file: "summary.md" },
      message: expect.stringContaining(`${problem.code === "summary-over-one-page" ? inPack : alone} pages`),
    });
  }
});

it("warns of nothing where there is no summary, or nothing was printed", () => {
  const parts = FAKE_PACK.parts.filter(({ kind }) => kind !== "summary");
  expect(findLongSummary({ ...FAKE_PACK, parts }, makePdfs(3, 4))).toEqual([]);
  expect(findLongSummary(FAKE_PACK, [])).toEqual([]);
});

// What a pack amounts to.
import { expect, test } from "vitest";
import { countFigures, formatFigures, type PackFigures } from "../../src/cli/figures.ts";
import { loadPack } from "../../src/pack/load.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { FAKE_PACK } from "./fake-io.ts";

test("figures count what the parts hold", () => {
  expect(countFigures(FAKE_PACK)).toEqual({
    sources: 1,
    appendices: 0,
    passages: 12,
    judgements: 0,
    citations: 0,
    images: 0,
    quotations: { all: 0, byComparison: 0, byReceipt: 0 },
    bySource: [{ id: "S1", passages: 12, covered: 11, words: null, quoted: null, limit: null }],
  });
});

test("figures count what was verified, and how", async () => {
  const { pack } = await loadPack(packFolder("good"));
  if (pack === undefined) throw new Error("The good pack has errors.");
  expect(countFigures(pack)).toMatchObject({
    sources: 2,
    passages: 7,
    judgements: 2,
    images: 1,
    quotations: { all: 7, byComparison: 0, byReceipt: 7 },
    bySource: [
      { id: "S1", passages: 4, covered: 4, words: 49, quoted: 7, limit: 60 },
      { id: "S2", passages: 3, covered: 3, words: 29, quoted: 5, limit: 60 },
    ],
  });
});

test("figures read as a table, in singular and plural", () => {
  const one: PackFigures = {
    sources: 1,
    appendices: 1,
    passages: 1,
    judgements: 1,
    citations: 1,
    images: 1,
    quotations: { all: 1, byComparison: 1, byReceipt: 0 },
    bySource: [{ id: "S1", passages: 1, covered: 1, words: 9, quoted: 4, limit: 60 }],
  };
  expect(formatFigures(one)).toMatchInlineSnapshot(`
    "1 source with 1 passage, 1 appendix, 1 key judgement, 1 citation, 1 image
    1 quotation: 1 verified by comparison, 0 by receipt
      S1  1 of 1 passage covered, 4 of 9 words quoted, 60 allowed"
  `);
  const many: PackFigures = {
    sources: 2,
    appendices: 2,
    passages: 40,
    judgements: 6,
    citations: 80,
    images: 0,
    quotations: { all: 9, byComparison: 4, byReceipt: 5 },
    bySource: [
      { id: "S1", passages: 12, covered: 11, words: 800, quoted: 70, limit: 96 },
      { id: "annex", passages: 28, covered: 28, words: null, quoted: null, limit: null },
    ],
  };
  expect(formatFigures(many)).toMatchInlineSnapshot(`
    "2 sources with 40 passages, 2 appendices, 6 key judgements, 80 citations
    9 quotations: 4 verified by comparison, 5 by receipt
      S1     11 of 12 passages covered, 70 of 800 words quoted, 96 allowed
      annex  28 of 28 passages covered, never imported"
  `);
});

// Which passages of a source its own record accounts for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCoverage, joinRuns, measureCoverage } from "../../../src/evidence/support/coverage.ts";
import { passagesIn } from "../../../src/model/passages.ts";
import { source } from "../sample-parts.ts";

const PRECIS = "::: precis ¶1–2\nSo it is.\n:::\n\n";

describe("a passage is covered", () => {
  test("by a précis and by a quotation of the source's own record", () => {
    const part = source(`${PRECIS}- “Three” [@a, ¶3].`);
    expect(measureCoverage(part)).toEqual({ sourceId: "S1", passages: 3, covered: [1, 2, 3], missing: [] });
    expect(checkCoverage([part])).toEqual([]);
  });

  test("by a block quotation", () => {
    expect(checkCoverage([source(`${PRECIS}> Three [@a, ¶3]`)])).toEqual([]);
  });

  test("by one of several sources that a quotation cites", () => {
    expect(checkCoverage([source(`${PRECIS}It is “three” [@b, ¶9; @a, ¶3].`)])).toEqual([]);
  });
});

describe("a passage is not covered", () => {
  test.each([
    ["by a citation without a quotation", "It says three [@a, ¶3]."],
    ["by a quotation of another source", "It is “three” [@b, ¶3]."],
    ["by a quotation of the whole source", "It is “three” [@a]."],
    ["by a quotation in the descriptor", ""],
  ])("%s", (_how, text) => {
    const [problem, ...more] = checkCoverage([
      source(`${PRECIS}${text}`, { bias: "Hostile, “three” [@a, ¶3]." }),
    ]);
    expect(more).toEqual([]);
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "passage-not-covered",
        "fix": "Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
        "kind": "evidence",
        "message": "¶3 of S1 is neither summarised nor quoted",
        "place": {
          "column": 5,
          "file": "sources/s1.md",
          "line": 2,
        },
        "severity": "error",
      }
    `);
  });

  test("and the ones left out are told as ranges", () => {
    const [problem] = checkCoverage([source("::: precis ¶¶2, 5\nSo it is.\n:::", { passages: 8 })]);
    expect(problem?.message).toBe("¶¶1, 3–4, 6–8 of S1 are neither summarised nor quoted");
  });

  test("beyond the end, and that takes no time", () => {
    const part = source("::: precis ¶1–99999\nSo it is.\n:::\n\n“x” [@a, ¶1–99999]");
    expect(measureCoverage(part).covered).toEqual([1, 2, 3]);
  });
});

test("runs of numbers are the ranges that hold them", () => {
  const ascending = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }))
    .map((numbers) => numbers.sort((a, b) => a - b));
  fc.assert(
    fc.property(ascending, (numbers) => {
      const runs = joinRuns(numbers);
      expect(passagesIn(runs)).toEqual(numbers);
      for (const [index, run] of runs.entries())
        expect(run.from).toBeGreaterThan((runs[index - 1]?.to ?? -1) + 1);
    }),
  );
});

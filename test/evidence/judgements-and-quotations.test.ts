// Judgements that name no passage, and quoted words that do not say where they stand.
import { describe, expect, test } from "vitest";
import { checkUncitedQuotations } from "../../src/evidence/gate/uncited-quotations.ts";
import { checkJudgements } from "../../src/evidence/support/judgements.ts";
import { appendix, source, summary } from "./sample-parts.ts";

const judgement = (text: string): string => `::: judgement high\n${text}\n:::`;
const told = (problems: ReturnType<typeof checkJudgements>): string[] =>
  problems.map(
    ({ code, kind, place, message }) =>
      `${place?.file}:${place?.line}:${place?.column} ${kind} ${code}: ${message}`,
  );

describe("a judgement", () => {
  test.each([
    ["a passage", "So it is [@a, ¶1]."],
    ["a passage of one of several sources", "So it is [@a; @b, ¶2]."],
    ["a passage in a list within it", "So it is:\n\n- one [@a, ¶1]"],
  ])("that names %s passes", (_what, text) => {
    expect(checkJudgements(summary(judgement(text)))).toEqual([]);
  });

  test("that names none is caught, at its own place and by its number", () => {
    const text = [judgement("One [@a, ¶1]."), judgement("Two."), judgement("Three [@a].")].join("\n\n");
    expect(told(checkJudgements(summary(text)))).toMatchInlineSnapshot(`
      [
        "summary.md:5:1 evidence judgement-without-passage: judgement 2 names no source",
        "summary.md:9:1 evidence judgement-without-passage: judgement 3 names sources but no passage",
      ]
    `);
  });

  test("is not borne out by what stands around it", () => {
    expect(
      checkJudgements(summary(`So it is [@a, ¶1].\n\n${judgement("It is.")}\n\nYes [@a, ¶1].`)),
    ).toHaveLength(1);
  });

  test("is a block of that name and no other", () => {
    expect(checkJudgements(summary("::: bottom-line\nIt is.\n:::"))).toEqual([]);
  });
});

describe("a quotation", () => {
  test.each([
    ["with a citation after it", "It is “so” [@a, ¶1]."],
    ["that shares the citation of the next", "It is “so” and “so” [@a, ¶1]."],
    ["in a block with a citation", "> So it is. — [@a, ¶1]"],
    ["in a footnote with a citation", "It is[^1].\n\n[^1]: “So” [@a, ¶1]."],
  ])("%s passes", (_what, text) => {
    expect(checkUncitedQuotations(summary(text))).toEqual([]);
  });

  test("in a précis passes, for the précis has passages", () => {
    expect(checkUncitedQuotations(source("::: precis ¶1\nIt is “so”.\n:::"))).toEqual([]);
  });

  test("is caught in every kind of text", () => {
    const problems = [
      ...checkUncitedQuotations(
        summary("It is “one”.\n\nYes [@a, ¶1].\n\n- “two”\n- three [@a, ¶3]\n\n> Four."),
      ),
      ...checkUncitedQuotations(
        summary("## “Five”\n\n| a | b |\n| - | - |\n| “six” | [@a, ¶1] |\n\nSeven[^1].\n\n[^1]: “Seven”."),
      ),
      ...checkUncitedQuotations(source("Text.", { bias: "«Eight»", reason: "It is “nine”." })),
      ...checkUncitedQuotations(appendix("Text.", "Known as „ten“.")),
    ];
    expect(told(problems)).toMatchInlineSnapshot(`
      [
        "summary.md:1:7 evidence quotation-without-citation: the quotation “one” has no citation after it",
        "summary.md:5:3 evidence quotation-without-citation: the quotation “two” has no citation after it",
        "summary.md:8:1 evidence quotation-without-citation: the quotation “Four.” has no citation after it",
        "summary.md:1:4 evidence quotation-without-citation: the quotation “Five” has no citation after it",
        "summary.md:5:3 evidence quotation-without-citation: the quotation “six” has no citation after it",
        "summary.md:9:7 evidence quotation-without-citation: the quotation “Seven” has no citation after it",
        "sources/s1.md:1:1 evidence quotation-without-citation: the quotation “Eight” has no citation after it",
        "sources/s1.md:1:7 evidence quotation-without-citation: the quotation “nine” has no citation after it",
        "data/x.yaml:1:10 evidence quotation-without-citation: the quotation “ten” has no citation after it",
      ]
    `);
  });

  test("that is long is shown by its beginning", () => {
    const [problem] = checkUncitedQuotations(summary(`It is “${"so ".repeat(40)}it is”.`));
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "quotation-without-citation",
        "fix": "Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
        "kind": "evidence",
        "message": "the quotation “so so so so so so so so so so so so so so so so…” has no citation after it",
        "place": {
          "column": 7,
          "file": "summary.md",
          "line": 1,
        },
        "severity": "error",
      }
    `);
  });
});

// Whether a quotation stands in a text.
import { describe, expect, test } from "vitest";
import { foldPassages, matchQuotation } from "../../src/evidence/match-quotation.ts";
import { HARBOUR } from "./gate-sample.ts";

const text = foldPassages(HARBOUR);
const find = (quotation: string, from = 1, to = HARBOUR.length) => matchQuotation(quotation, text, from, to);
const within = (quotation: string, ...passages: string[]) =>
  matchQuotation(quotation, foldPassages(passages), 1, passages.length);

describe("stands", () => {
  test.each([
    ["as it is", "keep watch", 1],
    ["with straight marks for curly ones", 'called the treaty "a rope of sand"', 4],
    ["with a comma of the pack's own at its end", "The toll was never paid in full,", 2],
    ["with another dash, and no space beside it", "3,000 crowns–a sum", 3],
    ["with a dash of two hyphens", "3,000 crowns -- a sum", 3],
    ["with words left out", "The harbour board … asks each of them", 1],
    ["with words left out in brackets", "The harbour board […] asks each of them", 1],
    ["with spaced points", "never paid in full . . . We waited . . . . nothing", 2],
    ["with four points", "a rope of sand.... leave it", 4],
    ["with a full stop, then three points", "sand”. ... leave it", 4],
    ["with words replaced", "[It] asks [all] of them to keep watch", 1],
    ["with a word put in", "a toll of [about] 3,000 crowns", 3],
    ["with a capital altered", "[A]sks each of them", 1],
    ["with a small letter altered, in the middle", "crowns — [A] sum", 3],
    ["with the end of a word changed", "each of them to keep[s] watch", 1],
    ["with another ending of a word", "said the pilot[s]", 2],
    ["with a remark", "“a rope of sand” [sic]. Its members", 4],
    ["with a remark before a comma", "“The toll was never paid in full [emphasis added],” said", 2],
    ["without a possessive ending", "The board", 4],
    ["beside an apostrophe that is a mark", "a rope of sand", 4],
  ])("%s", (_name, quotation, passage) => {
    expect(find(quotation)).toMatchObject({ from: passage, to: passage });
  });

  test("over the end of a passage", () => {
    expect(find("came to nothing.” In 1904")).toMatchObject({ from: 2, to: 3 });
  });

  test("where least is left out", () => {
    const long = within("the ship … the mole", "the ship left.", "Rain.", "the ship lay at the mole.");
    expect(long).toMatchObject({ from: 3, to: 3, left: ["lay at"] });
    expect(within("a … b … c", "a x b y a b c")?.left).toEqual([]);
    expect(within("a b", "a b a b")).toMatchObject({ before: "", after: "a b" });
  });
});

describe("does not stand", () => {
  test.each([
    ["with a word changed", "keep guard"],
    ["with a word dropped", "does oblige any captain"],
    ["with a word added", "keep good watch"],
    ["with two words swapped", "watch keep"],
    ["with another case", "the harbour board"],
    ["with its segments in another order", "asks each of them … The harbour board"],
    ["with a segment used twice", "keep watch … keep watch"],
    ["when it begins within a word", "arbour board"],
    ["when it ends within a word", "harbour boa"],
    ["when a later segment begins within a word", "The harbour … oard"],
    ["when it cuts a contraction", "Its members can"],
    ["when it begins within a contraction", "t leave it"],
    ["when it cuts a number", "a toll of 3"],
    ["when it begins within a number", "000 crowns"],
    ["when it holds no word of the document", "[…] [anything]"],
    ["when it is empty", ""],
    ["when a change would stand for more than a few words", "The harbour [x] watch"],
  ])("%s", (_name, quotation) => {
    expect(find(quotation)).toBeUndefined();
  });

  test("outside the passages that are named", () => {
    expect(find("keep watch", 2, 5)).toBeUndefined();
    expect(find("keep watch", 9, 12)).toBeUndefined();
    expect(find("came to nothing.” In 1904", 2, 2)).toBeUndefined();
  });

  test("where no passage is", () => {
    expect(within("anything")).toBeUndefined();
  });
});

describe("takes time in proportion to what is compared", () => {
  const hostile: readonly (readonly [name: string, quotation: string, passage: string])[] = [
    ["many elisions", "a … ".repeat(400), "a ".repeat(10_000)],
    [
      "many elisions of different words",
      Array.from({ length: 200 }, (_, n) => `w${n}`).join(" … "),
      "w1 w2 w3 ".repeat(10_000),
    ],
    ["many changes", `a ${"[x] a ".repeat(400)}`, "a ".repeat(10_000)],
    ["changes within words", `${"a[x]".repeat(200)}z`, "a".repeat(20_000)],
    ["changes within many words", "a[x] ".repeat(400), "aa ".repeat(20_000)],
    ["altered capitals", `${"[A]a ".repeat(400)}z`, "aa ".repeat(20_000)],
    ["spaces", `a${" ".repeat(100_000)}z`, "a ".repeat(10_000)],
    ["dashes", `a ${"- ".repeat(50_000)}z`, "a ".repeat(10_000)],
    ["marks", `a ${"'".repeat(100_000)}z`, "a ".repeat(10_000)],
    ["one long run", "a ".repeat(20_000).trim(), `${"a ".repeat(19_999)}b`],
  ];
  test.each(hostile)("%s", (_name, quotation, passage) => {
    const start = performance.now();
    expect(within(quotation, passage, passage) === undefined || true).toBe(true);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("twice the text takes about twice the time", () => {
    const quotation = `${"the … ".repeat(60)}end`;
    const timeOf = (words: number): number => {
      const passages = foldPassages(["the ship and ".repeat(words)]);
      const start = performance.now();
      for (let run = 0; run < 3; run += 1) matchQuotation(quotation, passages, 1, 1);
      return performance.now() - start;
    };
    timeOf(2_000);
    expect(timeOf(40_000)).toBeLessThan(Math.max(50, timeOf(10_000)) * 16);
  });
});

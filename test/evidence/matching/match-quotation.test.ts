// Whether a quotation stands in a text.
import { describe, expect, test } from "vitest";
import { findCutWord, matchQuotation } from "../../../src/evidence/matching/match-quotation.ts";
import { readQuotation } from "../../../src/evidence/matching/read-segments.ts";
import { foldPassages } from "../../../src/evidence/words/folded-text.ts";
import { HARBOUR } from "../gate-sample.ts";

const text = foldPassages(HARBOUR);
const find = (quotation: string, from = 1, to = HARBOUR.length) =>
  matchQuotation(readQuotation(quotation), text, [{ from, to }]);
const within = (quotation: string, ...passages: string[]) =>
  matchQuotation(readQuotation(quotation), foldPassages(passages), [{ from: 1, to: passages.length }]);
const cutIn = (quotation: string, passage: string): string | undefined => {
  const cut = findCutWord(readQuotation(quotation), foldPassages([passage]), [{ from: 1, to: 1 }]);
  return cut === undefined ? undefined : `${cut.side} in ${cut.word}`;
};

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

test("a change stands for fifteen words, or three hundred characters, at most", () => {
  const between = (count: number, word: string): string => `the ship ${`${word} `.repeat(count)}left`;
  expect(within("the ship [x] left", between(15, "constantly"))).toBeDefined();
  expect(within("the ship [x] left", between(16, "so"))).toBeUndefined();
  expect(within("the ship [x] left", between(10, "x".repeat(40)))).toBeUndefined();
});

describe("whole words and numbers", () => {
  test.each([
    [
      "a compound at its end",
      "armies are […] staffed",
      "European armies are under-staffed.",
      "begins in under-staffed",
    ],
    ["a prefix", "American activities", "They call it un-American activities.", "begins in un-American"],
    ["a compound at its beginning", "the US", "In the US-led talks.", "ends in US-led"],
    ["a compound of an abbreviation", "led talks", "In the U.S.-led talks.", "begins in U.S.-led"],
    ["an abbreviation at its end", "S. troops", "The U.S. troops.", "begins in U.S"],
    ["an abbreviation at its beginning", "The U", "The U.S. troops.", "ends in U.S"],
    [
      "a compound of an abbreviation at its beginning",
      "the U.S.",
      "In the U.S.-led talks.",
      "ends in U.S.-led",
    ],
    ["a compound with another hyphen", "staffed", "They are under\u2011staffed.", "begins in under-staffed"],
    ["a compound with a number", "16 ships", "The F-16 ships.", "begins in F-16"],
    ["a minus", "5 degrees", "It was \u22125 degrees.", "begins in -5"],
    ["a minus typed as a hyphen", "5 degrees", "It was -5 degrees.", "begins in -5"],
    ["a minus typed as a dash", "5 degrees", "It was –5 degrees.", "begins in -5"],
    ["a minus before money", "$5 million", "It lost (−$5 million).", "begins in -$5"],
    ["a plus", "5 degrees", "It was +5 degrees.", "begins in +5"],
    ["a number with a thin space", "000 lives", "It cost 7\u2009000 lives.", "begins in 7 000"],
    ["a number with a fixed space", "cost 7", "It cost 7\u00a0000 lives.", "ends in 7 000"],
    ["a number with a narrow fixed space", "345 lives", "It cost 12\u202f345 lives.", "begins in 12 345"],
    ["a number with a plain space", "345 lives", "It cost 12 345 lives.", "begins in 12 345"],
    ["a time", "30 precisely", "At 6:30 precisely.", "begins in 6:30"],
    ["a fraction", "8 of it", "It is 7/8 of it.", "begins in 7/8"],
    ["a range", "25 per cent", "It is 20–25 per cent.", "begins in 20-25"],
    ["a range with a hyphen", "by 20", "It rose by 20-25 per cent.", "ends in 20-25"],
    ["a range of percentages", "25% of it", "It is 20%–25% of it.", "begins in 20%-25%"],
    ["a range of money", "€25 billion", "It cost €20–€25 billion.", "begins in €20-€25"],
    ["a word", "harbour boa", "The harbour board.", "ends in board"],
    ["a negation run into its word", "oblige personne", "Il n’oblige personne.", "begins in n'oblige"],
    ["a contraction", "oblige", "It doesn’t oblige’em.", "ends in oblige'em"],
  ])("%s is not cut", (_name, quotation, passage, cut) => {
    expect(within(quotation, passage)).toBeUndefined();
    expect(cutIn(quotation, passage)).toBe(cut);
  });

  test.each([
    ["a compound as a whole", "under-staffed", "European armies are under-staffed."],
    ["a number with its sign", "−5 degrees", "It was −5 degrees."],
    ["a number with its sign, after a mark", "[then] −5 degrees", "It was −5 degrees."],
    ["a number with another space", "7 000 lives", "It cost 7\u2009000 lives."],
    ["a range with another dash", "20-25 per cent", "It is 20–25 per cent."],
    ["a word beside a dash", "nobody came", "They waited—nobody came."],
    ["a word beside a spaced dash", "nobody came", "They waited – nobody came."],
    ["a number beside a dash", "30 ships", "They waited—30 ships came."],
    ["a number beside a spaced dash", "30 ships", "They waited – 30 ships came."],
    ["a number beside a dash and a minus", "it fell — −5", "So it fell — −5 at most."],
    ["a number after a year", "300 ships", "In 1904 300 ships came."],
    ["a word with a hyphen that hangs", "and post-war", "In pre- and post-war times."],
    ["a number after a colon", "30 ships", "These came: 30 ships."],
    ["a word after a full stop without a space", "The war", "It ended.The war was over."],
    ["a word after an article that was run into it", "OTAN", "La garantie de l’OTAN."],
    ["a word after a preposition that was run into it", "Ucraina", "La difesa dell’Ucraina."],
    ["an abbreviation as a whole", "the U.S.", "In the U.S. talks."],
    ["a word beside a slash", "or", "He and/or she."],
    ["an ending that an editor changed", "US[-backed] talks", "In the US-led talks."],
    ["more letters than three that an editor changed", "sec[y] called", "The secretary called."],
  ])("%s may be quoted", (_name, quotation, passage) => {
    expect(within(quotation, passage)).toBeDefined();
    expect(cutIn(quotation, passage)).toBeUndefined();
  });

  test("an editor changes no contraction, and no more letters than a word has", () => {
    expect(within("does[s] oblige", "He doesn’t oblige.")).toBeUndefined();
    expect(within("does[s] … oblige", "He doesn’t oblige.")).toBeUndefined();
    expect(within("a[s] … oblige", `It a${"b".repeat(40)} will oblige.`)).toBeUndefined();
    expect(within("[les ob]lige personne", "Il n’oblige personne.")?.changed).toEqual([
      { word: "n'oblige", letters: "n'ob" },
    ]);
  });

  test("the letters that an editor changed are told with their word", () => {
    expect(within("with[in] teeth", "A guarantee without teeth.")?.changed).toEqual([
      { word: "without", letters: "out" },
    ]);
    expect(within("[so]necessary, g[oo]d", "It was unnecessary, glad.")?.changed).toEqual([
      { word: "unnecessary", letters: "un" },
      { word: "glad", letters: "la" },
    ]);
    expect(within("guarantee[s]", "A guarantee.")?.changed).toEqual([]);
  });
});

describe("brackets and points of the document's own", () => {
  test.each([
    ["a remark", "he [sic] said", "Then he [sic] said so."],
    ["a name", "stops [Putin] in his … ends", "This stops [Putin] in his tracks and ends it."],
    ["an editor's name in the place of a bracket", "stops [him] in his", "This stops [Putin] in his tracks."],
    ["a capital", "[T]he toll", "It says that [T]he toll is due."],
    ["points", "I … I don’t", "“I … I don’t know.”"],
    ["empty brackets", "the form []", "He left the form [] empty."],
  ])("%s", (_name, quotation, passage) => {
    expect(within(quotation, passage)).toBeDefined();
  });

  test("leave nothing out", () => {
    expect(within("I … I don’t", "“I … I don’t know.”")?.left).toEqual([]);
  });

  test("are not left out unseen, nor put in", () => {
    expect(within("he said", "Then he [sic] said so.")).toBeUndefined();
    expect(within("he [sic] said so [sic]", "Then he said it.")).toBeUndefined();
  });
});

describe("several passages", () => {
  const union = (quotation: string, ...passages: readonly number[]) =>
    matchQuotation(
      readQuotation(quotation),
      text,
      passages.map((passage) => ({ from: passage, to: passage })),
    );

  test("are looked through together, in the order of the document", () => {
    expect(union("keep watch … a rope of sand", 4, 1)).toMatchObject({ from: 1, to: 4, passages: [1, 4] });
    expect(union("a rope of sand … keep watch", 4, 1)).toBeUndefined();
    expect(union("keep watch … a toll … a rope", 1, 4)).toBeUndefined();
    expect(union("keep watch … a toll … a rope", 1, 3, 4)).toMatchObject({ passages: [1, 3, 4] });
  });

  test("that do not follow one another are not run together", () => {
    expect(union("keep watch. In 1904", 1, 3)).toBeUndefined();
    expect(union("keep watch. [x] In 1904", 1, 3)).toBeUndefined();
    expect(union("came to nothing.” In 1904", 2, 3)).toMatchObject({ passages: [2, 3] });
  });

  test("what is left out between them is told, with what stands around", () => {
    const match = union("nothing … nobody had", 2, 3, 3);
    expect(match?.left).toEqual([".' In 1904 the two ports agreed on a toll of 3,000 crowns-a sum that"]);
    expect(match?.after).toBe("seen before.");
    const far = union("to carry arms … The board’s", 1, 4);
    expect(far?.left.join("")).toContain("In 1904");
    expect(far?.before).toBe("not oblige any captain");
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
      for (let run = 0; run < 3; run += 1)
        matchQuotation(readQuotation(quotation), passages, [{ from: 1, to: 1 }]);
      return performance.now() - start;
    };
    timeOf(2_000);
    expect(timeOf(40_000)).toBeLessThan(Math.max(50, timeOf(10_000)) * 16);
  });
});
